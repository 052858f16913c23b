import type { DepartmentCard } from '../../../src/subgraph/DepartmentCard.ts';
import type { ListRules } from '../../../src/subgraph/ListRules.ts';

/**
 * Gives the rules of all red and black lists that there are.
 *
 * @param departments - all departments
 */
export function listRulesOf(departments: readonly DepartmentCard[]): readonly ListRules[] {
  return departments.flatMap(({ lists }) => lists ?? []);
}

/**
 * Names the version of all of them.
 *
 * @param rules - from {@link listRulesOf}
 */
export function listsVersionOf(rules: readonly ListRules[]): string {
  return rules.map(({ version }) => version).join('+');
}
