import type { Filter } from 'mongodb';
import { afterPosition, positionOfRow } from '../../../src/data/afterPosition.ts';
import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from '../../../src/data/connection.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai, type LocalDate } from '../../../src/values/localDate.ts';
import type { AuthorisationStatus } from '../rules/authorisationStatus.ts';
import { authorisationMemory } from './authorisationMemory.ts';
import { authorisationsOf, type AuthorisationDocument } from './AuthorisationDocument.ts';

type AuthorisationFilter = Filter<AuthorisationDocument>;

const LIST = 'finance.authorisations';

/**
 * Reads one authorisation.
 *
 * @param number - its number
 * @param context - the request
 * @returns null where the caller is no party to it
 */
export async function readAuthorisation(
  number: string,
  { caller, database, department }: SubgraphContext,
): Promise<AuthorisationDocument | null> {
  await authorisationMemory(database).uses.write();
  return authorisationsOf(database).findOne({ $and: [{ _id: number }, partyTo(caller, department)] });
}

/**
 * Reads a page of the authorisations that the caller is a party to, the newest first.
 *
 * @param status - where they stand; all unless given
 * @param page - Relay arguments
 * @param context - the request
 */
export async function listAuthorisations(
  status: AuthorisationStatus | null | undefined,
  page: PageArguments,
  { caller, database, department, now }: SubgraphContext,
): Promise<ConnectionOf<AuthorisationDocument>> {
  await authorisationMemory(database).uses.write();
  const request = pageRequest(page, LIST);
  const narrowed = status ? [standingAt(status, todayInShanghai(now))] : [];
  const all: AuthorisationFilter = { $and: [partyTo(caller, department), ...narrowed] };
  const behind = afterPosition(request) as AuthorisationFilter;
  const authorisations = authorisationsOf(database);
  const rows = await authorisations
    .find({ $and: [all, behind] })
    .sort({ sortOn: -1, _id: -1 })
    .limit(request.first + 1)
    .toArray();
  return toConnection(rows, request, positionOfRow, () => authorisations.countDocuments(all));
}

/** The enterprise that gave it, the querier that may use it, and the office that keeps it. */
function partyTo({ subject, organisation, department, audience }: Caller, office: string): AuthorisationFilter {
  // All, so that the index of the list answers a count as well.
  if (department !== undefined && department === office) return { sortOn: { $gt: '' } };
  const parties: AuthorisationFilter[] = [
    ...(subject === undefined ? [] : [{ subject }]),
    ...(organisation === undefined || audience === 'OPEN' ? [] : [{ 'querier.organisation': organisation }]),
    ...(department === undefined ? [] : [{ 'querier.department': department }]),
  ];
  return parties.length === 0 ? { _id: { $in: [] } } : { $or: parties };
}

/** The conditions of `authorisationStatus`, in the language of the database; a test holds them together. */
function standingAt(status: AuthorisationStatus, today: LocalDate): AuthorisationFilter {
  const revoked: AuthorisationFilter = { revokedAt: { $exists: true } };
  const spent: AuthorisationFilter = { usage: 'ONCE', used: { $gt: 0 } };
  const usable: AuthorisationFilter = { $nor: [revoked, spent] };
  switch (status) {
    case 'REVOKED':
      return revoked;
    case 'SPENT':
      return { $and: [{ $nor: [revoked] }, spent] };
    case 'EXPIRED':
      return { $and: [usable, { until: { $lt: today } }] };
    case 'PENDING':
      return { $and: [usable, { from: { $gt: today }, until: { $gte: today } }] };
    case 'ACTIVE':
      return { $and: [usable, { from: { $lte: today }, until: { $gte: today } }] };
  }
}
