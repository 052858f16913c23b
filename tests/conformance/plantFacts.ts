import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { FactDocumentBase, RecordDocument, RecordState, UsageScope } from '../../src/data/FactDocument.ts';
import type { OutboxEvent } from '../../src/data/outbox.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import { addDays } from '../../src/values/localDate.ts';
import { normaliseName } from '../../src/values/names.ts';
import type { TestDepartment } from '../kit/department.ts';
import { markedValues, type MarkedPeople } from '../kit/markedValues.ts';
import { maySee } from '../kit/maySee.ts';
import { testCodes } from '../subgraphs/registry/testCodes.ts';

/** The day on which all doors are tried. */
export const TODAY = '2026-06-15';

const SCOPES: readonly UsageScope[] = ['PUBLIC', 'GOV_SHARED', 'AUTHORISED_QUERY'];
const STATES: readonly RecordState[] = ['ACTIVE', 'HIDDEN', 'ARCHIVED', 'DELETED'];
const WINDOWS: readonly FactDocumentBase['record']['publicity'][] = [
  undefined,
  { from: TODAY, until: TODAY, endReason: 'ANNULLED', endedOn: TODAY },
  { from: '2020-01-01', until: '2030-01-01', endReason: 'ANNULLED', endedOn: '2026-01-01' },
  { from: addDays(TODAY, 1), until: '2030-01-01' },
  { from: '2020-01-01', until: addDays(TODAY, -1), endReason: 'ANNULLED', endedOn: '2021-01-01' },
];
const COMBINATIONS = SCOPES.flatMap((usageScope) =>
  STATES.flatMap((state) => WINDOWS.map((publicity) => ({ usageScope, state, publicity }))),
);
/** One unlinked fact for each scope comes on top. */
const UNLINKED = SCOPES.map((usageScope) => ({ usageScope, state: 'ACTIVE' as const, publicity: undefined }));

/** The enterprises that facts are about, registered in every way that a fact can be; the first is public. */
export const CODES = testCodes(COMBINATIONS.length);

/** A stored fact or replaced revision, with the mark that all its texts bear. */
export interface Planted {
  readonly mark: string;
  readonly owner: string;
  readonly collection: FactCollection;
  /** A fact by itself; of a replaced revision, the current one, which must be visible as well. */
  readonly documents: readonly FactDocumentBase[];
}

/** How people are named in all facts: behind the mark, in fields that are masked and in those that are not; and their number. */
export const PEOPLE: MarkedPeople = { masked: '甲某某', shown: '乙某某', idNo: '350102199003070039' };

/** All marks in a text. */
export const MARKS = /〄[\w.]+〄/g;

/**
 * Plants facts of every usage scope, state and window in all collections of a department, and two earlier revisions of each in its
 * history; the window of an annulled one is the one that it always had. Each bears a mark of its own in its id and in every text. Views that
 * are made from the ledger hold them after the department has settled.
 *
 * @param department - an opened department
 */
export async function plantFacts(department: TestDepartment): Promise<readonly Planted[]> {
  const { collections, database, name: owner } = department.subgraph;
  const planted: Planted[] = [];
  for (const [index, collection] of Object.values(collections).entries()) {
    const ways = collection.kind === 'SUBJECT' ? COMBINATIONS : [...COMBINATIONS, ...UNLINKED];
    const facts = ways.map((way, at) => plant(collection, `〄${owner}.${index}.${at}〄`, at, way));
    const revisions = facts.flatMap(({ fact }, at) =>
      [1, 2].map((revision) => {
        const way = wayBefore(ways[(at * 7 + revision * 5) % ways.length], ways[at]);
        const mark = `〄${owner}.${index}.${at}r${revision}〄`;
        return { mark, current: fact, fact: { ...plant(collection, mark, at, way, revision).fact, fact: fact._id } };
      }),
    );
    await database.facts(collection).insertMany(facts.map(({ fact }) => fact));
    await database
      .revisions(collection)
      .insertMany(revisions.map(({ fact }) => ({ ...fact, _id: `${fact.fact}@${fact.record.revision}` })));
    // As if each had been written by the kernel: what follows the ledger holds them as well.
    await database.outbox.insertMany([...revisions, ...facts].map(({ fact }) => eventOf(collection, fact)));
    planted.push(
      ...facts.map(({ mark, fact }) => ({ mark, owner, collection, documents: [fact] })),
      ...revisions.map(({ mark, fact, current }) => ({ mark, owner, collection, documents: [fact, current] })),
    );
  }
  return planted;
}

function eventOf({ name }: FactCollection, fact: FactDocumentBase & { readonly fact?: string }): OutboxEvent {
  const { _id, subjectUscc, record } = fact;
  const id = fact.fact ?? _id;
  return {
    _id: `${id}@${record.revision}`,
    ...{ collection: name, fact: id, revision: record.revision },
    reason: record.revision === 1 ? 'CREATED' : 'CORRECTED',
    ...(subjectUscc === undefined ? {} : { subjectUscc }),
    at: new Date(`${TODAY}T04:00:00Z`),
  };
}

/** Tells whether a caller may read a planted text. */
export function mayRead(caller: Caller, { collection, documents }: Planted): boolean {
  return documents.every((document) => maySee(caller, TODAY, collection, document));
}

type Way = (typeof COMBINATIONS)[number];

/** An annulment ends a window and does not move it. */
function wayBefore(before: Way | undefined, way: Way | undefined): Way | undefined {
  if (before === undefined || way?.publicity?.endReason !== 'ANNULLED') return before;
  const { endReason, endedOn, ...window } = way.publicity;
  return { ...before, publicity: window };
}

function plant(
  collection: FactCollection,
  mark: string,
  at: number,
  way: Way = { usageScope: 'PUBLIC', state: 'ACTIVE', publicity: undefined },
  revision = 3,
): { readonly mark: string; readonly fact: FactDocumentBase } {
  const own = CODES[at] ?? '';
  // Half of the facts are about the public enterprise, the others about enterprises registered in all ways.
  const subject = (at % 2 === 0 ? CODES[0] : CODES[(at * 11) % CODES.length]) ?? '';
  const isUnlinked = at >= COMBINATIONS.length;
  const link = isUnlinked ? {} : { subjectUscc: subject };
  const keys = { uscc: own, orgCode: own.slice(8, 17), nameKey: normaliseName(mark), parentUscc: subject };
  const fact = {
    sortOn: '2026-01-05',
    decidedOn: '2026-01-05',
    ...markedValues(collection, mark, CODES[0] ?? '', PEOPLE),
    record: recordOf(collection, mark, way, revision, isUnlinked),
  };
  return {
    mark,
    fact: collection.kind === 'SUBJECT' ? { ...fact, ...keys, _id: own } : { ...fact, ...link, _id: mark },
  };
}

function recordOf(
  { polarity }: FactCollection,
  mark: string,
  { publicity, ...scopeAndState }: Way,
  revision: number,
  isUnlinked: boolean,
): RecordDocument {
  return {
    ...scopeAndState,
    ...(publicity === undefined ? {} : { publicity }),
    subjectName: mark,
    provider: { name: '某机关' },
    polarity,
    revision,
    revisionReason: 'CORRECTED',
    revisionNote: mark,
    provenance: { source: mark, operator: mark, batch: mark, rawCode: mark, receivedAt: new Date('2026-01-06') },
    qualityFlags: [isUnlinked ? 'SUBJECT_UNLINKED' : 'WINDOW_UNKNOWN'],
  };
}
