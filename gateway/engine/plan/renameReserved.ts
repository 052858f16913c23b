import { Kind, visit, type DocumentNode } from 'graphql';

/** Variables that the planner adds to the fetches of entities without looking whether the caller uses the name. */
const RESERVED = /^(?:representations|__batch_reps_\d+)$/;

/** A document whose variables do not clash with the planner's. */
export interface RenamedDocument {
  readonly document: DocumentNode;
  /** The caller's name of each variable that was renamed, by its new name. */
  readonly callerNames: ReadonlyMap<string, string>;
}

/**
 * Renames the variables of an operation that are called like those of the planner.
 *
 * @param document - one operation with its fragments
 */
export function renameReserved(document: DocumentNode): RenamedDocument {
  const used = new Set<string>();
  visit(document, { Variable: ({ name }) => void used.add(name.value) });
  const callerNames = new Map<string, string>();
  const newNames = new Map<string, string>();
  for (const name of used) {
    if (!RESERVED.test(name)) continue;
    let fresh = `caller_${name}`;
    while (used.has(fresh)) fresh = `${fresh}_`;
    callerNames.set(fresh, name);
    newNames.set(name, fresh);
  }
  if (newNames.size === 0) return { document, callerNames };
  const renamed = visit(document, {
    Variable: (node) => {
      const fresh = newNames.get(node.name.value);
      return fresh === undefined ? undefined : { ...node, name: { kind: Kind.NAME, value: fresh } };
    },
  });
  return { document: renamed, callerNames };
}
