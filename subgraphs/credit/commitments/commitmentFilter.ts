import type { Filter } from 'mongodb';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import { unlinkedFilter } from '../../../src/data/unlinkedFilter.ts';
import type { CommitmentFilter } from '../__generated__/resolvers.ts';

/**
 * Turns the API's filter into one over stored fields; each is served by an index of the collection.
 *
 * @param filter - as a caller gave it; what is null or absent does not narrow
 */
export function commitmentFilter(filter: CommitmentFilter | null | undefined): Filter<FactDocumentBase> {
  const { unlinked, ...equal } = filter ?? {};
  const given = Object.entries(equal).filter(([, value]: [string, unknown]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(given), ...unlinkedFilter(unlinked) };
}
