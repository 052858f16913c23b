import { createHash } from 'node:crypto';
import { readDefinitions } from '../../../src/config/readDefinitions.ts';
import { listSchema, type ListDefinition, type ListEdition } from './ListDefinition.ts';

const { definitions, text } = readDefinitions('subgraphs/credit/lists', listSchema);

/** All lists, black ones first, each kind by the name of its file. */
export const LISTS: readonly ListDefinition[] = definitions.toSorted((one, other) =>
  one.kind.localeCompare(other.kind),
);

/** Changes with every word of the definitions, so that what was indexed by others is indexed anew. */
export const LISTS_VERSION: string = createHash('sha256').update(text).digest('hex').slice(0, 12);

const BY_ID: ReadonlyMap<string, ListDefinition> = new Map(LISTS.map((list) => [list.id, list]));

/**
 * Gives a list.
 *
 * @param id - such as `judgment-defaulters`
 */
export function listById(id: string): ListDefinition | undefined {
  return BY_ID.get(id);
}

/**
 * Gives what held of a list on a day. Facts older than the oldest edition fall under that one, and a fact whose day nobody knows
 * under the newest.
 *
 * @param list - the list
 * @param day - of listing; absent or empty where it is not known
 */
export function editionOn({ editions }: ListDefinition, day: string | undefined): ListEdition {
  const edition = day ? (editions.find(({ from }) => from <= day) ?? editions.at(-1)) : editions[0];
  if (edition === undefined) throw new RangeError('A list has at least one edition.');
  return edition;
}

/** What narrows the catalogue of lists; what is not given narrows nothing. */
export interface ListsAsked {
  readonly kind?: ListDefinition['kind'] | null | undefined;
  /** Department, by name. */
  readonly owner?: string | null | undefined;
}

/**
 * Gives the lists of a kind and of an owner.
 *
 * @param asked - see {@link ListsAsked}
 */
export function listsBy({ kind, owner }: ListsAsked): readonly ListDefinition[] {
  return LISTS.filter(
    (list) => list.kind === (kind ?? list.kind) && list.owner.department === (owner ?? list.owner.department),
  );
}
