import type { Filter } from 'mongodb';
import type { LedgerBody, LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { usableTypes } from '../../../src/subgraph/usableTypes.ts';
import { pendingFacts, timelinePosition, type Pending } from '../timeline/pendingFacts.ts';
import { readableFilter } from '../timeline/readableFilter.ts';
import { timelineOf } from '../timeline/readableFacts.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';
import type { Change } from './Change.ts';
import type { Condition } from './changeCondition.ts';
import { judgeEntry, type Standing } from './judgeEntry.ts';

/** What is looked for in the ledger. */
export interface Scanning {
  /** The place to begin behind. */
  readonly after: number;
  /** Changes at most. */
  readonly most: number;
  readonly accepts: Condition;
}

/** What was found, and where to go on. */
export interface Scanned {
  readonly changes: readonly Change[];
  /** The last entry that was looked at. */
  readonly reached: number;
  /** Whether there is more to look at by now. */
  readonly hasMore: boolean;
}

/** Entries that are read together. */
const CHUNK = 200;
/** Entries that one page reads, however few of them are for the caller. */
const READ_MOST = 2_000;
/** Entries that one page walks along, those included that the database leaves out and nobody reads. */
const PASSED_MOST = 20_000;

/**
 * Walks along the ledger as far as the timeline has come, and finds what is for the caller. Facts of types that the caller may not use are left
 * out by the database. So are the registrations of enterprises, which are no facts about them: the registry alone knows who may see them.
 *
 * The walk ends before the first entry of a fact that changed since: where that fact stands is known as soon as the timeline follows. So it
 * does before an entry of a department whose database is away, which the answer names: the feed keeps its order, and skips nothing.
 *
 * @param context - the request
 * @param scanning - see {@link Scanning}
 */
export async function scanChanges(context: SubgraphContext, { after, most, accepts }: Scanning): Promise<Scanned> {
  const position = await timelinePosition(context);
  const pending = await pendingFacts(context);
  const changes: Change[] = [];
  const last = Math.min(position, after + PASSED_MOST);
  const isUsable = ofUsableTypes(context);
  let reached = after;
  for (let read = 0; reached < last && read < READ_MOST;) {
    const entries = await context.ledger.after(reached, CHUNK, isUsable, last);
    read += entries.length;
    const standingOf = await standings(context, entries);
    for (const entry of entries) {
      if (entry.body !== undefined && isOpen(entry.body, pending)) return { changes, reached, hasMore: false };
      reached = entry.seq;
      const change = judgeEntry(entry, standingOf(entry), context);
      if (change === undefined || !accepts(change, entry)) continue;
      changes.push(change);
      if (changes.length === most) return { changes, reached, hasMore: reached < position };
    }
    if (entries.length < CHUNK) reached = last;
  }
  return { changes, reached, hasMore: reached < position };
}

function ofUsableTypes({ departments, caller }: SubgraphContext): Filter<LedgerBody> {
  return { kind: 'FACT', type: { $in: usableTypes(departments, caller) } };
}

/** Where the fact stands is not known yet: it is on its way, or its owner can not be asked. */
function isOpen({ fact, department }: LedgerBody, { facts, silent }: Pending): boolean {
  return facts.has(fact) || silent.includes(department);
}

/**
 * Looks up where the facts of entries stand now. Of facts that the caller may not read, what is read around the rule serves to say why,
 * and for nothing else.
 */
async function standings(
  context: SubgraphContext,
  entries: readonly LedgerEntry[],
): Promise<(entry: LedgerEntry) => Standing> {
  const ids = [...new Set(entries.flatMap(({ body }) => body?.fact ?? []))];
  const about: Filter<TimelineDocument> = { _id: { $in: ids } };
  const timeline = timelineOf(context.database);
  const readable = await timeline
    .find({ $and: [await readableFilter(context), about] }, { projection: { _id: 1 } })
    .toArray();
  const held = await timeline
    .find(about, { projection: { 'record.state': 1, 'record.publicity.until': 1, 'record.publicity.endReason': 1 } })
    .toArray();
  const readableIds = new Set(readable.map(({ _id }) => _id));
  const byId = new Map(held.map((fact) => [fact._id, fact]));
  return ({ body }) => {
    const id = body?.fact ?? '';
    return { isReadable: readableIds.has(id), fact: byId.get(id) };
  };
}
