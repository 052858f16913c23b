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
import type { OversightStart } from './OversightStart.ts';

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
  /** Requests whose answers were equal at all three gateways. */
  readonly compared: number;
  readonly requestsPerSecond: Readonly<Record<Overseer, Spread>>;
  /** Processor time of the gateway for one request, in milliseconds. */
  readonly cpuMs: Readonly<Record<Overseer, Spread>>;
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

interface Running {
  readonly child: Child;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Gateways = Readonly<Record<Overseer, Running>>;

const NAMES = Object.keys(OVERSEERS) as readonly Overseer[];
const COMPARED = 30;
const SETTLE_MS = 100;

/**
 * Measures what access, cost and audit take of the throughput, for a credit agency with an API key.
 *
 * @param options - rounds, time, connections, size of the city
 * @param say - told what is done
 */
export async function measureOversight(options: BenchOptions, say: (line: string) => void): Promise<OversightReport> {
  say(`loading a sample city of ${options.enterprises} enterprises`);
  const city = await openBenchCity(options);
  const stops: (() => Promise<void>)[] = [() => city.close()];
  try {
    const load = await startChild('load', { environment: {} });
    stops.push(() => load.stop());
    const gateways = {} as Record<Overseer, Running>;
    for (const name of NAMES) {
      gateways[name] = await start(city, name, options);
      stops.push(() => gateways[name].child.stop());
    }
    const [loadBefore = NaN] = loadavg();
    const queries: OversightFigures[] = [];
    for (const query of ['profile', 'list'] as const) {
      say(`measuring ${query}`);
      queries.push(await measure(query, { gateways, load, city }, options));
    }
    return { options, loadBefore, queries, targets: queries.flatMap(targetsOf) };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function start(city: BenchCity, name: Overseer, { cpuProf }: BenchOptions): Promise<Running> {
  const environment = {
    ...{ MONGODB_URI: city.uri, DATA_DIR: city.folder, LOG_LEVEL: 'warn', GATEWAY_ENGINE: 'own' },
    OVERSIGHT: JSON.stringify({ overseen: OVERSEERS[name] }),
  };
  const child = await startChild('overseen', { environment, label: `overseen-${name}`, profileFolder: cpuProf });
  const { url, key } = child.info as { readonly url: string; readonly key: string };
  // Sent to all: what is switched off does not look at it.
  return { child, url, headers: { 'x-api-key': key, 'x-purpose': 'CREDIT_GRANTING' } };
}

interface Setting {
  readonly gateways: Gateways;
  readonly load: Child;
  readonly city: BenchCity;
}

async function measure(query: QueryName, setting: Setting, options: BenchOptions): Promise<OversightFigures> {
  const { gateways, load, city } = setting;
  await compareAnswers(query, setting);
  const rounds: Record<Overseer, LoadResult & { readonly cpuMs: number }>[] = [];
  for (let round = 0; round <= options.rounds; round += 1) {
    const figures = {} as Record<Overseer, LoadResult & { readonly cpuMs: number }>;
    for (const name of [...NAMES.slice(round % NAMES.length), ...NAMES.slice(0, round % NAMES.length)]) {
      const { child, url, headers } = gateways[name];
      const before = await child.usage();
      const seed = `${options.seed}/${query}/${round}`;
      const { seconds, connections } = options;
      const asked = { url, headers, query, usccs: city.usccs, seed, seconds, connections };
      const result = await load.ask<LoadResult>('load', asked);
      await pause(result.p99 + SETTLE_MS);
      const { cpuMs } = await child.usage();
      figures[name] = { ...result, cpuMs: (cpuMs - before.cpuMs) / result.begun };
    }
    // The first round warms up.
    if (round > 0) rounds.push(figures);
  }
  const of = (name: Overseer, part: 'requestsPerSecond' | 'cpuMs'): Spread =>
    spreadOf(rounds.map((figures) => figures[name][part]));
  const left = (name: Overseer): Spread =>
    spreadOf(rounds.map((figures) => figures[name].requestsPerSecond / figures.nothing.requestsPerSecond));
  const each = (part: 'requestsPerSecond' | 'cpuMs'): Record<Overseer, Spread> => ({
    ...{ nothing: of('nothing', part), audit: of('audit', part), everything: of('everything', part) },
  });
  return {
    ...{ query, compared: COMPARED, requestsPerSecond: each('requestsPerSecond'), cpuMs: each('cpuMs') },
    left: { audit: left('audit'), everything: left('everything') },
  };
}

async function compareAnswers(query: QueryName, { gateways, city }: Setting): Promise<void> {
  const next = variablesFrom(query, city.usccs, 'compared');
  for (let at = 0; at < COMPARED; at += 1) {
    const variables = next();
    const [expected, ...others] = await Promise.all(NAMES.map((name) => ask(gateways[name], query, variables)));
    if (!others.every((answer) => isDeepStrictEqual(answer, expected))) {
      throw new Error(`The gateways answer ${query} differently.`);
    }
  }
}

async function ask({ url, headers }: Running, query: QueryName, variables: BenchVariables): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: queryText(query), variables }),
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
    ...queries.flatMap(({ query, requestsPerSecond, cpuMs }) =>
      NAMES.map((name) => {
        const { median, min, max } = requestsPerSecond[name];
        const rate = `${median.toFixed(0)} requests/s (${min.toFixed(0)}-${max.toFixed(0)})`;
        return `  ${query}, ${name}: ${rate}, ${cpuMs[name].median.toFixed(2)} ms of processor`;
      }),
    ),
  ];
}
