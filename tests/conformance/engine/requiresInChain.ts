import { requiredBy, touchedRequirements } from './fieldRelations.ts';
import type { CaseOutcome } from './runCase.ts';

/**
 * Tells whether a field of a case requires one that requires something itself: where departments do not know the same keys, neither
 * planner may find the way around.
 *
 * @param outcome - of the case
 */
export function requiresInChain(outcome: CaseOutcome): boolean {
  return touchedRequirements(outcome).some(({ name }) => requiredBy(outcome.world, name).length > 0);
}
