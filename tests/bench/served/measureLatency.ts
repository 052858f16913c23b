import { table } from '../../../gateway/commands/table.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchOptions } from '../BenchOptions.ts';
import type { Target } from '../BenchReport.ts';
import { openBenchCity, type BenchCity } from '../openBenchCity.ts';
import { startChild, type Child } from '../process/startChild.ts';
import type { Strain } from '../process/Strains.ts';
import { spreadOf, type Spread } from '../spread.ts';
import type { LoadResult } from '../summarised.ts';
import { spread } from '../describeSpread.ts';
import { startServed } from './startServed.ts';

/** Figures of the profile query at a part of the peak rate, over all rounds. */
export interface LatencyFigures {
  /** Requests a second where each connection asks again as soon as it is answered. */
  readonly peakRate: Spread;
  /** Requests a second that were sent, and that were answered. */
  readonly rate: Spread;
  readonly answered: Spread;
  /** Milliseconds from when a request was due. */
  readonly p50: Spread;
  readonly p99: Spread;
  readonly ratio: Spread;
  /** Of the product's process, by the name of each figure. */
  readonly strain: Readonly<Record<keyof Strain, Spread>>;
  readonly peakMb: number;
}

/** All figures. */
export interface LatencyReport {
  readonly options: BenchOptions;
  readonly latency: LatencyFigures;
  readonly targets: readonly Target[];
}

/** Part of the peak rate that is asked for. */
export const PART = 0.8;
const GOAL = 4;
/** Seconds that a round looks for the peak, as a part of those in which it is loaded. */
const PEAK_PART = 0.4;
/** Code is optimised, and the heap grown, only after thousands of requests. */
const WARM_UP_ROUNDS = 2;
const SETTLE_MS = 300;

interface Round {
  readonly peak: LoadResult;
  readonly rate: number;
  readonly loaded: LoadResult;
  readonly strain: Strain;
}

/**
 * Measures the latency of the profile query at 80 % of the peak rate: the product as it is served, MongoDB behind. The peak is looked for anew
 * in each round, right before.
 *
 * @param options - rounds, seconds of each, connections, size of the city
 * @param say - told what is done
 */
export async function measureLatency(options: BenchOptions, say: (line: string) => void): Promise<LatencyReport> {
  say(`loading a sample city of ${options.enterprises} enterprises`);
  const city = await openBenchCity(options);
  const stops: (() => Promise<void>)[] = [() => city.close()];
  try {
    const served = await startServed(city, options);
    stops.push(() => served.stop());
    const generator = await startChild('arrivals', { environment: {} });
    stops.push(() => generator.stop());
    say('waiting until the ledger is kept');
    await served.ask('settled');
    say('measuring the latency of the profile query');
    const rounds: Round[] = [];
    for (let round = 0; round < WARM_UP_ROUNDS + options.rounds; round += 1) {
      const figures = await measureRound({ city, served, generator }, options, round);
      if (round >= WARM_UP_ROUNDS) rounds.push(figures);
    }
    const { peakMb } = await served.usage();
    const latency = { ...figuresOf(rounds), peakMb };
    return { options, latency, targets: [targetOf(latency)] };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function measureRound(
  { city, served, generator }: { readonly city: BenchCity; readonly served: Child; readonly generator: Child },
  { seconds, connections, seed }: BenchOptions,
  round: number,
): Promise<Round> {
  const asked = { url: served.info, queries: ['profile'], usccs: city.usccs, names: [] };
  const load = async (part: string, length: number, pace: object): Promise<LoadResult> => {
    const result = await generator.ask<LoadResult>('load', {
      ...asked,
      seed: `${seed}/${part}/${round}`,
      seconds: length,
      pace,
    });
    await pause(SETTLE_MS);
    return result;
  };
  const peak = await load('peak', seconds * PEAK_PART, { connections });
  const rate = peak.requestsPerSecond * PART;
  await served.ask('strain');
  const loaded = await load('rate', seconds, { rate });
  return { peak, rate, loaded, strain: await served.ask<Strain>('strain') };
}

function figuresOf(rounds: readonly Round[]): Omit<LatencyFigures, 'peakMb'> {
  const of = (figure: (round: Round) => number): Spread => spreadOf(rounds.map(figure));
  const strained = (name: keyof Strain): Spread => of(({ strain }) => strain[name]);
  return {
    peakRate: of(({ peak }) => peak.requestsPerSecond),
    rate: of(({ rate }) => rate),
    answered: of(({ loaded }) => loaded.requestsPerSecond),
    p50: of(({ loaded }) => loaded.p50),
    p99: of(({ loaded }) => loaded.p99),
    ratio: of(({ loaded }) => loaded.p99 / loaded.p50),
    strain: {
      ...{ loopP99: strained('loopP99'), loopMax: strained('loopMax') },
      ...{ youngTotal: strained('youngTotal'), youngMax: strained('youngMax') },
      ...{ oldTotal: strained('oldTotal'), oldMax: strained('oldMax') },
    },
  };
}

function targetOf({ ratio: { median: value } }: LatencyFigures): Target {
  const name = 'profile at 80 % of the peak rate, p99 as a multiple of p50';
  return { name, goal: GOAL, isMost: true, value, isReached: value <= GOAL };
}

/**
 * Words the figures.
 *
 * @param report - of {@link measureLatency}
 */
export function describeLatency({ latency }: LatencyReport): readonly string[] {
  const { peakRate, rate, answered, p50, p99, ratio, strain, peakMb } = latency;
  return [
    '',
    'profile at 80 % of the peak rate, open loop, MongoDB behind',
    ...table([
      ['peak/s', 'asked/s', 'answered/s', 'p50 ms', 'p99 ms', 'p99 / p50', 'peak MB'],
      [
        ...[spread(peakRate, 0), spread(rate, 0), spread(answered, 0), spread(p50, 1), spread(p99, 1)],
        ...[spread(ratio, 1), peakMb.toFixed(0)],
      ],
    ]),
    ...table([
      ['event loop p99 ms', 'longest', 'young collections ms', 'longest', 'old collections ms', 'longest'],
      [
        ...[spread(strain.loopP99, 1), spread(strain.loopMax, 0), spread(strain.youngTotal, 0)],
        ...[spread(strain.youngMax, 1), spread(strain.oldTotal, 0), spread(strain.oldMax, 1)],
      ],
    ]),
  ];
}
