import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from '../../src/data/connection.ts';
import { WITHDRAWAL_PARTS, wasPublic, withdrawalFilter } from '../../src/policy/withdrawal.ts';
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
  const request = pageRequest(page, 'disclosure.withdrawnPenalties');
  const { database, now } = context;
  const facts = database.facts(penalties);
  const today = todayInShanghai(now);
  const filter = withdrawalFilter(today);
  const shown = wasPublic(database.revisions(penalties).collectionName, today, penalties.department);
  const { after } = request;
  const behind =
    after === undefined
      ? {}
      : { $or: [{ [BY_DAY]: { $lt: after.sort } }, { [BY_DAY]: after.sort, _id: { $lt: after.id } }] };
  const rows = await facts
    .aggregate<WithdrawalMapper>([
      { $match: { $and: [filter, behind] } },
      { $sort: { [BY_DAY]: -1, _id: -1 } },
      ...shown,
      { $limit: request.first + 1 },
      { $project: WITHDRAWAL_PARTS },
    ])
    .toArray();
  return toConnection(
    rows,
    request,
    ({ _id, record }) => ({ sort: record.publicity.endedOn, id: _id }),
    async () => {
      const [all] = await facts
        .aggregate<{ readonly rows: number }>([{ $match: filter }, ...shown, { $count: 'rows' }])
        .toArray();
      return all?.rows ?? 0;
    },
  );
}
