import { isDeepStrictEqual } from 'node:util';
import { execute, parse } from 'graphql';
import { ANONYMOUS } from '../../src/identity/Caller.ts';
import { visibilityFilter } from '../../src/policy/visibility.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { addDays, todayInShanghai } from '../../src/values/localDate.ts';
import { timelineOf } from '../../subgraphs/credit/timeline/readableFacts.ts';
import type { TimelineDocument } from '../../subgraphs/credit/timeline/TimelineDocument.ts';
import type { BenchOptions } from './BenchOptions.ts';
import { inventTimeline } from './evaluation/inventTimeline.ts';
import { openCreditOffice } from './openCreditOffice.ts';
import type { BenchCity } from './openBenchCity.ts';
import { spreadOf, type Spread } from './spread.ts';

/** Figures of one page of the timeline of an enterprise with many facts, read one after another; in milliseconds. */
export interface TimelineFigures {
  readonly facts: number;
  readonly pages: number;
  readonly pageMs: Spread;
  readonly driverMs: Spread;
  /** Of all reads of all rounds. */
  readonly pageP99: number;
  readonly driverP99: number;
  /** Time of the driver's read as part of the page's: 1 is as fast as the driver. */
  readonly ratio: Spread;
}

const FACTS = 10_000;
const PAGES = 400;
const FIRST = 20;
const ROUNDS = 7;
const PAGE = parse(`query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on Enterprise {
  timeline(first: ${FIRST}) { nodes { id factType title decidedOn polarity severity } pageInfo { endCursor hasNextPage } } } } }`);

/**
 * Measures the first page of a timeline of {@link FACTS} facts, pending facts of the ledger and visibility included, against the bare
 * driver's read of the same rows, in turns and with answers compared.
 *
 * @param city - on whose server
 * @param options - what the facts follow from
 */
export async function measureTimeline(city: BenchCity, { seed }: BenchOptions): Promise<TimelineFigures> {
  const opened = await openCreditOffice(city.uri, 'timeline_');
  try {
    const { office } = opened;
    const uscc = await fill(office, seed);
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await measureRound(office, uscc));
    const counted = rounds.slice(1);
    return {
      ...{ facts: FACTS, pages: PAGES },
      pageMs: spreadOf(counted.map(({ page }) => page)),
      driverMs: spreadOf(counted.map(({ driver }) => driver)),
      pageP99: p99(counted.flatMap(({ pages }) => pages)),
      driverP99: p99(counted.flatMap(({ reads }) => reads)),
      ratio: spreadOf(counted.map(({ page, driver }) => driver / page)),
    };
  } finally {
    await opened.close();
  }
}

interface Round {
  readonly page: number;
  readonly driver: number;
  readonly pages: readonly number[];
  readonly reads: readonly number[];
}

function p99(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(0.99 * (figures.length - 1))] ?? NaN;
}

/** Medians of both, each page and each read of the driver by turns. */
async function measureRound(office: ConnectedSubgraph, uscc: string): Promise<Round> {
  const pages: number[] = [];
  const reads: number[] = [];
  for (let turn = 0; turn < PAGES / ROUNDS; turn += 1) {
    const start = performance.now();
    const shown = await readPage(office, uscc);
    const between = performance.now();
    const read = await readByDriver(office, uscc);
    reads.push(performance.now() - between);
    pages.push(between - start);
    if (!isDeepStrictEqual(shown, read)) throw new Error('The page and the driver do not say the same.');
  }
  return { page: spreadOf(pages).median, driver: spreadOf(reads).median, pages, reads };
}

async function readPage(office: ConnectedSubgraph, uscc: string): Promise<readonly string[]> {
  const contextValue = office.contextFor({ caller: ANONYMOUS, requestId: 'bench', now: new Date(), locale: 'zh' });
  const variableValues = { rows: [{ __typename: 'Enterprise', uscc }] };
  const { data, errors } = await execute({ schema: office.schema, document: PAGE, variableValues, contextValue });
  if (errors !== undefined) throw new Error(String(errors));
  const [entity] = data?.['_entities'] as readonly { timeline: { nodes: readonly { id: string; title: string }[] } }[];
  return entity?.timeline.nodes.map(({ id, title }) => `${id} ${title}`) ?? [];
}

async function readByDriver({ database }: ConnectedSubgraph, uscc: string): Promise<readonly string[]> {
  const filter = {
    subjectUscc: uscc,
    ...visibilityFilter(ANONYMOUS, todayInShanghai(new Date()), { department: 'any' }),
  };
  const rows = await database.db
    .collection<TimelineDocument>('timeline')
    .find(filter as object, {
      projection: { type: 1, title: 1, decidedOn: 1, 'record.polarity': 1, 'record.severity': 1 },
    })
    .sort({ sortOn: -1, _id: -1 })
    .limit(FIRST)
    .toArray();
  return rows.map(({ _id, title }) => `${_id} ${title}`);
}

/** One enterprise among 2,000; half of its facts are not for the public. */
async function fill({ database }: ConnectedSubgraph, seed: number): Promise<string> {
  const today = todayInShanghai(new Date());
  const invented = Array.from({ length: 2_000 }, (_, at) => inventTimeline(at, seed, today));
  await timelineOf(database).insertMany(
    invented.flatMap(({ facts }) => facts),
    { ordered: false },
  );
  const sample = invented.flatMap(({ facts }) => facts).find(({ record }) => record.usageScope === 'PUBLIC');
  const [{ uscc } = { uscc: '' }] = invented;
  if (sample === undefined) throw new Error('Nothing was invented.');
  const { publicity, ...record } = sample.record;
  const many = Array.from({ length: FACTS }, (_, at): TimelineDocument => {
    const day = addDays(today, -(at % 3_000));
    const usageScope = at % 2 === 0 ? 'PUBLIC' : 'GOV_SHARED';
    const scoped = { ...record, usageScope } as const;
    return {
      ...sample,
      ...{ _id: `many-${at}`, subjectUscc: uscc, sortOn: day, decidedOn: day, title: `事项${at}`, record: scoped },
    };
  });
  await timelineOf(database).insertMany(many, { ordered: false });
  return uscc;
}
