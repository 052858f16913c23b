import { AppError } from '../../../src/errors/AppError.ts';
import { Chance } from '../../../src/sample/Chance.ts';
import type { EnterpriseSearchFilter } from '../../../subgraphs/search/__generated__/resolvers.ts';
import { CANDIDATES_MOST, findCandidates } from '../../../subgraphs/search/index/findCandidates.ts';
import type { Generation } from '../../../subgraphs/search/index/Generation.ts';
import { targetOf } from '../../../subgraphs/search/index/targetOf.ts';
import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { prepareQuery } from '../../../subgraphs/search/matching/prepareQuery.ts';
import { prepareTarget } from '../../../subgraphs/search/matching/prepareTarget.ts';
import { scoreMatch } from '../../../subgraphs/search/matching/scoreMatch.ts';
import { parseName } from '../../../subgraphs/search/names/parseName.ts';
import { searchPage } from '../../../subgraphs/search/search/searchPage.ts';
import { suggestions } from '../../../subgraphs/search/search/suggestions.ts';
import { summarised } from '../summarised.ts';
import type { SearchOffice } from './openSearchOffice.ts';

/** What a kind of question took, beside looking one document up by an index in the same run. */
export interface SpeedRow {
  readonly kind: string;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** The same as multiples of the look-up. */
  readonly p50Multiple: number;
  readonly p99Multiple: number;
  readonly perSecond: number;
}

type Ask = (target: MatchTarget) => Promise<unknown>;

/** Questions before those that count. */
const WARM_UP = 30;
const EXACT = 'exact look-up';

/**
 * Asks a search each kind of question about the same enterprises, one question at a time. Kinds take turns, so that what else the
 * machine does meets all of them.
 *
 * @param office - the search
 * @param targets - what it holds
 * @param asked - how many questions of each kind
 * @param seed - which enterprises
 */
export async function measureSearchSpeed(
  office: SearchOffice,
  targets: readonly MatchTarget[],
  asked: number,
  seed: number,
): Promise<readonly SpeedRow[]> {
  const chance = new Chance(`${seed}/speed`);
  const kinds = Object.entries(kindsOf(office, await office.generation()));
  const taken = new Map(kinds.map(([kind]) => [kind, [] as number[]]));
  for (let round = -WARM_UP; round < asked; round += 1) {
    const target = targets[chance.int(0, targets.length - 1)];
    if (target === undefined) throw new Error('There is nothing to ask for.');
    for (const [kind, ask] of kinds) {
      const started = performance.now();
      await ask(target);
      if (round >= 0) taken.get(kind)?.push(performance.now() - started);
    }
  }
  const exact = summarised(asked, taken.get(EXACT) ?? [], 1, 0);
  return kinds.map(([kind]) => {
    const latencies = taken.get(kind) ?? [];
    const seconds = latencies.reduce((sum, latency) => sum + latency, 0) / 1_000;
    const { p50, p99, requestsPerSecond: perSecond } = summarised(asked, latencies, seconds, 0);
    return { kind, p50, p99, p50Multiple: p50 / exact.p50, p99Multiple: p99 / exact.p99, perSecond };
  });
}

function kindsOf({ request }: SearchOffice, generation: Generation): Readonly<Record<string, Ask>> {
  const search = async (query: string, filter?: EnterpriseSearchFilter): Promise<unknown> => {
    const { nodes } = await searchPage({ query, first: 20, ...(filter === undefined ? {} : { filter }) }, request());
    return nodes.map(({ highlights }) => highlights);
  };
  const suggest = (prefix: string): Promise<unknown> => suggestions({ prefix, first: 10 }, request());
  return {
    [EXACT]: ({ uscc }) => generation.enterprises.findOne({ subjectUscc: uscc }),
    'search, whole name': ({ name }) => search(name),
    'search, trade name': ({ name }) => search(tradeOf(name)),
    'search, wrong character': ({ name }) => search(damaged(name)),
    'search, a common word': () => search('贸易'),
    'search, two common words': () => search('科技发展'),
    'search, narrowed': ({ name }) => search(tradeOf(name), { district: '35', establishedFrom: '2015-01-01' }),
    'search, 公司 alone': () => refused(search('公司')),
    'search, 200 characters': ({ name }) => search(name.repeat(20).slice(0, 200)),
    'suggest, two characters': ({ name }) => suggest(tradeOf(name).slice(0, 2)),
    'suggest, six characters': ({ name }) => suggest(name.slice(0, 6)),
    'suggest, one letter': () => suggest('f'),
    'match, scored': ({ name }) => match(name),
    'match, damaged': ({ name }) => match(damaged(name)),
    'match, 400 characters': ({ name }) => match(name.repeat(40).slice(0, 400)),
  };

  async function match(name: string): Promise<unknown> {
    const query = prepareQuery({ name });
    const found = await findCandidates(query, request(), CANDIDATES_MOST);
    return found.map((enterprise) => scoreMatch(query, prepareTarget(targetOf(enterprise))));
  }
}

/** Nearly every name has it, and a search for it is refused. */
async function refused(search: Promise<unknown>): Promise<void> {
  await search.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}

function tradeOf(name: string): string {
  const { trade, folded } = parseName(name);
  return trade === '' ? folded : trade;
}

/** A character that is in no name stands in the middle. */
function damaged(name: string): string {
  const middle = Math.floor(name.length / 2);
  return `${name.slice(0, middle)}囧${name.slice(middle + 1)}`;
}
