import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { Generation } from './Generation.ts';
import type { ListingDocument } from './ListingDocument.ts';
import { readListings } from './readListings.ts';
import { readSettled } from './readSettled.ts';

/** What was read of an enterprise, with the lists on which it stands for this caller at this moment. */
export interface Listed<Row> {
  readonly row: Row;
  readonly lists: ReadonlySet<string>;
}

interface WithListings<Row> {
  readonly row: Row;
  readonly listings: readonly ListingDocument[];
}

/**
 * Reads something of enterprises with the lists on which they stand now, as far as the caller may see the facts behind that: neither what has
 * expired, was repaired or is kept from the caller, nor what changed in the last moment and is not followed yet.
 *
 * @param context - the request
 * @param read - reads rows of a generation, one for each enterprise
 * @param usccOf - the enterprise that a row is about
 * @throws AppError SEARCH_NOT_READY
 */
export async function readListed<Row>(
  context: SubgraphContext,
  read: (generation: Generation) => Promise<readonly Row[]>,
  usccOf: (row: Row) => string,
): Promise<readonly Listed<Row>[]> {
  const readBoth = async (generation: Generation): Promise<readonly WithListings<Row>[]> => {
    const rows = await read(generation);
    const byUscc = new Map<string, ListingDocument[]>();
    for (const listing of await readListings(generation, rows.map(usccOf), context)) {
      byUscc.set(listing.subjectUscc, [...(byUscc.get(listing.subjectUscc) ?? []), listing]);
    }
    return rows.map((row) => ({ row, listings: byUscc.get(usccOf(row)) ?? [] }));
  };
  const everyOwner = context.departments.map(({ name }) => name);
  const { rows, pending } = await readSettled(context, readBoth, ({ row }) => usccOf(row), everyOwner);
  return rows.map(({ row, listings }) => ({
    row,
    lists: new Set(listings.filter(({ _id }) => !pending.has(_id)).flatMap(({ lists }) => lists)),
  }));
}
