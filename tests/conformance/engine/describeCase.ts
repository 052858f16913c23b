import type { OpenedWorld } from './openWorld.ts';
import { printSubgraph } from './printSubgraph.ts';
import type { CaseOutcome } from './runCase.ts';

/** How much of an answer is shown. */
const LENGTH = 2_000;

/**
 * Says all that is needed to look at a failing case: schemas, document, failures, answers and plan.
 *
 * @param opened - the world
 * @param outcome - of the case
 * @param problems - what is wrong with it
 */
export function describeCase(opened: OpenedWorld, outcome: CaseOutcome, problems: readonly string[]): string {
  const { question, failures, own, apollo, whole } = outcome;
  const schemas = opened.world.subgraphs.map((name, at) => `# ${name}\n${printSubgraph(opened.world, at)}`);
  const shown = (name: string, value: unknown) => `${name}: ${JSON.stringify(value ?? null).slice(0, LENGTH)}`;
  return [
    ...problems.slice(0, 10),
    ...schemas,
    question.text,
    shown('operation', question.operationName),
    shown('variables', question.variables),
    shown(
      'failures',
      failures.map((failure) => ({ ...failure, subgraph: opened.world.subgraphs[failure.subgraph] })),
    ),
    shown('own', own),
    shown('apollo', apollo),
    shown('whole', whole),
    shown('own plan', opened.own.planOf(question)),
    shown('apollo plan', opened.apollo.planOf(question)),
  ].join('\n');
}
