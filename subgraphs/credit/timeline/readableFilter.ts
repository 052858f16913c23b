import DataLoader from 'dataloader';
import type { Filter } from 'mongodb';
import { positionOf } from '../../../src/ledger/follow/followLedger.ts';
import { meetsAccess } from '../../../src/policy/meetsAccess.ts';
import { visibilityOverAll } from '../../../src/policy/visibilityOverAll.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { TimelineDocument } from './TimelineDocument.ts';
import { TIMELINE } from './timelineVersion.ts';

type Ids = ReadonlySet<string>;

/**
 * What of the timeline a caller may read now: by the visibility rule over all owners, of types that the caller may use, and nothing
 * that the timeline may hold in an older state than its owner.
 *
 * The ledger is asked before the timeline is read, so the filter holds for questions that are asked after it was made, within the
 * same request. It is joined with other conditions by `$and` only.
 *
 * @param context - the request
 * @param usccs - the enterprises that the question is about, to which it is narrowed; all facts unless given, linked or not
 */
export async function readableFilter(
  context: SubgraphContext,
  usccs?: readonly string[],
): Promise<Filter<TimelineDocument>> {
  const { caller, now } = context;
  const pending = await (usccs === undefined ? allPending(context) : pendingOf(context, usccs));
  const conditions: Filter<TimelineDocument>[] = [visibilityOverAll(caller, todayInShanghai(now))];
  if (usccs !== undefined) conditions.push({ subjectUscc: { $in: [...usccs] } });
  const withheld = withheldTypes(context);
  if (withheld.length > 0) conditions.push({ type: { $nin: withheld } });
  if (pending.size > 0) conditions.push({ _id: { $nin: [...pending] } });
  return { $and: conditions };
}

/** Whether a fact may be shown and whether its type may be used are two questions (design section 1). */
function withheldTypes({ departments, caller }: SubgraphContext): readonly string[] {
  const types = departments.flatMap(({ factTypes }) => factTypes);
  return types.filter(({ access }) => !meetsAccess(caller, access)).map(({ type }) => type);
}

/** Asked once for all enterprises of a request that are asked for together. */
async function pendingOf(context: SubgraphContext, usccs: readonly string[]): Promise<Ids> {
  const loader = context.loaders.get(
    'timeline.pending',
    () =>
      new DataLoader<string, Ids>(async (asked) => {
        const pending = await askLedger(context, asked);
        return asked.map(() => pending);
      }),
  );
  const sets = (await loader.loadMany(usccs)).map(idsOf);
  const [first = new Set<string>(), ...others] = new Set(sets);
  return others.length === 0 ? first : new Set([first, ...others].flatMap((set) => [...set]));
}

function idsOf(ids: Ids | Error): Ids {
  if (ids instanceof Error) throw ids;
  return ids;
}

function allPending(context: SubgraphContext): Promise<Ids> {
  return context.loaders.get('timeline.pending of all', () => askLedger(context));
}

/** The position first: what the timeline follows meanwhile is then left out for no reason, and nothing is shown for no reason. */
async function askLedger({ database, ledger }: SubgraphContext, usccs?: readonly string[]): Promise<Ids> {
  return ledger.pendingFacts(await positionOf(database, TIMELINE), usccs);
}
