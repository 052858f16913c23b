import type { Caller } from '../../../src/identity/Caller.ts';

/** `enum CreditReportRequester`: for what kind of caller a report was issued. */
export type Requester = 'PUBLIC' | 'AGENCY' | 'ENTERPRISE' | 'SUBJECT' | 'DEPARTMENT';

/**
 * Tells what kind of caller asks for a report; who it is stays out of it.
 *
 * @param caller - who asks
 * @param uscc - the enterprise that the report is about
 */
export function requesterOf({ audience, department, subject }: Caller, uscc: string): Requester {
  if (department !== undefined) return 'DEPARTMENT';
  if (subject !== undefined) return subject === uscc ? 'SUBJECT' : 'ENTERPRISE';
  return audience === 'OPEN' ? 'PUBLIC' : 'AGENCY';
}
