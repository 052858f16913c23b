import type { AnyBulkWriteOperation } from 'mongodb';
import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import type { ListRules } from '../../../src/subgraph/ListRules.ts';
import { applyListings } from './applyListings.ts';
import {
  allGramsOf,
  blankOf,
  ENTERPRISE,
  enterpriseOf,
  registrationOf,
  type MadeEnterprise,
  type Registration,
} from './enterpriseOf.ts';
import type { Generation } from './Generation.ts';
import type { IndexedEnterprise } from './IndexedEnterprise.ts';
import { PostingChanges } from './postings/PostingChanges.ts';
import { writePostings } from './postings/writePostings.ts';

/** Changes of postings that are collected over several calls. */
export interface HeldChanges {
  readonly changes: PostingChanges;
  /** They are written once there are so many; the caller writes what is left. */
  readonly most: number;
}

/**
 * Brings a generation of the index in step with entries of the ledger. The same entries again change nothing; one process at a time does
 * it for a generation.
 *
 * @param generation - the generation
 * @param entries - in order
 * @param rules - the lists that there are
 * @param held - for a generation that nobody reads before the end: postings are not written each time; what is lost with a process is lost
 * with the generation
 */
export async function applyEntries(
  generation: Generation,
  entries: readonly LedgerEntry[],
  rules: readonly ListRules[],
  { changes, most }: HeldChanges = { changes: new PostingChanges(), most: 0 },
): Promise<void> {
  await applyListings(generation, entries, rules);
  const registrations = registrationsIn(entries);
  if (registrations.size === 0) return;
  const known = await generation.enterprises.find({ subjectUscc: { $in: [...registrations.keys()] } }).toArray();
  const before = new Map(known.map((enterprise) => [enterprise.subjectUscc, enterprise]));
  const after = enterprisesOf(registrations, before, await nextNumber(generation));
  for (const made of after) noteChanges(changes, before.get(made.enterprise.subjectUscc), made);
  // Postings first: where this is broken off, the documents still say what was there before, and the same is done again.
  if (changes.size > most) await writePostings(generation, changes.take());
  await storeAll(generation, after, before);
}

/** What is blank from the start needs no place. */
function enterprisesOf(
  registrations: ReadonlyMap<string, Registration>,
  before: ReadonlyMap<string, IndexedEnterprise>,
  next: number,
): readonly MadeEnterprise[] {
  let free = next;
  return [...registrations].flatMap(([uscc, registration]) => {
    const old = before.get(uscc);
    if (old === undefined && registration.name === '') return [];
    const number = old?._id ?? free;
    if (old === undefined) free += 1;
    return [enterpriseOf(registration, number)];
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

/** Numbers are given by what is stored, so that nothing has to be counted beside it. */
async function nextNumber({ enterprises }: Generation): Promise<number> {
  const last = await enterprises.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } });
  return last === null ? 0 : last._id + 1;
}

function noteChanges(
  changes: PostingChanges,
  old: IndexedEnterprise | undefined,
  { enterprise: { _id: number, seq }, grams }: MadeEnterprise,
): void {
  const had = old === undefined ? new Set<string>() : allGramsOf(old);
  for (const gram of had) if (!grams.has(gram)) changes.remove(gram, number);
  // What it had already is added again: where a run was broken off it may be missing.
  for (const gram of grams) if (!had.has(gram) || old?.seq === seq) changes.add(gram, number);
}

async function storeAll(
  { enterprises }: Generation,
  after: readonly MadeEnterprise[],
  before: ReadonlyMap<string, IndexedEnterprise>,
): Promise<void> {
  const all = after.map(({ enterprise }) => enterprise);
  const fresh = all.filter(({ subjectUscc }) => !before.has(subjectUscc));
  if (fresh.length > 0) await enterprises.insertMany(fresh, { ordered: false });
  const operations = all
    .filter(({ subjectUscc }) => before.has(subjectUscc))
    .map(({ _id, ...replacement }): AnyBulkWriteOperation<IndexedEnterprise> => ({
      replaceOne: { filter: { _id }, replacement },
    }));
  if (operations.length > 0) await enterprises.bulkWrite(operations, { ordered: false });
}
