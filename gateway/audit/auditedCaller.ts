import type { AuditedCaller } from '../../src/audit/AuditRecord.ts';
import { SERVICE, type Caller } from '../../src/identity/Caller.ts';

/**
 * What the audit log keeps of a caller.
 *
 * @param caller - who called
 */
export function auditedCaller({
  audience,
  client,
  operator,
  department,
  organisation,
  subject,
}: Caller): AuditedCaller {
  return {
    audience,
    ...(client === undefined ? {} : { client }),
    ...(operator === undefined ? {} : { operator }),
    ...(department === undefined ? {} : { department }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/**
 * Tells whether a caller showed credentials, whatever it may do with them.
 *
 * @param caller - who called
 */
export function isCredentialed({ client, operator, department, subject }: Caller): boolean {
  return client !== undefined || operator !== undefined || department !== undefined || subject !== undefined;
}

/**
 * Tells whether the product's own software asks, in nobody's name: by the scope that no token can hold, since a person may call itself
 * anything.
 *
 * @param caller - who called
 */
export function isService({ scopes }: Caller): boolean {
  for (const scope of scopes) if (scope.startsWith(`${SERVICE}:`)) return true;
  return false;
}

/**
 * Where departments note which enterprises an answer tells about: nowhere for the public, whose reading nobody keeps.
 *
 * @param caller - who called
 */
export function subjectsFor(caller: Caller): Set<string> | undefined {
  return isCredentialed(caller) ? new Set() : undefined;
}
