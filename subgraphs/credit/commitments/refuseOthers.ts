import { AppError } from '../../../src/errors/AppError.ts';
import type { Caller } from '../../../src/identity/Caller.ts';

/**
 * Refuses an enterprise that means another than itself; a department may act for every one.
 *
 * @param uscc - the enterprise that is meant; undefined for nobody that could call
 * @param caller - who is calling
 * @throws AppError FORBIDDEN
 */
export function refuseOthers(uscc: string | undefined, { department, subject }: Caller): void {
  if (department !== undefined || (uscc !== undefined && subject === uscc)) return;
  throw new AppError('FORBIDDEN', { coordinate: 'Commitment' });
}
