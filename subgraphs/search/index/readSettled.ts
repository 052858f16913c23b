import type { Db } from 'mongodb';
import { AppError } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { ENTERPRISE } from './enterpriseOf.ts';
import { generationOf, type Generation } from './Generation.ts';
import { readState, type IndexState } from './IndexState.ts';

/** How long a state is taken for the present one. An older one is never wrong: more is then held for pending, and looked at anew. */
const KNOWN_MS = 1_000;

interface KnownState {
  readonly state: IndexState;
  readonly readAt: number;
}

const known = new WeakMap<Db, KnownState>();

/** Rows of the index that were read, and what they are about. */
export interface SettledRows<Row> {
  readonly rows: readonly Row[];
  /** Ids of facts whose last change the index does not hold yet, none of them among the rows. */
  readonly pending: ReadonlySet<string>;
}

/**
 * Reads from the index and leaves out the enterprises whose last change it does not hold yet, so that nothing is shown that its owner
 * hides, not even for the second until the index follows.
 *
 * The position is the older, and the question what is pending the later of the three: a change before the question is then either
 * followed, or in the ledger behind the position, or in the outbox.
 *
 * @param context - the request
 * @param read - reads rows of a generation; called again where a row turned out to be pending by an older state than the present one
 * @param usccOf - the enterprise that a row is about
 * @param owners - departments whose facts are meant; those that own registrations unless given
 * @throws AppError SEARCH_NOT_READY where there is no index yet
 */
export async function readSettled<Row>(
  context: SubgraphContext,
  read: (generation: Generation) => Promise<readonly Row[]>,
  usccOf: (row: Row) => string,
  owners: readonly string[] = registryOf(context),
): Promise<SettledRows<Row>> {
  const { db } = context.database;
  const remembered = rememberedState(db);
  if (remembered !== undefined) {
    const quick = await readAt(context, remembered, read, usccOf, owners);
    if (quick.pending.size === 0) return quick;
  }
  const state = await presentState(context);
  if (state === undefined) return { rows: [], pending: new Set() };
  const { rows, pending } = await readAt(context, state, read, usccOf, owners);
  return { rows: rows.filter((row) => !pending.has(usccOf(row))), pending };
}

async function readAt<Row>(
  { database: { db }, ledger }: SubgraphContext,
  { generation, seq }: IndexState,
  read: (generation: Generation) => Promise<readonly Row[]>,
  usccOf: (row: Row) => string,
  owners: readonly string[],
): Promise<SettledRows<Row>> {
  const rows = await read(generationOf(db, generation));
  const usccs = [...new Set(rows.map(usccOf))];
  if (usccs.length === 0) return { rows, pending: new Set() };
  return { rows, pending: await ledger.pendingFacts(seq, usccs, owners) };
}

/** The departments that own registrations. */
function registryOf({ departments }: SubgraphContext): readonly string[] {
  return departments
    .filter(({ factTypes }) => factTypes.some(({ type }) => type === ENTERPRISE))
    .map(({ name }) => name);
}

function rememberedState(db: Db): IndexState | undefined {
  const found = known.get(db);
  return found !== undefined && performance.now() - found.readAt < KNOWN_MS ? found.state : undefined;
}

/** Where nothing was ever written there is nothing to be found. */
async function presentState({ database: { db }, ledger }: SubgraphContext): Promise<IndexState | undefined> {
  const readAt = performance.now();
  const state = await readState(db);
  if (state !== null) known.set(db, { state, readAt });
  else if ((await ledger.head()) > 0) throw new AppError('SEARCH_NOT_READY');
  return state ?? undefined;
}
