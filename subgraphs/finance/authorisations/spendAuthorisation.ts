import type { Filter } from 'mongodb';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { MutationAuthorisationSpendArgs } from '../__generated__/resolvers.ts';
import { agencyStanding } from '../agencies/CreditAgencyDocument.ts';
import { authorisationRefusal, type AuthorisationRefusal } from '../rules/authorisationStatus.ts';
import { authorisationsOf, type AuthorisationDocument } from './AuthorisationDocument.ts';

/** `type AuthorisationSpending`. */
export interface AuthorisationSpending {
  readonly subject: string | null;
  readonly factTypes: readonly string[] | null;
  readonly fields?: readonly string[] | null;
  readonly refusal: AuthorisationRefusal | null;
}

/**
 * Spends an authorisation for one operation: all conditions and the count are one step of the database, so that of any number of operations
 * that ask at the same moment exactly one uses an authorisation for one.
 *
 * @param asked - its number, and who calls for what
 * @param context - the request
 */
export async function spendAuthorisation(
  { number, purpose, organisation, department }: MutationAuthorisationSpendArgs,
  { now, database }: SubgraphContext,
): Promise<AuthorisationSpending> {
  const authorisations = authorisationsOf(database);
  const today = todayInShanghai(now);
  const forQuerier: Filter<AuthorisationDocument> = { _id: number, $or: queriers(organisation, department) };
  const standing = typeof organisation === 'string' ? await agencyStanding(database, organisation) : 'REGISTERED';
  if (standing !== 'REGISTERED' && isForAgency(await authorisations.findOne(forQuerier)))
    return { subject: null, factTypes: null, refusal: `AGENCY_${standing}` };
  const spent = await authorisations.findOneAndUpdate(
    {
      $and: [
        forQuerier,
        { purpose, revokedAt: { $exists: false }, from: { $lte: today }, until: { $gte: today } },
        { $or: [{ usage: 'MANY' }, { used: 0 }] },
      ],
    },
    { $inc: { used: 1 }, $set: { lastUsedAt: now } },
    { returnDocument: 'after', writeConcern: { w: 'majority' } },
  );
  if (spent !== null) {
    const { subject, factTypes, fields = null } = spent;
    return { subject, factTypes, fields, refusal: null };
  }
  const known = await authorisations.findOne(forQuerier);
  return { subject: null, factTypes: null, refusal: authorisationRefusal(known, purpose, today) };
}

/** An agency must be in the register on the day that it asks, whenever it was let see something. */
function isForAgency(given: Pick<AuthorisationDocument, 'querier'> | null): boolean {
  return given !== null && 'organisation' in given.querier;
}

/** Who has no organisation and no department is nobody's querier. */
function queriers(organisation: string | null | undefined, department: string | null | undefined): object[] {
  return [{ 'querier.organisation': organisation ?? '' }, { 'querier.department': department ?? '' }];
}
