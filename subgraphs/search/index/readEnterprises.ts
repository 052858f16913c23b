import type { Filter } from 'mongodb';
import { visibilityOverAll } from '../../../src/policy/visibilityOverAll.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { Generation } from './Generation.ts';
import type { FoundEnterprise, IndexedEnterprise } from './IndexedEnterprise.ts';

/** What a reader asks of the index: a condition, and how many enterprises at most. */
export interface EnterprisesReading {
  readonly condition: Filter<IndexedEnterprise>;
  readonly limit: number;
  /** What comes along that is large; nothing unless given. */
  readonly also?: readonly ('keys' | 'address')[];
}

const LEFT_OUT = { record: 0, department: 0, seq: 0 } as const;

/**
 * Reads enterprises of the index as far as the caller may see their registrations now, by the one visibility rule. What changed in the
 * last moment and is not followed yet may be among them: see `readSettled`.
 *
 * @param generation - of the index
 * @param reading - see {@link EnterprisesReading}
 * @param context - the request
 */
export function readEnterprises(
  { enterprises }: Generation,
  { condition, limit, also = [] }: EnterprisesReading,
  { caller, now }: Pick<SubgraphContext, 'caller' | 'now'>,
): Promise<FoundEnterprise[]> {
  const visible: Filter<IndexedEnterprise> = visibilityOverAll(caller, todayInShanghai(now));
  const large = (['keys', 'address'] as const).filter((field) => !also.includes(field));
  const projection = { ...LEFT_OUT, ...Object.fromEntries(large.map((field) => [field, 0])) };
  return enterprises.find<FoundEnterprise>({ $and: [condition, visible] }, { limit, projection }).toArray();
}

/** How many enterprises are read in their order, and what comes along. */
export type OrderedReading = Omit<EnterprisesReading, 'condition'>;

/**
 * Reads the enterprises with some numbers, in their order.
 *
 * @param generation - of the index
 * @param numbers - of enterprises, likeliest ones first
 * @param reading - how many at most, and what comes along
 * @param context - the request
 */
export async function readInOrder(
  generation: Generation,
  numbers: readonly number[],
  { limit, also = [] }: OrderedReading,
  context: Pick<SubgraphContext, 'caller' | 'now'>,
): Promise<readonly FoundEnterprise[]> {
  const found: FoundEnterprise[] = [];
  // More than one round is needed only where the caller may not see some of them.
  for (let from = 0; from < numbers.length && found.length < limit; from += limit) {
    const some = numbers.slice(from, from + limit);
    const condition: Filter<IndexedEnterprise> = { _id: { $in: some } };
    const rows = await readEnterprises(generation, { condition, limit, also }, context);
    const byNumber = new Map(rows.map((row) => [row._id, row]));
    found.push(...some.flatMap((number) => byNumber.get(number) ?? []));
  }
  return found.slice(0, limit);
}
