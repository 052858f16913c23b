import { PlannerProcess } from '../../../gateway/engine/plan/process/PlannerProcess.ts';
import { silent } from '../../kit/mongodConfig.ts';
import { compareEngines } from './compareEngines.ts';
import { Tally } from './Tally.ts';

/** In how many files the cases are, so that several processors share them. */
const FILES = 2;
const CASES = Number(process.env['ENGINE_CASES'] ?? 2_000);
/** What each plan node, directive and failure needs in a run of 2,000 cases or more. */
const LEAST = 50;
const SEED = Number(process.env['ENGINE_SEED'] ?? 20_241_124);

/**
 * Tests one part of the random cases: 2,000 in all, or `ENGINE_CASES`, from `ENGINE_SEED` on.
 *
 * @param part - counted from 0
 */
export function itComparesEngines(part: number): void {
  const cases = Math.ceil(CASES / FILES);
  const seed = SEED + part;
  const least = Math.floor((LEAST / FILES) * Math.min(1, CASES / 2_000));
  const planner = new PlannerProcess({ logger: silent });

  // Until a whole run of it has been green on a quiet machine, it is started by hand.
  const where = process.env['ENGINE_CASES'] === undefined ? describe.skip : describe;
  where(`the own engine beside @apollo/gateway, ${cases} cases (npm run test:engines), ENGINE_SEED=${seed}`, () => {
    afterAll(() => {
      planner.close();
    });

    it(
      'answers as the graph in one piece does, and fails as @apollo/gateway does',
      async () => {
        const tally = new Tally();
        const failure = await compareEngines({ seed, cases, planner, tally });
        process.stdout.write(tally.table());
        if (failure !== undefined) throw new Error(failure);
        expect(tally.rare(least)).toEqual([]);
        expect(tally.unnamed / tally.cases).toBeLessThan(0.01);
        expect(tally.uncomposed / tally.worlds).toBeLessThan(0.02);
        expect(tally.invalid / tally.cases).toBeLessThan(0.02);
      },
      cases * 1_000 + 120_000,
    );
  });
}
