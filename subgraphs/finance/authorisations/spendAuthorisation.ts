import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import type { Purpose } from '../../../src/identity/Purpose.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai, type LocalDate } from '../../../src/values/localDate.ts';
import type { MutationAuthorisationSpendArgs } from '../__generated__/resolvers.ts';
import { authorisationRefusal, authorisationStatus, type AuthorisationRefusal } from '../rules/authorisationStatus.ts';
import { authorisationMemory } from './authorisationMemory.ts';
import { authorisationsOf } from './AuthorisationDocument.ts';
import type { KnownAuthorisation } from './KnownAuthorisations.ts';

/** `type AuthorisationSpending`. */
export interface AuthorisationSpending {
  readonly subject: string | null;
  readonly factTypes: readonly string[] | null;
  readonly fields?: readonly string[] | null;
  readonly refusal: AuthorisationRefusal | null;
}

/**
 * Spends an authorisation for one operation. One for many operations is counted. Of one for a single operation, all conditions and the count are
 * one step of the database, so that of any number of operations that ask at the same moment exactly one uses it.
 *
 * @param asked - its number, and who calls for what
 * @param context - the request
 */
export async function spendAuthorisation(
  { number, purpose, organisation, department }: MutationAuthorisationSpendArgs,
  { now, database }: SubgraphContext,
): Promise<AuthorisationSpending> {
  const { known, uses } = authorisationMemory(database);
  const authorisation = await known.authorisation(number);
  if (authorisation === null || !isQuerier(authorisation, organisation, department)) return refused('UNKNOWN');
  // An agency must be in the register on the day that it asks, whenever it was let see something.
  const { querier } = authorisation;
  const standing = 'organisation' in querier ? await known.standing(querier.organisation) : 'REGISTERED';
  if (standing !== 'REGISTERED') return refused(`AGENCY_${standing}`);
  const today = todayInShanghai(now);
  if (authorisation.usage === 'ONCE') return spendOnce(authorisation, { purpose, today, now, database });
  if (authorisation.purpose !== purpose || authorisationStatus(authorisation, today) !== 'ACTIVE')
    return refused(authorisationRefusal(authorisation, purpose, today));
  uses.note(number, now);
  return opened(authorisation);
}

interface Spending {
  readonly purpose: Purpose;
  readonly today: LocalDate;
  readonly now: Date;
  readonly database: DepartmentDatabase;
}

async function spendOnce(
  { _id, querier }: KnownAuthorisation,
  { purpose, today, now, database }: Spending,
): Promise<AuthorisationSpending> {
  const authorisations = authorisationsOf(database);
  const spent = await authorisations.findOneAndUpdate(
    { _id, querier, purpose, revokedAt: { $exists: false }, from: { $lte: today }, until: { $gte: today }, used: 0 },
    { $set: { used: 1, lastUsedAt: now } },
    { returnDocument: 'after', writeConcern: { w: 'majority' } },
  );
  if (spent !== null) return opened(spent);
  return refused(authorisationRefusal(await authorisations.findOne({ _id, querier }), purpose, today));
}

function opened({ subject, factTypes, fields }: KnownAuthorisation): AuthorisationSpending {
  return { subject, factTypes, fields: fields ?? null, refusal: null };
}

function refused(refusal: AuthorisationRefusal): AuthorisationSpending {
  return { subject: null, factTypes: null, refusal };
}

type Named = string | null | undefined;

function isQuerier({ querier }: KnownAuthorisation, organisation: Named, department: Named): boolean {
  return 'organisation' in querier ? querier.organisation === organisation : querier.department === department;
}
