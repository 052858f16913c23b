import type { AnyBulkWriteOperation } from 'mongodb';
import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import type { ListRules } from '../../../src/subgraph/ListRules.ts';
import { allGramsOf, blankOf, ENTERPRISE, enterpriseOf, registrationOf, type Registration } from './enterpriseOf.ts';
import type { Generation } from './Generation.ts';
import type { IndexedEnterprise } from './IndexedEnterprise.ts';
import { applyListings } from './applyListings.ts';
import { writePostings, type PostingChange } from './postings/writePostings.ts';

/**
 * Brings a generation of the index in step with entries of the ledger. The same entries again change nothing; one process at a time does
 * it for a generation.
 *
 * @param generation - the generation
 * @param entries - in order
 * @param rules - the lists that there are
 */
export async function applyEntries(
  generation: Generation,
  entries: readonly LedgerEntry[],
  rules: readonly ListRules[],
): Promise<void> {
  const registrations = registrationsIn(entries);
  const moved = await applyListings(generation, entries, rules);
  const touched = [...new Set([...registrations.keys(), ...moved])];
  if (touched.length === 0) return;
  const known = await generation.enterprises.find({ subjectUscc: { $in: touched } }).toArray();
  const before = new Map(known.map((enterprise) => [enterprise.subjectUscc, enterprise]));
  const after = enterprisesOf({
    touched,
    registrations,
    before,
    lists: await listsOf(generation, touched),
    next: await nextNumber(generation),
  });
  // Postings first: where this is broken off, the documents still say what was there before, and the same is done again.
  await writePostings(generation, changesOf(before, after));
  await replaceAll(generation, after);
}

/** What the enterprises are made from that entries are about. */
interface Touched {
  readonly touched: readonly string[];
  readonly registrations: ReadonlyMap<string, Registration>;
  readonly before: ReadonlyMap<string, IndexedEnterprise>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The number of the first that has none yet. */
  readonly next: number;
}

function enterprisesOf({ touched, registrations, before, lists, next }: Touched): readonly IndexedEnterprise[] {
  let free = next;
  return touched.flatMap((uscc) => {
    const old = before.get(uscc);
    const registration = registrations.get(uscc) ?? old;
    // A listing may be there before its enterprise is registered, and what is blank from the start needs no place.
    if (registration === undefined || (old === undefined && registration.name === '')) return [];
    const number = old?._id ?? free;
    if (old === undefined) free += 1;
    return [enterpriseOf(registration, number, lists.get(uscc) ?? [])];
  });
}

/** The last word on each registration. */
function registrationsIn(entries: readonly LedgerEntry[]): ReadonlyMap<string, Registration> {
  const last = new Map<string, Registration>();
  for (const { seq, body, withheldFact } of entries) {
    if (withheldFact !== undefined) last.set(withheldFact, blankOf(withheldFact, '', seq));
    if (body?.kind !== 'SUBJECT' || body.type !== ENTERPRISE) continue;
    const isPerson = body.record.subjectCategory === 'NATURAL_PERSON';
    last.set(body.fact, isPerson ? blankOf(body.fact, body.department, seq) : registrationOf(body, seq));
  }
  return last;
}

async function listsOf(
  { listings }: Generation,
  usccs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await listings.find({ subjectUscc: { $in: [...usccs] } }).toArray();
  const byUscc = new Map<string, Set<string>>();
  for (const { subjectUscc, lists } of found) {
    const known = byUscc.get(subjectUscc) ?? new Set();
    for (const list of lists) known.add(list);
    byUscc.set(subjectUscc, known);
  }
  return new Map([...byUscc].map(([uscc, lists]) => [uscc, [...lists].sort()]));
}

/** Numbers are given by what is stored, so that nothing has to be counted beside it. */
async function nextNumber({ enterprises }: Generation): Promise<number> {
  const last = await enterprises.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } });
  return last === null ? 0 : last._id + 1;
}

function changesOf(
  before: ReadonlyMap<string, IndexedEnterprise>,
  after: readonly IndexedEnterprise[],
): ReadonlyMap<string, PostingChange> {
  const changes = new Map<string, PostingChange>();
  const changeOf = (gram: string): PostingChange => {
    const known = changes.get(gram) ?? { added: new Set(), removed: new Set() };
    changes.set(gram, known);
    return known;
  };
  for (const enterprise of after) {
    const old = before.get(enterprise.subjectUscc);
    const had = old === undefined ? new Set<string>() : allGramsOf(old);
    const has = allGramsOf(enterprise);
    for (const gram of had) if (!has.has(gram)) changeOf(gram).removed.add(enterprise._id);
    // What it had already is added again: where a run was broken off it may be missing.
    for (const gram of has) if (!had.has(gram) || old?.seq === enterprise.seq) changeOf(gram).added.add(enterprise._id);
  }
  return changes;
}

async function replaceAll({ enterprises }: Generation, after: readonly IndexedEnterprise[]): Promise<void> {
  const operations = after.map(({ _id, ...replacement }): AnyBulkWriteOperation<IndexedEnterprise> => ({
    replaceOne: { filter: { _id }, replacement, upsert: true },
  }));
  if (operations.length > 0) await enterprises.bulkWrite(operations, { ordered: false });
}
