import type { Collection, Db } from 'mongodb';
import type { IndexedEnterprise } from './IndexedEnterprise.ts';
import type { ListingDocument } from './ListingDocument.ts';
import type { BlockDocument, PostingDocument } from './postings/PostingDocument.ts';

/** The collections of one building of the index. Another one is built beside it, so that the first is read until the last moment. */
export interface Generation {
  readonly number: number;
  readonly enterprises: Collection<IndexedEnterprise>;
  /** Facts that put enterprises on lists. */
  readonly listings: Collection<ListingDocument>;
  readonly postings: Collection<PostingDocument>;
  readonly blocks: Collection<BlockDocument>;
}

/**
 * Gives the collections of a generation.
 *
 * @param db - of the department
 * @param number - of the generation
 */
export function generationOf(db: Db, number: number): Generation {
  return {
    number,
    enterprises: db.collection(`enterprises_${number}`),
    listings: db.collection(`listings_${number}`),
    postings: db.collection(`postings_${number}`),
    blocks: db.collection(`blocks_${number}`),
  };
}

/**
 * Makes the collections of a generation, and of its indexes what is needed while it is filled; safe to call again.
 *
 * @param generation - its collections
 */
export async function prepareGeneration({ enterprises, listings, postings, blocks }: Generation): Promise<void> {
  await enterprises.createIndexes([{ key: { subjectUscc: 1 }, unique: true }]);
  await listings.createIndexes([{ key: { subjectUscc: 1 } }]);
  // They are there from now on, whatever is written first: a collection that is missing reads as an empty one.
  const { db } = postings;
  for (const { collectionName } of [postings, blocks]) {
    if (!(await db.listCollections({ name: collectionName }).hasNext())) await db.createCollection(collectionName);
  }
}

/**
 * Makes the indexes by which a generation is read. Made once it is filled they take a fraction of the time that keeping them meanwhile
 * would; safe to call again.
 *
 * @param generation - its collections
 */
export async function indexGeneration({ enterprises, listings }: Generation): Promise<void> {
  await enterprises.createIndexes([
    { key: { orgCode: 1 } },
    { key: { registrationNo: 1 }, sparse: true },
    { key: { keys: 1 } },
  ]);
  await listings.createIndexes([{ key: { lists: 1 } }]);
}

/**
 * Drops the collections of a generation.
 *
 * @param generation - one that nobody reads any more
 */
export async function dropGeneration({ enterprises, listings, postings, blocks }: Generation): Promise<void> {
  for (const collection of [enterprises, listings, postings, blocks]) await collection.drop();
}
