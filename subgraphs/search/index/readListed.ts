import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { Generation } from './Generation.ts';
import type { IndexedEnterprise } from './IndexedEnterprise.ts';
import type { ListingDocument } from './ListingDocument.ts';
import { readListings } from './readListings.ts';
import { readSettled } from './readSettled.ts';

/** An enterprise with the lists on which it stands for this caller at this moment. */
export interface ListedEnterprise {
  readonly enterprise: IndexedEnterprise;
  readonly lists: ReadonlySet<string>;
}

interface Row {
  readonly enterprise: IndexedEnterprise;
  readonly listings: readonly ListingDocument[];
}

/**
 * Reads enterprises with the lists on which they stand now, as far as the caller may see the facts behind that: neither what has expired,
 * was repaired or is kept from the caller, nor what changed in the last moment and is not followed yet.
 *
 * @param context - the request
 * @param read - reads enterprises of a generation
 * @throws AppError SEARCH_NOT_READY
 */
export async function readListed(
  context: SubgraphContext,
  read: (generation: Generation) => Promise<readonly IndexedEnterprise[]>,
): Promise<readonly ListedEnterprise[]> {
  const readRows = async (generation: Generation): Promise<readonly Row[]> => {
    const enterprises = await read(generation);
    const usccs = enterprises.map(({ subjectUscc }) => subjectUscc);
    const listings = new Map<string, ListingDocument[]>();
    for (const listing of await readListings(generation, usccs, context)) {
      listings.set(listing.subjectUscc, [...(listings.get(listing.subjectUscc) ?? []), listing]);
    }
    return enterprises.map((enterprise) => ({ enterprise, listings: listings.get(enterprise.subjectUscc) ?? [] }));
  };
  const everyOwner = context.departments.map(({ name }) => name);
  const { rows, pending } = await readSettled(
    context,
    readRows,
    ({ enterprise }) => enterprise.subjectUscc,
    everyOwner,
  );
  return rows.map(({ enterprise, listings }) => ({
    enterprise,
    lists: new Set(listings.filter(({ _id }) => !pending.has(_id)).flatMap(({ lists }) => lists)),
  }));
}
