import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** One thing that is another in a contract than it was. */
export interface ContractChange {
  /** What changed, such as `Enterprise.name` or `Query.enterprise.uscc`. */
  readonly coordinate: string;
  /** In words. */
  readonly message: string;
  /** Whether an operation that was valid before may not be any more, or may be answered by what its caller does not expect. */
  readonly isBreaking: boolean;
}

/**
 * Lists what changed in a contract; words of descriptions are left out.
 *
 * @param before - SDL of the contract as it was
 * @param after - SDL of the contract as it is
 * @returns sorted by coordinate
 */
export async function contractChanges(before: string, after: string): Promise<readonly ContractChange[]> {
  if (before === after) return [];
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ type }) => !String(type).includes('DESCRIPTION'))
    .map(({ path, message, criticality }) => ({
      coordinate: path ?? '',
      message,
      isBreaking: criticality.level === CriticalityLevel.Breaking,
    }))
    .toSorted((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
}
