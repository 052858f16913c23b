import type { Db, Document, MongoClient } from 'mongodb';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { visibilityFilter } from '../../../src/policy/visibility.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';

/** The rows of a collection that a query asks for under an enterprise. */
export interface ChildRead {
  readonly department: string;
  readonly collection: string;
  readonly first: number;
  /** Stored fields. */
  readonly fields: readonly string[];
}

/** The page of one enterprise: at most one row more than asked for. */
export type PageRows = readonly Document[];

/**
 * The reads of the product as a programmer would write them by hand: the same commands, filters and projections, sent by
 * the bare driver.
 */
export class DriverReads {
  readonly #client: MongoClient;

  /**
   * @param client - connected to the server of all departments
   */
  constructor(client: MongoClient) {
    this.#client = client;
  }

  /** Registrations by code, in one command; unknown ones are missing. */
  async enterprises(usccs: readonly string[], fields: readonly string[]): Promise<ReadonlyMap<string, Document>> {
    const query = { _id: { $in: [...usccs] }, ...visible('registry') };
    const options = { projection: projectionOf(fields) };
    const found = await this.#db('registry').collection<{ _id: string }>('enterprises').find(query, options).toArray();
    return new Map(found.map((document) => [document._id, document]));
  }

  /** The facts of one enterprise. */
  async page(uscc: string, { department, collection, first, fields }: ChildRead): Promise<PageRows> {
    return this.#db(department)
      .collection(collection)
      .find({ subjectUscc: uscc, ...visible(department) }, { projection: projectionOf(fields) })
      .sort({ sortOn: -1, _id: -1 })
      .limit(first + 1)
      .toArray();
  }

  /** The number of all facts of one enterprise. */
  async count(uscc: string, { department, collection }: ChildRead): Promise<number> {
    const [group] = await this.#db(department)
      .collection(collection)
      .aggregate<{ count: number }>([
        { $match: { subjectUscc: { $in: [uscc] }, ...visible(department) } },
        { $group: { _id: '$subjectUscc', count: { $sum: 1 } } },
      ])
      .toArray();
    return group?.count ?? 0;
  }

  /** The facts of many enterprises, in one command. */
  async pages(
    usccs: readonly string[],
    { department, collection, first, fields }: ChildRead,
  ): Promise<ReadonlyMap<string, PageRows>> {
    const most = first + 1;
    const limit = usccs.length * most;
    const rows = await this.#db(department)
      .collection(collection)
      .find(
        { subjectUscc: { $in: [...usccs] }, ...visible(department) },
        { projection: projectionOf(['subjectUscc', ...fields]) },
      )
      .sort({ subjectUscc: 1, sortOn: -1, _id: -1 })
      .limit(limit)
      .batchSize(limit + 1)
      .toArray();
    // The city of the bench has no enterprise with so many facts that the walk ends before the last.
    const pages = new Map<string, Document[]>();
    for (const row of rows) {
      const page = pages.get(String(row['subjectUscc'])) ?? [];
      if (page.length === 0) pages.set(String(row['subjectUscc']), page);
      if (page.length < most) page.push(row);
    }
    return pages;
  }

  #db(department: string): Db {
    return this.#client.db(department);
  }
}

function visible(department: string): Document {
  return visibilityFilter(ANONYMOUS, todayInShanghai(new Date()), { department });
}

function projectionOf(fields: readonly string[]): Record<string, 1> {
  return Object.fromEntries(['sortOn', ...fields].map((field) => [field, 1 as const]));
}
