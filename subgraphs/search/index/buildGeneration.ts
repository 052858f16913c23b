import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import { applyEntries } from './applyEntries.ts';
import { dropBuild, noteAlive } from './builds.ts';
import type { FollowContext } from './FollowContext.ts';
import { generationOf, indexGeneration, prepareGeneration, type Generation } from './Generation.ts';
import { nextGeneration, type IndexState } from './IndexState.ts';
import { listRulesOf, listsVersionOf } from './listRulesOf.ts';
import { PostingChanges } from './postings/PostingChanges.ts';
import { writePostings } from './postings/writePostings.ts';

/** The last entry that a build has taken in is told after each step. */
export type OnProgress = (seq: number) => void;

/** Entries that are read together. */
const BATCH = 10_000;
/** Changes of postings that are held before they are written: of some 200,000 enterprises, in some 300 MB. */
const CHANGES_MOST = 10_000_000;
const ALIVE_EVERY_MS = 1_000;

/**
 * Builds a generation of the index from the whole ledger, beside the one that is read. Postings are held in memory as far as they fit, so
 * that few are written more than once, and the indexes are made at the end: a million registrations take minutes.
 *
 * @param context - see {@link FollowContext}
 * @param upTo - the last entry that it takes in; the end of the ledger unless given
 * @param onProgress - see {@link OnProgress}
 * @returns the state to be made current, after which `noteBuilt` is to be called
 * @throws Error where it may not go on; nothing is left of the generation then
 */
export async function buildGeneration(
  context: FollowContext,
  upTo = Infinity,
  onProgress?: OnProgress,
): Promise<Omit<IndexState, '_id' | 'layout'>> {
  const { db } = context.database;
  const rules = listRulesOf(context.departments);
  const number = await nextGeneration(db);
  await noteAlive(db, number);
  const pulse = new Pulse(context, number);
  try {
    const generation = generationOf(db, number);
    await prepareGeneration(generation);
    const seq = await fill(generation, context, pulse, upTo, onProgress);
    await indexGeneration(generation);
    pulse.check();
    return { generation: number, listsVersion: listsVersionOf(rules), seq };
  } catch (error) {
    await dropBuild(db, number);
    throw error;
  } finally {
    pulse.stop();
  }
}

async function fill(
  generation: Generation,
  { departments, ledger }: FollowContext,
  pulse: Pulse,
  upTo: number,
  onProgress: OnProgress | undefined,
): Promise<number> {
  const rules = listRulesOf(departments);
  const changes = new PostingChanges();
  const entriesBehind = async (from: number): Promise<readonly LedgerEntry[]> =>
    from < upTo ? ledger.after(from, Math.min(BATCH, upTo - from)) : [];
  let seq = 0;
  let entries = await entriesBehind(seq);
  for (let last = entries.at(-1); last !== undefined; last = entries.at(-1)) {
    seq = last.seq;
    // The next entries come while these are worked on.
    [entries] = await Promise.all([
      entriesBehind(seq),
      applyEntries(generation, entries, rules, { changes, most: CHANGES_MOST }),
    ]);
    pulse.check();
    onProgress?.(seq);
  }
  await writePostings(generation, changes.take());
  return seq;
}

/** Tells again and again that a build is alive, and asks whether it may go on. */
class Pulse {
  readonly #timer: NodeJS.Timeout;
  #mayGoOn = true;

  constructor({ database: { db }, mayGoOn }: FollowContext, number: number) {
    this.#timer = setInterval(() => {
      void Promise.all([noteAlive(db, number), mayGoOn?.()]).then(
        ([, answer]) => {
          if (answer === false) this.#mayGoOn = false;
        },
        // A database that can not be reached ends the build by itself.
        () => undefined,
      );
    }, ALIVE_EVERY_MS);
  }

  check(): void {
    if (!this.#mayGoOn) throw new Error('The index may not be built any further by this process.');
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
