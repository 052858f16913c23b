import type { Caller } from '../../../src/identity/Caller.ts';
import { meetsAccess } from '../../../src/policy/meetsAccess.ts';
import type { DepartmentCard } from '../../../src/subgraph/DepartmentCard.ts';
import type { OpenableFields } from '../rules/authorisationFaults.ts';

/**
 * The fact types that exist for a kind of querier, each with its fields, those included that departments add to facts of others; an
 * authorisation opens rows, never coordinates.
 *
 * @param department - name of the department that would be the querier; an organisation would be where it is left out
 * @param departments - all that there are
 */
export function openableTo(
  department: string | null | undefined,
  departments: readonly DepartmentCard[],
): OpenableFields {
  const querier: Caller =
    typeof department === 'string'
      ? { audience: 'INTERNAL', department, scopes: new Set([`${department}:*`]) }
      : { audience: 'AGENCY', scopes: new Set() };
  const types = departments.flatMap(({ factTypes }) => factTypes);
  const openable = types.filter(({ kind, access }) => kind === 'FACT' && meetsAccess(querier, access));
  return new Map(
    openable.map(({ type, fields }) => {
      const added = departments.flatMap(({ contributed }) => [...(contributed.get(type) ?? [])]);
      const usable = [...fields, ...added].filter(([, access]) => meetsAccess(querier, access));
      return [type, new Set(usable.map(([field]) => field))];
    }),
  );
}
