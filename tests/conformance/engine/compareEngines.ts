import fc from 'fast-check';
import type { PlannerProcess } from '../../../gateway/engine/plan/process/PlannerProcess.ts';
import { checkCase } from './checkCase.ts';
import { describeCase } from './describeCase.ts';
import { caseGenome, type CaseGenome } from './DocumentGenome.ts';
import { makeWorld } from './makeWorld.ts';
import { openWorld } from './openWorld.ts';
import { runCase } from './runCase.ts';
import type { Tally } from './Tally.ts';
import { tallyCase } from './tallyCase.ts';
import { worldGenome, type WorldGenome } from './WorldGenome.ts';

/** Cases that share a world, since opening one takes as long as some cases; on average half as many. */
const CASES_PER_WORLD = 60;
/** How long a failing case is made smaller. */
const SHRINKING_MS = 90_000;

/** What is compared. */
export interface Comparison {
  readonly seed: number;
  /** How many cases, about. */
  readonly cases: number;
  readonly planner: PlannerProcess;
  /** Counts them. */
  readonly tally: Tally;
}

/**
 * Compares random cases over random graphs.
 *
 * @param comparison - what is compared
 * @returns the smallest case that fails, with all that is needed to look at it, if any does
 */
export async function compareEngines({ seed, cases, planner, tally }: Comparison): Promise<string | undefined> {
  let failedAt: number | undefined;
  const property = fc.asyncProperty(
    worldGenome,
    fc.array(caseGenome, { minLength: 1, maxLength: CASES_PER_WORLD, size: 'max' }),
    async (world, genomes) => {
      if (failedAt !== undefined && Date.now() - failedAt > SHRINKING_MS) return;
      const problem = await firstProblem({ tally, planner }, world, genomes);
      if (problem === undefined) return;
      failedAt ??= Date.now();
      throw new Error(problem);
    },
  );
  const numRuns = Math.ceil(cases / (CASES_PER_WORLD / 2));
  const { failed, counterexamplePath, errorInstance } = await fc.check(property, { seed, numRuns });
  return failed ? `ENGINE_SEED=${seed}, path ${counterexamplePath ?? ''}\n${String(errorInstance)}` : undefined;
}

async function firstProblem(
  { tally, planner }: Pick<Comparison, 'tally' | 'planner'>,
  genome: WorldGenome,
  cases: readonly CaseGenome[],
): Promise<string | undefined> {
  const opened = await openWorld(makeWorld(genome), planner);
  tally.worlds += 1;
  if (!('world' in opened)) {
    tally.uncomposed += 1;
    return undefined;
  }
  try {
    for (const one of cases) {
      const outcome = await runCase(opened, one);
      if (typeof outcome === 'string') {
        tally.invalid += 1;
        continue;
      }
      tallyCase(tally, opened, outcome);
      const problems = checkCase(tally, opened, outcome);
      if (problems.length > 0) return describeCase(opened, outcome, problems);
    }
    return undefined;
  } finally {
    await opened.close();
  }
}
