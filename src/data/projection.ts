import type { FactCollection } from './FactCollection.ts';
import type { Selection } from './selection.ts';

/** Stored fields to read; `_id` and whom the fact is about always come along. */
export type Projection = Readonly<Record<string, 1>>;

/** Fields of the envelope that are made from others. */
const RECORD_NEEDS: Readonly<Record<string, readonly string[]>> = {
  supersedes: ['revision'],
  // Nothing of the stored envelope, but that there is one tells a stored fact from a code that nothing is stored for.
  catalogueKind: ['usageScope'],
  subjectName: ['subjectName', 'subjectCategory'],
};

/**
 * Turns selected GraphQL fields into the stored fields that answer them.
 *
 * A field that the collection declares, or that its `needs` map names, is read; anything else (a connection of another
 * collection, `id`, `__typename`) needs the id alone. Inside `record` only the selected parts are read.
 *
 * @param collection - the declaration
 * @param selection - selected fields of one row
 */
export function projectionOf(collection: FactCollection, selection: Selection): Projection {
  const projection: Record<string, 1> = { sortOn: 1, subjectUscc: 1 };
  for (const [name, below] of selection) {
    for (const path of storedPaths(collection, name, below)) projection[path] = 1;
  }
  return projection;
}

function storedPaths(collection: FactCollection, name: string, below: Selection): readonly string[] {
  if (name === 'record') return [...below.keys()].flatMap(recordPaths);
  if (name === 'subject') return [];
  if (name === 'decidedOn') return [name];
  const needs = collection.needs?.[name];
  if (needs !== undefined) return needs;
  return name in collection.fields ? [name] : [];
}

function recordPaths(name: string): readonly string[] {
  return (RECORD_NEEDS[name] ?? [name]).map((part) => `record.${part}`);
}
