import DataLoader from 'dataloader';
import { BSON, type Collection, type Filter } from 'mongodb';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import { pagesOfParents, type ParentPages } from '../../../src/data/pagesOfParents.ts';
import type { Projection } from '../../../src/data/projection.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { readableFilter } from './readableFilter.ts';
import type { TimelineDocument } from './TimelineDocument.ts';

export { readableFilter } from './readableFilter.ts';

/** The collection of the timeline, as its pages are read. */
export const TIMELINE_COLLECTION = { name: 'timeline' } as const;

/** What is read of an enterprise's facts. */
export interface FactsReading {
  /** Narrows further. */
  readonly filter?: Filter<TimelineDocument>;
  /** Facts at most; all unless given. */
  readonly limit?: number;
  /** Stored fields that are needed; all unless given. `_id`, `sortOn` and `subjectUscc` always come along. */
  readonly projection?: Projection;
}

type FactsLoader = DataLoader<string, TimelineDocument[]>;

/**
 * The timeline's collection. Whoever reads it joins {@link readableFilter} to the question.
 *
 * @param database - of the credit office
 */
export function timelineOf({ db }: DepartmentDatabase): Collection<TimelineDocument> {
  return db.collection<TimelineDocument>(TIMELINE_COLLECTION.name);
}

/**
 * Reads an enterprise's facts of all departments that the caller may see now. The same question about all enterprises of a request costs
 * one command.
 *
 * @param context - the request
 * @param uscc - the enterprise
 * @param reading - see {@link FactsReading}
 * @returns facts, newest first
 */
export function readableFacts(
  context: SubgraphContext,
  uscc: string,
  reading: FactsReading = {},
): Promise<TimelineDocument[]> {
  const name = `timeline.facts ${BSON.EJSON.stringify(reading)}`;
  return context.loaders.get(name, () => factsLoader(context, reading)).load(uscc);
}

function factsLoader(
  context: SubgraphContext,
  { filter = {}, limit, projection: wanted = {} }: FactsReading,
): FactsLoader {
  const projection: Projection = Object.keys(wanted).length === 0 ? {} : { ...wanted, sortOn: 1, subjectUscc: 1 };
  return new DataLoader(async (usccs) => {
    const match = { $and: [await readableFilter(context, usccs), filter] };
    const found =
      limit === undefined
        ? await allFacts(context, match, projection)
        : await pagesOfParents<TimelineDocument>(context.database, pagesOf(match, projection, limit), usccs);
    return usccs.map((uscc) => [...(found.get(uscc) ?? [])]);
  });
}

function pagesOf(match: Filter<TimelineDocument>, projection: Projection, most: number): ParentPages<TimelineDocument> {
  return { collection: TIMELINE_COLLECTION, foreignField: 'subjectUscc', match, projection, most };
}

async function allFacts(
  { database }: SubgraphContext,
  match: Filter<TimelineDocument>,
  projection: Projection,
): Promise<ReadonlyMap<string, readonly TimelineDocument[]>> {
  const facts = timelineOf(database).find(match, { projection });
  const sorted = await facts.sort({ subjectUscc: 1, sortOn: -1, _id: -1 }).toArray();
  const byUscc = new Map<string, TimelineDocument[]>();
  for (const fact of sorted) {
    const { subjectUscc = '' } = fact;
    const known = byUscc.get(subjectUscc);
    if (known === undefined) byUscc.set(subjectUscc, [fact]);
    else known.push(fact);
  }
  return byUscc;
}
