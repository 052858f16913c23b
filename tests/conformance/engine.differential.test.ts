import { PlannerProcess } from '../../gateway/engine/plan/process/PlannerProcess.ts';
import { silent } from '../kit/mongodConfig.ts';
import { compareEngines } from './engine/compareEngines.ts';
import { Tally } from './engine/Tally.ts';

/** About as many cases: 2,000 unless `ENGINE_CASES` says otherwise, from `ENGINE_SEED` on. */
const CASES = Number(process.env['ENGINE_CASES'] ?? 2_000);
const SEED = Number(process.env['ENGINE_SEED'] ?? 20_241_124);
/** How many cases each plan node, directive and failure needs in a run of 2,000 or more. */
const LEAST = 50;
/** How many more eighths of the cases a seed gets at most that does not meet each so often. */
const MOST_PARTS = 4;
/** Nothing here may depend on how busy the machine is. */
const PATIENCE_MS = 120_000;

describe(`the own engine beside @apollo/gateway, ${CASES} random cases, ENGINE_SEED=${SEED}`, () => {
  const planner = new PlannerProcess({ logger: silent, patienceMs: PATIENCE_MS });
  afterAll(() => {
    planner.close();
  });

  it(
    'answers as the graph in one piece does, and fails as @apollo/gateway does',
    async () => {
      const tally = new Tally();
      const least = Math.floor(LEAST * Math.min(1, CASES / 2_000));
      let failure = await compareEngines({ seed: SEED, cases: CASES, planner, tally });
      // Some seeds meet a kind of failure 40 times in 2,000 cases; they get some more.
      for (let more = 1; failure === undefined && tally.rare(least).length > 0 && more <= MOST_PARTS; more += 1)
        failure = await compareEngines({ seed: SEED + more, cases: CASES / 8, planner, tally });
      if (failure !== undefined || process.env['ENGINE_CASES'] !== undefined) process.stdout.write(tally.table());
      if (failure !== undefined) throw new Error(failure);
      expect(tally.rare(least)).toEqual([]);
      expect(tally.uncomposed / tally.worlds).toBeLessThan(0.02);
      expect(tally.invalid / tally.cases).toBeLessThan(0.02);
      expect(tally.refused / tally.cases).toBeLessThan(0.005);
      expect(tally.givenUp / tally.cases).toBeLessThan(0.005);
    },
    CASES * 1_000 + 120_000,
  );
});
