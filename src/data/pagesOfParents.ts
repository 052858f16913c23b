import type { Filter } from 'mongodb';
import type { DepartmentDatabase } from './DepartmentDatabase.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import type { Projection } from './projection.ts';

/** What every row has that a page is made of. */
export type ParentRow = Pick<FactDocumentBase, '_id' | 'sortOn'>;

/** Which rows of each parent are read. */
export interface ParentPages<Row extends ParentRow = FactDocumentBase> {
  /** Facts, or a view of them that has their order. */
  readonly collection: { readonly name: string };
  /** The stored field that names the parent; an index leads with it and goes on in the order of lists. */
  readonly foreignField: string;
  /** Visibility, filter and position. */
  readonly match: Filter<Row>;
  /** All fields where it names none. */
  readonly projection: Projection;
  /** Rows of one parent at most. */
  readonly most: number;
}

type Pages<Row> = Map<string, Row[]>;

/**
 * Reads a page of rows for each of several parents by one command, a walk along the index of the parent field.
 *
 * A `$lookup` with a limit for each parent reads no row too many, but MongoDB starts a pipeline for every parent, which
 * took five times as long. The walk ends after as many rows as all pages together can hold. Only where one parent has so
 * many facts that the walk ends before the last parent, a second command reads the pages of those that are left; at worst,
 * with such a parent first, the walk was for nothing, and its rows are no more than all pages can hold.
 *
 * @param database - the owner's
 * @param pages - see {@link ParentPages}
 * @param parents - values of the parent field, each once
 * @returns rows by parent, newest first; a parent without rows is absent
 */
export async function pagesOfParents<Row extends ParentRow = FactDocumentBase>(
  database: DepartmentDatabase,
  pages: ParentPages<Row>,
  parents: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { collection, foreignField, match, projection, most } = pages;
  const limit = parents.length * most;
  const rows = await database.db
    .collection<Row>(collection.name)
    .find<Row>(
      { [foreignField]: { $in: [...parents] }, ...match },
      { projection: withParent(projection, foreignField) },
    )
    .sort({ [foreignField]: 1, sortOn: -1, _id: -1 })
    .limit(limit)
    // One more than can come, so that the first batch is the last.
    .batchSize(limit + 1)
    .toArray();
  const found: Pages<Row> = new Map();
  let reached = '';
  for (const row of rows) {
    reached = parentOf(row, foreignField);
    const page = found.get(reached) ?? [];
    if (page.length === 0) found.set(reached, page);
    if (page.length < most) page.push(row);
  }
  if (rows.length < limit) return found;
  // Codes are ASCII, so that MongoDB and JavaScript order them alike.
  const left = parents.filter((parent) => parent > reached || (parent === reached && isShort(found.get(parent), most)));
  if (left.length > 0) for (const [parent, page] of await pagesByLookup(database, pages, left)) found.set(parent, page);
  return found;
}

async function pagesByLookup<Row extends ParentRow>(
  { db }: DepartmentDatabase,
  { collection, foreignField, match, projection, most }: ParentPages<Row>,
  parents: readonly string[],
): Promise<Pages<Row>> {
  const wanted = Object.keys(projection).length === 0 ? [] : [{ $project: projection }];
  const pipeline = [{ $match: match }, { $sort: { sortOn: -1, _id: -1 } }, { $limit: most }, ...wanted];
  const found = db.aggregate<{ k: string; rows: Row[] }>([
    { $documents: parents.map((k) => ({ k })) },
    { $lookup: { from: collection.name, localField: 'k', foreignField, pipeline, as: 'rows' } },
  ]);
  return new Map((await found.toArray()).map(({ k, rows }) => [k, rows]));
}

/** Nothing named means everything. */
function withParent(projection: Projection, foreignField: string): Projection {
  return Object.keys(projection).length === 0 ? projection : { ...projection, [foreignField]: 1 };
}

function isShort(page: readonly unknown[] | undefined, most: number): boolean {
  return (page?.length ?? 0) < most;
}

function parentOf(row: object, foreignField: string): string {
  return String((row as Readonly<Record<string, unknown>>)[foreignField]);
}
