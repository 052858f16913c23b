import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import { CountedUses } from './CountedUses.ts';
import { KnownAuthorisations } from './KnownAuthorisations.ts';

/** What a process remembers of authorisations. */
export interface AuthorisationMemory {
  readonly known: KnownAuthorisations;
  readonly uses: CountedUses;
}

const memories = new WeakMap<object, AuthorisationMemory>();

/**
 * What this process remembers of the authorisations in a database.
 *
 * @param database - of the financial office
 */
export function authorisationMemory(database: DepartmentDatabase): AuthorisationMemory {
  const remembered = memories.get(database);
  if (remembered !== undefined) return remembered;
  const memory = { known: new KnownAuthorisations(database), uses: new CountedUses(database) };
  memories.set(database, memory);
  database.beforeEnd(() => memory.uses.write());
  return memory;
}
