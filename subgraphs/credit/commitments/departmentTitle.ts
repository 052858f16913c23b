import type { SubgraphContext } from '../../../src/subgraph/context.ts';

/**
 * The department that is calling; one that has no folder here is named as its token does.
 *
 * @param context - the request
 * @returns undefined for the public and for enterprises
 */
export function departmentTitle({ caller, departments }: SubgraphContext): string | undefined {
  return departments.find(({ name }) => name === caller.department)?.title ?? caller.department;
}
