import { connectSubgraph } from '../../src/subgraph/connectSubgraph.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { department } from '../../subgraphs/credit/department.ts';
import { evaluateEnterprises, type EvaluationSetting } from '../../subgraphs/credit/evaluation/evaluateEnterprises.ts';
import { registrationStatesOf } from '../../subgraphs/credit/evaluation/registrationStates.ts';
import { timelineOf } from '../../subgraphs/credit/timeline/readableFacts.ts';
import type { BenchOptions } from './BenchOptions.ts';
import { inventTimeline } from './evaluation/inventTimeline.ts';
import type { BenchCity } from './openBenchCity.ts';

/** Figures of computing the evaluations of a whole city, by all models and on both bases. */
export interface EvaluationFigures {
  readonly enterprises: number;
  readonly facts: number;
  /** Enterprises a second where nothing was stored, and how long it took. */
  readonly firstRate: number;
  readonly firstSeconds: number;
  /** The same where each replaces what was stored. */
  readonly againRate: number;
  readonly againSeconds: number;
  /** Growth of the process's memory at its highest, in MB: it must not follow from the number of enterprises. */
  readonly peakMb: number;
}

const PREFIX = 'evaluation_';
const CHUNK = 1_000;
const MB = 2 ** 20;

/**
 * Measures the evaluation of many enterprises from an index as large as a city's, streamed in chunks.
 *
 * @param city - on whose server
 * @param options - how many enterprises
 */
export async function measureEvaluation(city: BenchCity, options: BenchOptions): Promise<EvaluationFigures> {
  const connection = await openConnection(city.uri);
  const { database, departments } = connectSubgraph(department, connection, PREFIX);
  const setting: EvaluationSetting = { database, departments, today: todayInShanghai(new Date()) };
  try {
    await database.ensureIndexes();
    const facts = await fill(setting, options);
    const first = await timed(setting);
    const again = await timed(setting);
    return {
      enterprises: options.evaluated,
      facts,
      firstRate: options.evaluated / first.seconds,
      firstSeconds: first.seconds,
      againRate: options.evaluated / again.seconds,
      againSeconds: again.seconds,
      peakMb: Math.max(first.peakMb, again.peakMb),
    };
  } finally {
    await database.db.dropDatabase();
    await connection.close();
  }
}

async function fill({ database, today }: EvaluationSetting, { evaluated, seed }: BenchOptions): Promise<number> {
  let facts = 0;
  for (let from = 0; from < evaluated; from += CHUNK) {
    const length = Math.min(CHUNK, evaluated - from);
    const invented = Array.from({ length }, (_, at) => inventTimeline(from + at, seed, today));
    const rows = invented.flatMap((one) => one.facts);
    const states = invented.map(({ uscc }) => ({ _id: uscc, status: 'IN_BUSINESS', seq: 1 }));
    await registrationStatesOf(database).insertMany(states, { ordered: false });
    if (rows.length > 0) await timelineOf(database).insertMany([...rows], { ordered: false });
    facts += rows.length;
  }
  return facts;
}

async function timed(setting: EvaluationSetting): Promise<{ readonly seconds: number; readonly peakMb: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const start = performance.now();
  for await (const usccs of chunksOf(setting)) {
    await evaluateEnterprises(usccs, setting);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  return { seconds: (performance.now() - start) / 1_000, peakMb: (peak - before) / MB };
}

async function* chunksOf({ database }: EvaluationSetting): AsyncGenerator<readonly string[]> {
  let usccs: string[] = [];
  for await (const { _id } of registrationStatesOf(database)
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: 1 })) {
    usccs.push(_id);
    if (usccs.length < CHUNK) continue;
    yield usccs;
    usccs = [];
  }
  if (usccs.length > 0) yield usccs;
}
