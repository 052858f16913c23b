import DataLoader from 'dataloader';
import type { Filter } from 'mongodb';
import type { GraphQLResolveInfo } from 'graphql';
import { visibilityFilter } from '../policy/visibility.ts';
import type { SubgraphContext } from '../subgraph/context.ts';
import { todayInShanghai } from '../values/localDate.ts';
import { afterPosition, positionOfRow } from './afterPosition.ts';
import { pageRequest, toConnection, type ConnectionOf, type PageArguments, type PageRequest } from './connection.ts';
import { countVisible } from './countVisible.ts';
import { collectionId, type FactCollection } from './FactCollection.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import { pagesOfParents, type ParentPages } from './pagesOfParents.ts';
import { projectionOf, type Projection } from './projection.ts';
import { rowSelection, selectionOf, type Selection } from './selection.ts';
import type { Fields } from './fields/Field.ts';
import type { FactDocument } from './FactDocument.ts';

type FactFilter = Filter<FactDocumentBase>;

/** Everything that decides what one read of a collection returns, beside the parent. */
interface Read {
  readonly collection: FactCollection;
  readonly context: SubgraphContext;
  readonly filter: FactFilter;
  /** The stored field that names the parent. */
  readonly foreignField: string;
}

/** How the facts of a parent are narrowed and found; the same for all parents of a request. */
export interface ChildSetting {
  readonly filter?: FactFilter;
  /** The stored field that names the parent, where it is not the subject. */
  readonly foreignField?: string;
}

/**
 * Reads the page of an enterprise's facts; the pages of all parents in one request cost one command.
 *
 * @param collection - whose facts
 * @param uscc - the enterprise
 * @param page - Relay arguments, the same for all parents
 * @param context - the request
 * @param info - for the projection
 * @param setting - narrows further, or names another parent field
 */
export async function factsOf<F extends Fields>(
  collection: FactCollection<F>,
  uscc: string,
  page: PageArguments,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  { filter = {}, foreignField = 'subjectUscc' }: ChildSetting = {},
): Promise<ConnectionOf<FactDocument<F>>> {
  const request = pageRequest(page, collectionId(collection));
  const projection = projectionFor(context, collection, rowSelection(selectionOf(info)));
  const read: Read = { collection, context, filter, foreignField };
  const name = JSON.stringify([collection.name, foreignField, request, filter, Object.keys(projection)]);
  const pages = context.loaders.get(name, () => pageLoader(read, request, projection));
  const counts = context.loaders.get(`${name}#`, () => countLoader(read));
  const rows = await pages.load(uscc);
  return toConnection(rows as FactDocument<F>[], request, positionOfRow, () => counts.load(uscc));
}

/**
 * Reads a page of a whole collection.
 *
 * @param collection - whose facts
 * @param page - Relay arguments
 * @param context - the request
 * @param info - for the projection
 * @param filter - narrows further
 */
export async function listFacts<F extends Fields>(
  collection: FactCollection<F>,
  page: PageArguments,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  filter: FactFilter = {},
): Promise<ConnectionOf<FactDocument<F>>> {
  const request = pageRequest(page, collectionId(collection));
  const projection = projectionFor(context, collection, rowSelection(selectionOf(info)));
  const read: Read = { collection, context, filter, foreignField: '' };
  const facts = context.database.facts(collection);
  const rows = await facts
    .find({ $and: [visible(read), filter, afterPosition(request)] }, { projection })
    .sort({ sortOn: -1, _id: -1 })
    .limit(request.first + 1)
    .toArray();
  return toConnection(rows as FactDocument<F>[], request, positionOfRow, () =>
    countVisible(facts, visible(read), filter),
  );
}

/**
 * Reads one fact by its id; all ids asked for in a request cost one command.
 *
 * @param collection - whose fact
 * @param id - its id
 * @param context - the request
 * @param info - for the projection; only read, so any field whose rows are the fact itself will do
 * @returns null where there is none that the caller may see
 */
export async function factById<F extends Fields>(
  collection: FactCollection<F>,
  id: string,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<FactDocument<F> | null> {
  const projection = projectionFor(context, collection, selectionOf(info));
  const read: Read = { collection, context, filter: {}, foreignField: '_id' };
  const name = JSON.stringify([collection.name, 'id', Object.keys(projection)]);
  const fact = await context.loaders.get(name, () => idLoader(read, projection)).load(id);
  return fact as FactDocument<F> | null;
}

/** Where an authorisation opens single fields, each row says why it is seen. */
function projectionFor({ caller }: SubgraphContext, collection: FactCollection, selection: Selection): Projection {
  const projection = projectionOf(collection, selection);
  const isNeeded = caller.authorisation?.fields !== undefined && !('record' in projection);
  return isNeeded ? { ...projection, 'record.usageScope': 1 } : projection;
}

function idLoader(read: Read, projection: Projection): DataLoader<string, FactDocumentBase | null> {
  return new DataLoader(async (ids) => {
    const query = { _id: { $in: [...ids] }, ...visible(read) };
    const found = await read.context.database.facts(read.collection).find(query, { projection }).toArray();
    const byId = new Map(found.map((fact) => [fact._id, fact]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

function pageLoader(
  read: Read,
  request: PageRequest,
  projection: Projection,
): DataLoader<string, readonly FactDocumentBase[]> {
  const { foreignField, collection } = read;
  const match = narrowed(visible(read), read.filter, afterPosition(request));
  const pages: ParentPages = { collection, foreignField, match, projection, most: request.first + 1 };
  return new DataLoader(async (parents) => {
    const found = await pagesOfParents(read.context.database, pages, parents);
    return parents.map((parent) => found.get(parent) ?? []);
  });
}

/** Joins filters; the usual case, in which nothing narrows, is written to the server without a join, which costs both sides time. */
function narrowed(visibility: FactFilter, ...others: readonly FactFilter[]): FactFilter {
  const given = others.filter((filter) => Object.keys(filter).length > 0);
  return given.length === 0 ? visibility : { $and: [visibility, ...given] };
}

function countLoader(read: Read): DataLoader<string, number> {
  return new DataLoader(async (usccs) => {
    const groups = read.context.database
      .facts(read.collection)
      .aggregate<{ _id: string; count: number }>([
        { $match: { $and: [{ [read.foreignField]: { $in: [...usccs] } }, visible(read), read.filter] } },
        { $group: { _id: `$${read.foreignField}`, count: { $sum: 1 } } },
      ]);
    const byUscc = new Map((await groups.toArray()).map(({ _id, count }) => [_id, count]));
    return usccs.map((uscc) => byUscc.get(uscc) ?? 0);
  });
}

function visible({ collection, context, filter, foreignField }: Read): FactFilter {
  const { department, type } = collection;
  // The subject and the id of a fact are told with any of its fields.
  const parent = FOUND_BY.has(foreignField) ? [] : [foreignField];
  const dependsOn = [...parent, ...filteredPaths(filter)];
  return visibilityFilter(context.caller, todayInShanghai(context.now), { department, type, dependsOn });
}

/** How facts are found without a look at what they say. */
const FOUND_BY: ReadonlySet<string> = new Set(['', '_id', 'subjectUscc']);

/** The stored fields that a filter looks at. */
function filteredPaths(filter: FactFilter): readonly string[] {
  return Object.entries(filter).flatMap(([name, condition]: [string, unknown]) => {
    if (!name.startsWith('$')) return FOUND_BY.has(name) ? [] : [name];
    return Array.isArray(condition) ? condition.flatMap((part: FactFilter) => filteredPaths(part)) : [name];
  });
}
