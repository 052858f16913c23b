import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { BenchOptions } from '../BenchOptions.ts';
import { queryText, variablesFrom, type BenchVariables, type QueryName } from '../benchQueries.ts';
import type { Target } from '../BenchReport.ts';
import { openBenchCity, type BenchCity } from '../openBenchCity.ts';
import { startChild, type Child } from '../process/startChild.ts';
import { spreadOf, type Spread } from '../spread.ts';
import type { LoadResult } from '../summarised.ts';
import { PURPOSE, type OversightStart } from './OversightStart.ts';

/** Gateways over the same city, which differ in nothing but how they oversee their callers. */
const OVERSEERS: Readonly<Record<Overseer, OversightStart['overseen']>> = {
  nothing: [],
  audit: ['audit'],
  everything: ['access', 'cost', 'audit'],
};

type Overseer = 'nothing' | 'audit' | 'everything';

/** Figures of one query. */
export interface OversightFigures {
  readonly query: QueryName;
  /** Requests whose answers were equal at all three gateways, and held what was authorised. */
  readonly compared: number;
  readonly requestsPerSecond: Readonly<Record<Overseer, Spread>>;
  /** Processor time of the gateway for one request, in milliseconds. */
  readonly cpuMs: Readonly<Record<Overseer, Spread>>;
  /** The same of MongoDB. */
  readonly databaseMs: Readonly<Record<Overseer, Spread>>;
  /** Part of the throughput without oversight that is left, round by round. */
  readonly left: Readonly<Record<'audit' | 'everything', Spread>>;
}

/** All figures. */
export interface OversightReport {
  readonly options: BenchOptions;
  /** Programs that were waiting for a processor, on average of a minute, before the first round: others load the machine as well. */
  readonly loadBefore: number;
  readonly queries: readonly OversightFigures[];
  readonly targets: readonly Target[];
}

type Headers = Readonly<Record<string, string>>;

interface Running {
  readonly child: Child;
  readonly url: string;
  readonly key: string;
  /** Credentials, by the enterprise that a request is about. */
  readonly headersOf: Readonly<Record<string, Headers>>;
}

type Gateways = Readonly<Record<Overseer, Running>>;

const NAMES = Object.keys(OVERSEERS) as readonly Overseer[];
const COMPARED = 30;
const SETTLE_MS = 100;
/** Enterprises that have authorised the agency; requests are about them. */
const AUTHORISED = 200;
/** What the agency sees only since it was authorised. */
const COMMITMENTS = 'commitments(first: 5) { totalCount nodes { content decidedOn } }';
const LAST = 'judgmentDefaulterRecords';
/**
 * How long one gateway is loaded at a time, in seconds. The gateways take turns after each: what else the machine does for a while then
 * befalls all of them, and the median over many turns is nobody's luck.
 */
const TURN_S = 1;

/**
 * Measures what access, cost and audit take of the throughput, for a credit agency with an API key, a purpose, and an authorisation of the
 * enterprise that it asks about (of a list: of the first one), which is used with each request.
 *
 * @param options - rounds and time, of which turns are made; connections, size of the city
 * @param say - told what is done
 */
