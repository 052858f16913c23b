import { Kind, visit } from 'graphql';
import type { Operation } from './Operation.ts';

/** Variables that the planner adds to the fetches of entities without looking whether the caller uses the name. */
const RESERVED = /^(?:representations|__batch_reps_\d+)$/;

/** An operation whose variables do not clash with the planner's. */
export interface RenamedOperation {
  readonly operation: Operation;
  /** The caller's name of each variable that was renamed, by its new name. */
  readonly callerNames: ReadonlyMap<string, string>;
}

/**
 * Renames the variables of an operation that are called like those of the planner.
 *
 * @param operation - without named fragments
 */
export function renameReserved(operation: Operation): RenamedOperation {
  const used = new Set<string>();
  visit(operation.definition, { Variable: ({ name }) => void used.add(name.value) });
  const callerNames = new Map<string, string>();
  const newNames = new Map<string, string>();
  for (const name of used) {
    if (!RESERVED.test(name)) continue;
    let fresh = `caller_${name}`;
    while (used.has(fresh)) fresh = `${fresh}_`;
    callerNames.set(fresh, name);
    newNames.set(name, fresh);
  }
  if (newNames.size === 0) return { operation, callerNames };
  const definition = visit(operation.definition, {
    Variable: (node) => {
      const fresh = newNames.get(node.name.value);
      return fresh === undefined ? undefined : { ...node, name: { kind: Kind.NAME, value: fresh } };
    },
  });
  return { operation: { ...operation, definition }, callerNames };
}
