import { AppError } from '../../../src/errors/AppError.ts';
import type { Caller } from '../../../src/identity/Caller.ts';

/**
 * The enterprise that calls: authorisations are given and taken back by it alone, and by no department on its behalf, which could let itself in.
 *
 * @param caller - who calls
 * @param mutation - named in the error
 * @throws AppError FORBIDDEN
 */
export function callingSubject({ subject }: Caller, mutation: string): string {
  if (subject === undefined) throw new AppError('FORBIDDEN', { coordinate: `Mutation.${mutation}` });
  return subject;
}
