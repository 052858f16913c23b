import type { Caller } from '../identity/Caller.ts';
import { meetsAccess } from '../policy/meetsAccess.ts';
import type { DepartmentCard } from './DepartmentCard.ts';

/**
 * The types of facts that a caller may use: those that exist in its contract and whose scopes it holds. Views over facts of all departments are
 * narrowed to them inside the database, before rows are paged or counted; a type that no department declares is nobody's.
 *
 * @param departments - all that there are
 * @param caller - who asks, as it counts at its door
 * @returns GraphQL types, for a filter by `$in`
 */
export function usableTypes(departments: readonly DepartmentCard[], caller: Caller): string[] {
  const cards = departments.flatMap(({ factTypes }) => factTypes);
  return cards.filter(({ access }) => meetsAccess(caller, access)).map(({ type }) => type);
}
