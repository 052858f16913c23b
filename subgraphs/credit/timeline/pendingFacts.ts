import DataLoader from 'dataloader';
import { positionOf } from '../../../src/ledger/follow/followLedger.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { TIMELINE } from './timelineVersion.ts';

/** What the timeline may hold in an older state than its owners. */
export interface Pending {
  /** Ids of facts; also of other enterprises that were asked for together. */
  readonly facts: ReadonlySet<string>;
  /** Departments that can not be asked, so that any of their facts may be changing. */
  readonly silent: readonly string[];
}

/**
 * How far the timeline has come, asked once in a request.
 *
 * @param context - the request
 * @returns the last entry of the ledger that it holds
 */
export function timelinePosition({ database, loaders }: SubgraphContext): Promise<number> {
  return loaders.get('timeline.position', () => positionOf(database, TIMELINE));
}

/**
 * Facts that the timeline may hold in an older state than their owners. The position is read first: what the timeline follows
 * meanwhile is then left out for no reason, and nothing is shown for no reason. Enterprises that a request asks for together cost one
 * question.
 *
 * @param context - the request
 * @param usccs - enterprises that are meant; all unless given
 */
export async function pendingFacts(context: SubgraphContext, usccs?: readonly string[]): Promise<Pending> {
  if (usccs === undefined) return context.loaders.get('timeline.pending of all', () => askLedger(context));
  const loader = context.loaders.get('timeline.pending', () => pendingLoader(context));
  const [first = NOTHING, ...others] = new Set(await Promise.all(usccs.map((uscc) => loader.load(uscc))));
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    facts: new Set(all.flatMap(({ facts }) => [...facts])),
    silent: [...new Set(all.flatMap(({ silent }) => silent))],
  };
}

const NOTHING: Pending = { facts: new Set(), silent: [] };

function pendingLoader(context: SubgraphContext): DataLoader<string, Pending> {
  return new DataLoader(async (usccs) => {
    const pending = await askLedger(context, usccs);
    return usccs.map(() => pending);
  });
}

async function askLedger(context: SubgraphContext, usccs?: readonly string[]): Promise<Pending> {
  const silent: string[] = [];
  const facts = await context.ledger.pendingFacts(await timelinePosition(context), usccs, undefined, (silence) => {
    silent.push(silence.department);
    context.losses?.note(silence);
  });
  return { facts, silent };
}
