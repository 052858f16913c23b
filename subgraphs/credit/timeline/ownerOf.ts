import type { DepartmentCard } from '../../../src/subgraph/DepartmentCard.ts';

/**
 * Gives `type FactOwner` of a department.
 *
 * @param name - as facts name it
 * @param context - the request, which knows the departments; one that is not there any more has no title
 */
export function ownerOf(
  name: string,
  { departments }: { readonly departments: readonly DepartmentCard[] },
): { readonly name: string; readonly title: string | null } {
  return { name, title: departments.find((card) => card.name === name)?.title ?? null };
}