export async function measureOversight(options: BenchOptions, say: (line: string) => void): Promise<OversightReport> {
  say(`loading a sample city of ${options.enterprises} enterprises`);
  const city = await openBenchCity(options);
  const stops: (() => Promise<void>)[] = [() => city.close()];
  try {
    const load = await startChild('load', { environment: {} });
    stops.push(() => load.stop());
    const started = {} as Record<Overseer, Omit<Running, 'headersOf'>>;
    for (const name of NAMES) {
      started[name] = await start(city, name, options);
      stops.push(() => started[name].child.stop());
    }
    const usccs = city.usccs.slice(0, AUTHORISED);
    say(`${usccs.length} enterprises authorise the agency`);
    const numbers = await started.everything.child.ask<Headers>('authorise', { usccs });
    const gateways = Object.fromEntries(
      NAMES.map((name) => [name, { ...started[name], headersOf: headersOf(name, started[name].key, numbers) }]),
    ) as unknown as Gateways;
    const [loadBefore = NaN] = loadavg();
    const queries: OversightFigures[] = [];
    for (const query of ['profile', 'list'] as const) {
      say(`measuring ${query}`);
      queries.push(await measure(query, { city, gateways, load, usccs }, options));
    }
    return { options, loadBefore, queries, targets: queries.flatMap(targetsOf) };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function start(city: BenchCity, name: Overseer, { cpuProf }: BenchOptions): Promise<Omit<Running, 'headersOf'>> {
  const environment = {
    ...{ MONGODB_URI: city.uri, DATA_DIR: city.folder, LOG_LEVEL: 'warn' },
    OVERSIGHT: JSON.stringify({ overseen: OVERSEERS[name] }),
  };
  const child = await startChild('overseen', { environment, label: `overseen-${name}`, profileFolder: cpuProf });
  const { url, key } = child.info as { readonly url: string; readonly key: string };
  return { child, url, key };
}

/** Where nobody looks at credentials, the enterprise stands in their place: all gateways give the same answers. */
function headersOf(name: Overseer, key: string, numbers: Headers): Running['headersOf'] {
  const isAccess = OVERSEERS[name].includes('access');
  const entries = Object.entries(numbers).map(([uscc, number]): [string, Headers] => [
    uscc,
    isAccess ? { 'x-api-key': key, 'x-purpose': PURPOSE, 'x-authorisation': number } : { 'x-api-key': uscc },
  ]);
  return Object.fromEntries(entries);
}

function textOf(query: QueryName): string {
  return queryText(query).replace(LAST, `${COMMITMENTS} ${LAST}`);
}

interface Round extends LoadResult {
  readonly cpuMs: number;
  readonly databaseMs: number;
}

type Measured = 'requestsPerSecond' | 'cpuMs' | 'databaseMs';

interface Setting {
  readonly city: BenchCity;
  readonly gateways: Gateways;
  readonly load: Child;
  readonly usccs: readonly string[];
}

async function measure(query: QueryName, setting: Setting, options: BenchOptions): Promise<OversightFigures> {
  const { city, gateways, load, usccs } = setting;
  await compareAnswers(query, setting);
  const turns = Math.ceil((options.rounds * options.seconds) / TURN_S);
  const rounds: Record<Overseer, Round>[] = [];
  for (let round = 0; round <= turns; round += 1) {
    const figures = {} as Record<Overseer, Round>;
    for (const name of [...NAMES.slice(round % NAMES.length), ...NAMES.slice(0, round % NAMES.length)]) {
      const { child, url, headersOf: credentials } = gateways[name];
      const before = await child.usage();
      const databaseBefore = await city.databaseCpuMs();
      const seed = `${options.seed}/${query}/${round}`;
      const asked = {
        ...{ url, headersOf: credentials, query, text: textOf(query), usccs, seed },
        ...{ seconds: TURN_S, connections: options.connections },
      };
      const result = await load.ask<LoadResult>('load', asked);
      await pause(result.p99 + SETTLE_MS);
      const { cpuMs } = await child.usage();
      const databaseMs = ((await city.databaseCpuMs()) - databaseBefore) / result.begun;
      figures[name] = { ...result, cpuMs: (cpuMs - before.cpuMs) / result.begun, databaseMs };
    }
    // The first round warms up.
    if (round > 0) rounds.push(figures);
  }
  const of = (name: Overseer, part: Measured): Spread => spreadOf(rounds.map((figures) => figures[name][part]));
  const left = (name: Overseer): Spread =>
    spreadOf(rounds.map((figures) => figures[name].requestsPerSecond / figures.nothing.requestsPerSecond));
  const each = (part: Measured): Record<Overseer, Spread> => ({
    ...{ nothing: of('nothing', part), audit: of('audit', part), everything: of('everything', part) },
  });
  return {
    ...{ query, compared: COMPARED, requestsPerSecond: each('requestsPerSecond') },
    ...{ cpuMs: each('cpuMs'), databaseMs: each('databaseMs') },
    left: { audit: left('audit'), everything: left('everything') },
  };
}

async function compareAnswers(query: QueryName, { gateways, usccs }: Setting): Promise<void> {
  const next = variablesFrom(query, usccs, 'compared');
  for (let at = 0; at < COMPARED; at += 1) {
    const variables = next();
    const [expected, ...others] = await Promise.all(NAMES.map((name) => ask(gateways[name], query, variables)));
    if (!others.every((answer) => isDeepStrictEqual(answer, expected))) {
      throw new Error(`The gateways answer ${query} differently.`);
    }
    if (!JSON.stringify(expected).includes('承诺内容')) throw new Error(`No authorisation is used by ${query}.`);
  }
}

async function ask({ url, headersOf: known }: Running, query: QueryName, variables: BenchVariables): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...known[variables.uscc ?? variables.usccs?.[0] ?? ''] },
    body: JSON.stringify({ query: textOf(query), variables }),
  });
  const { data, errors } = (await response.json()) as { readonly data?: unknown; readonly errors?: unknown };
  if (errors !== undefined) throw new Error(`${url} answers with errors: ${JSON.stringify(errors).slice(0, 500)}`);
  return data;
}

function targetsOf({ query, left }: OversightFigures): readonly Target[] {
  const target = (name: string, goal: number, { median: value }: Spread): Target => ({
    ...{ name: `${query}, throughput left with ${name}`, goal, isMost: false, value, isReached: value >= goal },
  });
  return [target('access, cost and audit', 0.9, left.everything), target('audit alone', 0.95, left.audit)];
}

/**
 * Words the figures.
 *
 * @param report - of {@link measureOversight}
 */
export function describeOversight({ queries, loadBefore }: OversightReport): readonly string[] {
  return [
    `oversight (load of the machine before: ${loadBefore.toFixed(1)})`,
    ...queries.flatMap(({ query, requestsPerSecond, cpuMs, databaseMs }) =>
      NAMES.map((name) => {
        const { median, min, max } = requestsPerSecond[name];
        const rate = `${median.toFixed(0)} requests/s (${min.toFixed(0)}-${max.toFixed(0)})`;
        const [own, others] = [cpuMs[name].median.toFixed(2), databaseMs[name].median.toFixed(2)];
        return `  ${query}, ${name}: ${rate}, ${own} ms of processor, MongoDB ${others} ms`;
      }),
    ),
  ];
}
