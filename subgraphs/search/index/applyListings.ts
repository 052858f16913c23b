import type { AnyBulkWriteOperation } from 'mongodb';
import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import type { ListRules } from '../../../src/subgraph/ListRules.ts';
import { indexedRecord } from './enterpriseOf.ts';
import type { Generation } from './Generation.ts';
import type { ListingDocument } from './ListingDocument.ts';

/**
 * Brings the facts that put enterprises on lists in step with entries of the ledger.
 *
 * @param generation - the generation
 * @param entries - in order
 * @param rules - the lists that there are
 */
export async function applyListings(
  { listings }: Generation,
  entries: readonly LedgerEntry[],
  rules: readonly ListRules[],
): Promise<void> {
  const last = lastOfEach(entries, rules);
  if (last.size === 0) return;
  const operations = [...last].map(([_id, listing]): AnyBulkWriteOperation<ListingDocument> =>
    listing === undefined
      ? { deleteOne: { filter: { _id } } }
      : { replaceOne: { filter: { _id }, replacement: listing, upsert: true } },
  );
  await listings.bulkWrite(operations, { ordered: false });
}

type Listing = Omit<ListingDocument, '_id'>;

/** The last word on each fact that can be an entry; undefined where it is none. */
function lastOfEach(
  entries: readonly LedgerEntry[],
  rules: readonly ListRules[],
): ReadonlyMap<string, Listing | undefined> {
  const last = new Map<string, Listing | undefined>();
  for (const entry of entries) {
    if (entry.withheldFact !== undefined) last.set(entry.withheldFact, undefined);
    const { body } = entry;
    if (body?.kind !== 'FACT' || !rules.some(({ factTypes }) => factTypes.has(body.type))) continue;
    const { uscc, department, type, record } = body;
    const lists = [...new Set(rules.flatMap((each) => each.listsOf(body)))];
    const isEntry = uscc !== undefined && lists.length > 0;
    last.set(
      body.fact,
      isEntry ? { subjectUscc: uscc, department, type, lists, record: indexedRecord(record) } : undefined,
    );
  }
  return last;
}
