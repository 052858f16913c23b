import { visibilityFilter } from '../../../src/policy/visibility.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { measureExecutions } from '../collections/measureExecutions.ts';
import { onList } from '../lists/onList.ts';
import { readableFilter, timelineOf } from '../timeline/readableFacts.ts';
import type { MeasureDefinition } from './MeasureDefinition.ts';
import { MEASURES } from './measureDefinitions.ts';

/** `type MeasureProgress`: how far a department came with a measure. */
export interface MeasureProgress {
  readonly measure: MeasureDefinition;
  readonly implementer: MeasureDefinition['implementers'][number];
  /** Entries that call for it now and that the department has not reported on. */
  readonly open: number;
  /** Entries that call for it now and that it reported on. */
  readonly executed: number;
}

/** What narrows the overview; what is not given narrows nothing. */
export interface OverviewAsked {
  readonly department?: string | null | undefined;
  readonly measure?: string | null | undefined;
}

interface Reported {
  readonly _id: { readonly measureId: string; readonly department: string };
  readonly count: number;
}

/**
 * Gives open and executed measures by department, over the entries that the caller may see now: where a fact ends, by repair, removal or
 * the end of its term, its measures are lifted and neither open nor executed any more.
 *
 * @param asked - see {@link OverviewAsked}
 * @param context - the request
 */
export async function measureOverview(
  { department, measure: id }: OverviewAsked,
  context: SubgraphContext,
): Promise<readonly MeasureProgress[]> {
  const [standing, reported] = await Promise.all([factsByLists(context), reportsStanding(context)]);
  const measures = MEASURES.filter((measure) => measure.id === (id ?? measure.id));
  return measures.flatMap((measure) => {
    const called = calledFor(measure, standing);
    return measure.implementers
      .filter((implementer) => implementer.department === (department ?? implementer.department))
      .map((implementer) => {
        const executed = reported.get(keyOf(measure.id, implementer.department)) ?? 0;
        return { measure, implementer, open: Math.max(0, called - executed), executed };
      });
  });
}

interface Standing {
  readonly _id: readonly string[];
  readonly count: number;
}

/** A fact that stands on two lists which both lead to a measure calls for it once. */
function calledFor({ appliesTo }: MeasureDefinition, standing: readonly Standing[]): number {
  const lists = new Set(appliesTo.map(({ list }) => list));
  return standing.filter(({ _id }) => _id.some((list) => lists.has(list))).reduce((sum, { count }) => sum + count, 0);
}

async function factsByLists(context: SubgraphContext): Promise<readonly Standing[]> {
  const match = { $and: [await readableFilter(context), onList(), { subjectUscc: { $exists: true } }] };
  return timelineOf(context.database)
    .aggregate<Standing>([{ $match: match }, { $group: { _id: '$lists', count: { $sum: 1 } } }])
    .toArray();
}

/** The newest report of a department on a fact counts; one that says that the measure was lifted, or not applied, leaves it open. */
async function reportsStanding(context: SubgraphContext): Promise<ReadonlyMap<string, number>> {
  const { caller, now, database } = context;
  const standing = { $and: [await readableFilter(context), onList()] };
  const groups = await database
    .facts(measureExecutions)
    .aggregate<Reported>([
      { $match: visibilityFilter(caller, todayInShanghai(now), measureExecutions) },
      { $sort: { sortOn: -1, 'record.provenance.receivedAt': -1, _id: -1 } },
      { $group: { _id: REPORT, outcome: { $first: '$outcome' } } },
      { $match: { outcome: 'APPLIED' } },
      {
        $lookup: {
          from: timelineOf(database).collectionName,
          localField: '_id.factId',
          foreignField: '_id',
          pipeline: [{ $match: standing }, { $project: { _id: 1 } }],
          as: 'fact',
        },
      },
      { $match: { 'fact.0': { $exists: true } } },
      { $group: { _id: { measureId: '$_id.measureId', department: '$_id.department' }, count: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(groups.map(({ _id, count }) => [keyOf(_id.measureId, _id.department), count]));
}

const REPORT = { factId: '$factId', measureId: '$measureId', department: '$executingDepartment' };

function keyOf(measure: string, department: string): string {
  return `${measure} ${department}`;
}
