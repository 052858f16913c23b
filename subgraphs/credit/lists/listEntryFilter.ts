import type { Filter } from 'mongodb';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import { unlinkedFilter } from '../../../src/data/unlinkedFilter.ts';

/** What narrows the entries that were brought here. */
export interface ListEntryAsked {
  readonly listId?: string | null | undefined;
  readonly unlinked?: boolean | null | undefined;
}

/**
 * Turns what is asked for into a filter over stored fields.
 *
 * @param asked - parts that are not given narrow nothing
 */
export function listEntryFilter({ listId, unlinked }: ListEntryAsked): Filter<FactDocumentBase> {
  return { ...(typeof listId === 'string' ? { listId } : {}), ...unlinkedFilter(unlinked) };
}
