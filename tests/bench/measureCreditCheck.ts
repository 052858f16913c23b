import { execute, parse } from 'graphql';
import type { Caller } from '../../src/identity/Caller.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { listsOf } from '../../subgraphs/credit/lists/listsOf.ts';
import { timelineOf } from '../../subgraphs/credit/timeline/readableFacts.ts';
import type { TimelineDocument } from '../../subgraphs/credit/timeline/TimelineDocument.ts';
import type { BenchOptions } from './BenchOptions.ts';
import { inventTimeline } from './evaluation/inventTimeline.ts';
import { openCreditOffice } from './openCreditOffice.ts';
import type { BenchCity } from './openBenchCity.ts';

/** Figures of checking one unit after another, guards and the pending facts of the ledger included; in milliseconds. */
export interface CreditCheckFigures {
  readonly enterprises: number;
  readonly checks: number;
  readonly p50: number;
  readonly p99: number;
  /** Of a unit with {@link MANY} facts, three of which stand on lists. */
  readonly largeP50: number;
  readonly largeP99: number;
  /** Part of the checks that found something. */
  readonly found: number;
}

const PREFIX = 'check_';
const CHUNK = 1_000;
const MOST_ENTERPRISES = 20_000;
const MANY = 10_000;
const CHECKS = 1_000;
const STAFF: Caller = {
  audience: 'INTERNAL',
  department: 'finance',
  operator: 'bench',
  scopes: new Set(['finance:*']),
};
const CHECK = parse(`query ($uscc: USCC!) { creditCheck(uscc: $uscc, scene: FINANCING) { conclusion
  binding { ...F } advised { ...F } rights { ...F } } }
  fragment F on CheckFinding { measure { id title } implementers { authority } basis { law article } entry { expiresOn list { id } } fact { id } }`);

/**
 * Measures checks of units by the credit office, one at a time, in its own process and against an index of many enterprises.
 *
 * @param city - on whose server
 * @param options - how many enterprises
 */
export async function measureCreditCheck(city: BenchCity, options: BenchOptions): Promise<CreditCheckFigures> {
  const opened = await openCreditOffice(city.uri, PREFIX);
  try {
    const { office } = opened;
    const usccs = await fill(office, options);
    const [large = ''] = usccs;
    await timed(office, usccs.slice(-100));
    const each = await timed(
      office,
      Array.from({ length: CHECKS }, (_, at) => usccs[(at * 7 + 1) % usccs.length] ?? large),
    );
    const ofLarge = await timed(
      office,
      Array.from({ length: CHECKS / 5 }, () => large),
    );
    return {
      enterprises: usccs.length,
      checks: CHECKS,
      ...{ p50: part(each, 0.5), p99: part(each, 0.99), largeP50: part(ofLarge, 0.5), largeP99: part(ofLarge, 0.99) },
      found: each.filter(({ isFound }) => isFound).length / each.length,
    };
  } finally {
    await opened.close();
  }
}

interface Timed {
  readonly ms: number;
  readonly isFound: boolean;
}

async function timed(office: ConnectedSubgraph, usccs: readonly string[]): Promise<readonly Timed[]> {
  const all: Timed[] = [];
  for (const uscc of usccs) {
    const contextValue = office.contextFor({ caller: STAFF, requestId: 'bench', now: new Date(), locale: 'zh' });
    const start = performance.now();
    const { data, errors } = await execute({
      schema: office.schema,
      document: CHECK,
      variableValues: { uscc },
      contextValue,
    });
    const ms = performance.now() - start;
    if (errors !== undefined) throw new Error(String(errors));
    all.push({ ms, isFound: !JSON.stringify(data).includes('"advised":[]') });
  }
  return all;
}

function part(all: readonly Timed[], share: number): number {
  const sorted = all.map(({ ms }) => ms).toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Gives the codes of all units, the one with many facts first. */
async function fill({ database }: ConnectedSubgraph, { evaluated, seed }: BenchOptions): Promise<readonly string[]> {
  const today = todayInShanghai(new Date());
  const usccs: string[] = [];
  for (let from = 0; from < Math.min(evaluated, MOST_ENTERPRISES); from += CHUNK) {
    const invented = Array.from({ length: CHUNK }, (_, at) => inventTimeline(from + at, seed, today));
    usccs.push(...invented.map(({ uscc }) => uscc));
    await timelineOf(database).insertMany(
      invented.flatMap(({ facts }) => facts.map(onItsLists)),
      { ordered: false },
    );
  }
  const [large = ''] = usccs;
  const sample = inventTimeline(1, seed, today).facts[0] ?? inventTimeline(2, seed, today).facts[0];
  if (sample === undefined) throw new Error('Nothing was invented.');
  await timelineOf(database).insertMany(
    Array.from({ length: MANY }, (_, at): TimelineDocument => ({
      ...sample,
      ...{ _id: `many-${at}`, subjectUscc: large, lists: at < 3 ? ['judgment-defaulters'] : [] },
    })),
    { ordered: false },
  );
  return usccs;
}

function onItsLists(fact: TimelineDocument): TimelineDocument {
  return { ...fact, lists: listsOf(fact) };
}
