import { setTimeout as pause } from 'node:timers/promises';
import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import { positionOf } from '../../../src/ledger/follow/followLedger.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { readableFacts } from '../timeline/readableFacts.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';
import { TIMELINE } from '../timeline/timelineVersion.ts';
import { ENTRY_PROJECTION } from './ReportEntry.ts';

/** How long a report waits for changes that are on their way, in milliseconds; they take some tens as a rule. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 20;

/**
 * Reads the facts of an enterprise that a caller may see now, newest first.
 *
 * @param context - the request
 * @param uscc - the enterprise
 * @param caller - with whose eyes; the request's own unless given
 */
export function readReportable(
  context: SubgraphContext,
  uscc: string,
  caller: Caller = context.caller,
): Promise<TimelineDocument[]> {
  // Loaders of the request may have read before the wait, and as somebody else.
  const own = { ...context, caller, loaders: new LoaderCache() };
  return readableFacts(own, uscc, { projection: ENTRY_PROJECTION });
}

/**
 * Waits until nothing of an enterprise is on its way into the timeline: a report that leaves out a fact since it is just being
 * corrected would say for ever that it was not there.
 *
 * @param context - the request
 * @param uscc - the enterprise
 * @throws AppError DATA_UNSETTLED after two seconds
 */
export async function untilSettled(context: SubgraphContext, uscc: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while ((await pendingOf(context, uscc)).size > 0) {
    if (performance.now() > deadline) throw new AppError('DATA_UNSETTLED');
    await pause(PAUSE_MS);
  }
}

/**
 * Facts of an enterprise that are changing at this moment, and so are not readable.
 *
 * @param context - the request
 * @param uscc - the enterprise
 * @returns ids of facts
 */
export async function pendingOf({ database, ledger }: SubgraphContext, uscc: string): Promise<ReadonlySet<string>> {
  return ledger.pendingFacts(await positionOf(database, TIMELINE), [uscc]);
}
