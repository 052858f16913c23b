import type { JsonValue } from '../../../src/ledger/LedgerBody.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';
import { editionOn, listById } from './listDefinitions.ts';
import type { ListDefinition, ListEdition } from './ListDefinition.ts';
import { earlyRemovalOn } from './listTerm.ts';

/** An enterprise's place on a list: the fact that put it there, and what the list says of it. */
export interface ListStanding {
  readonly list: ListDefinition;
  readonly edition: ListEdition;
  readonly document: TimelineDocument;
  /** Day of listing, else the first public day; undefined where neither is known. */
  readonly listedOn: LocalDate | undefined;
}

/** Fields in which collections say who decided. */
const DECIDERS = ['decider', 'listingAuthority', 'court', 'authority'] as const;

/**
 * Gives the place that a fact has on a list.
 *
 * @param list - a list that the fact is an entry of
 * @param document - the fact, as the timeline holds it
 */
export function entryOf(list: ListDefinition, document: TimelineDocument): ListStanding {
  const { decidedOn, record, sortOn } = document;
  const listedOn = decidedOn ?? record.publishedOn ?? record.publicity?.from;
  return { list, document, listedOn, edition: editionOn(list, sortOn) };
}

/**
 * Gives all places that facts have on lists, in the order of the facts.
 *
 * @param documents - facts that stand on lists
 */
export function standingsOf(documents: readonly TimelineDocument[]): readonly ListStanding[] {
  return documents.flatMap((document) =>
    document.lists.flatMap((id) => {
      const list = listById(id);
      return list === undefined ? [] : [entryOf(list, document)];
    }),
  );
}

/**
 * Gives the first day on which early removal may be asked for.
 *
 * @param standing - the place on the list
 * @returns null where the law knows none, or no day of listing is known
 */
export function earlyRemovalOf({ edition, document, listedOn }: ListStanding): LocalDate | null {
  return listedOn === undefined ? null : earlyRemovalOn(edition, document.values, listedOn);
}

/**
 * Gives the authority that decided on listing, else whoever provided the fact.
 *
 * @param standing - the place on the list
 */
export function decidedBy({ document: { values, record } }: ListStanding): string | null {
  const named = DECIDERS.map((field): JsonValue | undefined => values[field]).find(
    (value) => typeof value === 'string',
  );
  return typeof named === 'string' ? named : (record.provider?.name ?? null);
}
