import { AuthorityError } from '../../../src/errors/AuthorityError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { authorisationsOf } from './AuthorisationDocument.ts';
import { authorisationMemory } from './authorisationMemory.ts';
import { changeVersioned } from './AuthorisationVersion.ts';
import { callingSubject } from './callingSubject.ts';
import type { AuthorisationOutcome } from './grantAuthorisation.ts';

/**
 * Takes an authorisation back: no operation that begins from now on can spend it, at other processes of the office none that begins a quarter
 * of a second later. The first time counts.
 *
 * @param number - its number
 * @param context - the request
 * @throws AppError FORBIDDEN unless an enterprise calls; AuthorityError AUTHORISATION_UNKNOWN where it gave none of this number
 */
export async function revokeAuthorisation(
  number: string,
  { caller, now, database }: SubgraphContext,
): Promise<AuthorisationOutcome> {
  const own = { _id: number, subject: callingSubject(caller, 'authorisationRevoke') };
  const authorisations = authorisationsOf(database);
  const { known, uses } = authorisationMemory(database);
  await uses.write();
  const revoked = await changeVersioned(database, (session) =>
    authorisations.findOneAndUpdate(
      { ...own, revokedAt: { $exists: false } },
      { $set: { revokedAt: now } },
      { returnDocument: 'after', session },
    ),
  );
  known.forget();
  const authorisation = revoked ?? (await authorisations.findOne(own));
  if (authorisation === null) throw new AuthorityError('AUTHORISATION_UNKNOWN');
  return { authorisation, errors: [] };
}
