import { createHash } from 'node:crypto';
import type { Document, MongoClient } from 'mongodb';

/** What was stored in databases, as far as it does not depend on when it was. */
export interface BusinessHash {
  /** SHA-256 over everything, in the order of the ids, which are made from natural keys. */
  readonly hash: string;
  /** Documents by collection, such as `registry.enterprises`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Instants of the run, and the id of the batch. */
const OF_THE_RUN: ReadonlySet<string> = new Set(['receivedAt', 'at', 'batch']);
/** Collections that tell of runs. */
const RUNS: ReadonlySet<string> = new Set(['batches', 'start_check']);

/**
 * Takes a hash over facts, earlier revisions, events and quarantined rows of some databases.
 *
 * @param client - of their server
 * @param prefix - of the databases' names
 * @param departments - names of the databases behind it
 */
export async function businessHash(
  client: MongoClient,
  prefix: string,
  departments: readonly string[],
): Promise<BusinessHash> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  for (const department of departments.toSorted()) {
    const db = client.db(`${prefix}${department}`);
    const collections = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
    for (const name of collections.map((each) => each.name).toSorted()) {
      if (RUNS.has(name)) continue;
      const place = `${department}.${name}`;
      const documents = db.collection<Document & { readonly _id: string }>(name).find().sort({ _id: 1 });
      for await (const document of documents) {
        hash.update(
          `${place} ${JSON.stringify(document, (key, value: unknown) => (OF_THE_RUN.has(key) ? undefined : value))}\n`,
        );
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
  }
  return { hash: hash.digest('hex'), counts };
}
