import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ExecutionResult } from 'graphql';
import { departmentGraph } from '../../gateway/departmentGraph.ts';
import { collectionId, type FactCollection } from '../../src/data/FactCollection.ts';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import type { QualityFlag } from '../../src/data/fields/Field.ts';
import { linkCandidateId, linkCandidatesOf, type LinkCandidateDocument } from '../../src/data/linkCandidates.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import { keySigner } from '../../src/identity/keySigner.ts';
import { addDays } from '../../src/values/localDate.ts';
import { NOW } from '../kit/department.ts';
import { writeWays, type Way } from '../kit/draftOf.ts';
import { joinGraph } from '../kit/joinGraph.ts';
import { openCity, type OpenCity } from '../kit/openCity.ts';
import { testCodes } from '../subgraphs/registry/testCodes.ts';
import type { Door } from './everyDoor.ts';

/** The enterprises that facts are about. */
export const UNITS = testCodes(6);

/** Instants at which facts are written; all views follow each of them but the last. */
export const WRITTEN = ['2026-06-01', '2026-06-08', '2026-06-15', '2026-06-15'].map(
  (day, at) => new Date(`${day}T0${at}:00:00Z`),
);

/** A fact as it was written again and again. */
export interface StagedFact {
  readonly id: string;
  readonly collection: FactCollection;
  /** Stored revisions, the oldest first; the last one is the current one. */
  readonly revisions: readonly FactDocumentBase[];
  /** Whether it was written after the views last followed. */
  readonly isPending: boolean;
}

/** Departments with random facts, each with a mark in its id and in every text of each revision. */
export interface Stage {
  readonly city: OpenCity;
  readonly facts: readonly StagedFact[];
  /** Asks a department at an instant, which is also that of all that it asks of others; it notes whom the answer tells about. */
  ask(department: string, door: Question, caller: Caller, now: Date, subjects?: Set<string>): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/** A document and its variables. */
export type Question = Pick<Door, 'document' | 'variables'>;

type Version = Omit<Way, 'id' | 'mark'>;

const day = fc
  .integer({ min: -20, max: 20 })
  .chain((days) => fc.constantFrom('2026-06-08', '2026-06-15', '2026-07-20').map((about) => addDays(about, days)));
const publicity = fc.option(
  fc.record({ from: day, until: day, endReason: fc.constantFrom('REPAIRED', 'ANNULLED') }, { requiredKeys: [] }),
  { nil: undefined },
);
const version: fc.Arbitrary<Version> = fc
  .record({
    uscc: fc.option(fc.constantFrom(...UNITS), { nil: undefined, freq: 12 }),
    usageScope: fc.constantFrom('PUBLIC', 'PUBLIC', 'GOV_SHARED', 'AUTHORISED_QUERY'),
    state: fc.constantFrom('ACTIVE', 'ACTIVE', 'ACTIVE', 'HIDDEN', 'ARCHIVED', 'DELETED'),
    publicity,
    severity: fc.constantFrom('MINOR', 'GENERAL', 'SERIOUS'),
    flags: fc.subarray<QualityFlag>(['OCR_SOURCE', 'WINDOW_UNKNOWN']),
    decidedOn: fc.constantFrom('2026-01-05', '2026-05-01', '2020-02-29'),
  })
  .map(({ uscc, publicity: window, ...rest }) => ({
    ...rest,
    ...(uscc === undefined ? {} : { uscc }),
    ...(window === undefined ? {} : { publicity: window }),
  }));
const history = fc.tuple(version, ...WRITTEN.slice(1).map(() => fc.option(version, { nil: undefined, freq: 2 })));

/**
 * Writes random facts of all departments through the one function that writes facts, and has all views follow but the last writing.
 *
 * @param count - how many facts
 * @param seed - of the random histories
 */
export async function stageFacts(count: number, seed: number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-stage-'));
  const graph = departmentGraph();
  const city = await openCity(undefined, { graph, signer: keySigner(folder) });
  let time = NOW;
  const leave = await joinGraph(city.subgraphs, graph, () => time);
  const collections = city.collections.map(({ collection }) => collection).filter(({ kind }) => kind === 'FACT');
  const histories = fc.sample(history, { numRuns: count, seed });
  const plans = histories.map((versions, at) => {
    const collection = collections[at % collections.length];
    if (collection === undefined) throw new Error('There are no facts.');
    return { id: `〄f${at}〄`, collection, versions };
  });
  // Registered in public, so that what is made of a registration is made.
  await writeWays(
    city,
    'registry.enterprises',
    UNITS.map((uscc) => ({ id: uscc, uscc, mark: '某企业' })),
    WRITTEN[0],
  );
  for (const [step, writtenAt] of WRITTEN.entries()) {
    for (const collection of collections) {
      const ways = plans
        .filter((plan) => plan.collection === collection)
        .flatMap(({ id, versions }) => {
          const given = versions[step];
          return given === undefined ? [] : [{ ...given, id, mark: `〄${id.slice(1, -1)}.v${step}〄` }];
        });
      if (ways.length > 0) await writeWays(city, collectionId(collection), ways, writtenAt);
    }
    if (step < WRITTEN.length - 1) await city.settle(writtenAt);
  }
  const facts: StagedFact[] = [];
  for (const { id, collection, versions } of plans) {
    const { database } = city.department(collection.department);
    const current = await database.facts(collection).findOne({ _id: id });
    const earlier = await database.revisions(collection).find({ fact: id }).sort({ 'record.revision': 1 }).toArray();
    if (current === null) throw new Error(`${id} was not written.`);
    if (current.subjectUscc === undefined) await linkCandidatesOf(database).insertOne(proposalFor(collection, current));
    const revisions = [...earlier, current];
    // What was written once more as it is, is no change.
    const isPending = versions.at(-1) !== undefined && lastWritten(current) === WRITTEN.at(-1)?.getTime();
    facts.push({ id, collection, revisions, isPending });
  }
  return {
    city,
    facts,
    ask(department, { document, variables }, caller, now, subjects) {
      time = now;
      return city.ask(department, document, { ...variables }, { caller, now, ...(subjects && { subjects }) });
    },
    async close() {
      await leave();
      await city.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** An enterprise that is proposed for a fact, and waits for a person to decide; it bears the fact's mark. */
function proposalFor({ name, type }: FactCollection, { _id, record }: FactDocumentBase): LinkCandidateDocument {
  const [uscc = ''] = UNITS;
  return {
    _id: linkCandidateId(name, _id, uscc),
    ...{ collection: name, factType: type, fact: _id, uscc, name: '某企业', subjectName: record.subjectName ?? '' },
    ...{ score: 0.8, nameScore: 0.8, state: 'OPEN', proposedOn: NOW },
  };
}

function lastWritten({ record }: FactDocumentBase): number {
  return record.provenance.receivedAt.getTime();
}
