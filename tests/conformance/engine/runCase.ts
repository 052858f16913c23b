import { GraphQLError, parse, validate, type ExecutionResult } from 'graphql';
import type { Contestant, Question } from './Contestant.ts';
import type { CaseGenome } from './DocumentGenome.ts';
import { newRun, type Failure, type Run } from './Failure.ts';
import { makeFailures } from './makeFailures.ts';
import type { OpenedWorld } from './openWorld.ts';
import { touchedFields } from './touchedFields.ts';
import type { World } from './World.ts';
import { writeDocument } from './writeDocument.ts';

/** One request with what each contestant answered. */
export interface CaseOutcome {
  readonly world: World;
  readonly question: Question;
  readonly failures: readonly Failure[];
  /** Fields that the document asks for, as `Type.field`. */
  readonly touched: readonly string[];
  readonly own: ExecutionResult;
  readonly apollo: ExecutionResult;
  /** The graph in one piece, while nothing failed. */
  readonly whole: ExecutionResult;
  readonly runs: { readonly own: Run; readonly apollo: Run; readonly whole: Run };
}

/**
 * Runs one case at every contestant.
 *
 * @param opened - the world
 * @param genome - from which the case is made
 * @returns the reason why the document is not valid, if it is not
 */
export async function runCase(opened: OpenedWorld, genome: CaseGenome): Promise<CaseOutcome | string> {
  const written = writeDocument(genome, opened.api);
  const document = parse(written.text, { noLocation: true });
  const [problem] = validate(opened.api, document);
  if (problem) return problem.message;
  const question = { ...written, document };
  const touched = touchedFields(opened.api, document);
  const failures = makeFailures(genome.failures, opened.world, touched);
  const runs = { own: newRun(failures), apollo: newRun(failures), whole: newRun() };
  const [own, apollo, whole] = await Promise.all([
    answerOf(opened.own, question, runs.own),
    answerOf(opened.apollo, question, runs.apollo),
    answerOf(opened.whole, question, runs.whole),
  ]);
  return { world: opened.world, question, failures, touched, own, apollo, whole, runs };
}

/** An answer, or what was thrown instead; as JSON, which forgets prototypes. */
async function answerOf(contestant: Contestant, question: Question, run: Run): Promise<ExecutionResult> {
  try {
    const answer = await contestant.ask(question, run);
    return answer.data ? { ...answer, data: plain(answer.data) } : answer;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { errors: [new GraphQLError(message, { extensions: { code: 'THROWN' } })] };
  }
}

function plain(data: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}
