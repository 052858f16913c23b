import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from '../../src/data/connection.ts';
import { WITHDRAWAL_PARTS, withdrawalFilter } from '../../src/policy/withdrawal.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { penalties } from './collections/penalties.ts';
import type { WithdrawalMapper } from './schema.mappers.ts';

const BY_DAY = 'record.publicity.endedOn';

/**
 * Lists the penalties that were public and have been annulled, last withdrawn first: number, authority, day and reason.
 *
 * @param page - Relay arguments
 * @param context - the request
 */
export async function withdrawnPenalties(
  page: PageArguments,
  context: SubgraphContext,
): Promise<ConnectionOf<WithdrawalMapper>> {
  const request = pageRequest(page);
  const facts = context.database.facts(penalties);
  const filter = withdrawalFilter(todayInShanghai(context.now));
  const { after } = request;
  const behind =
    after === undefined
      ? {}
      : { $or: [{ [BY_DAY]: { $lt: after.sort } }, { [BY_DAY]: after.sort, _id: { $lt: after.id } }] };
  const rows = await facts
    .find({ $and: [filter, behind] }, { projection: WITHDRAWAL_PARTS })
    .sort({ [BY_DAY]: -1, _id: -1 })
    .limit(request.first + 1)
    .toArray();
  return toConnection(
    rows as unknown as WithdrawalMapper[],
    request,
    ({ _id, record }) => ({ sort: record.publicity.endedOn, id: _id }),
    () => facts.countDocuments(filter),
  );
}
