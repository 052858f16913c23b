import type { Filter } from 'mongodb';
import { afterPosition, positionOfRow } from '../../../src/data/afterPosition.ts';
import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from '../../../src/data/connection.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { agenciesOf, type CreditAgencyDocument } from './CreditAgencyDocument.ts';

const LIST = 'finance.creditAgencies';

/**
 * Reads a page of the agencies, those that were filed last first.
 *
 * @param isRegistered - only those in the register, or only those that were struck off; all unless given
 * @param page - Relay arguments
 * @param context - the request
 */
export async function listAgencies(
  isRegistered: boolean | null | undefined,
  page: PageArguments,
  { database }: SubgraphContext,
): Promise<ConnectionOf<CreditAgencyDocument>> {
  const request = pageRequest(page, LIST);
  const all = standing(isRegistered);
  const agencies = agenciesOf(database);
  const rows = await agencies
    .find({ $and: [all, afterPosition(request) as Filter<CreditAgencyDocument>] })
    .sort({ sortOn: -1, _id: -1 })
    .limit(request.first + 1)
    .toArray();
  return toConnection(rows, request, positionOfRow, () => agencies.countDocuments(all));
}

/** Each is answered by an index, counts included. */
function standing(isRegistered: boolean | null | undefined): Filter<CreditAgencyDocument> {
  if (typeof isRegistered !== 'boolean') return { sortOn: { $gt: '' } };
  return { 'struckOff.on': isRegistered ? null : { $gt: '' } };
}
