import type { FieldNode } from 'graphql';
import type { NeededFields } from '../supergraph/neededFields.ts';

/** Begins the names that callers' fields have in a plan where their own would be taken for something else. */
const MARK = '_caller_';

/**
 * The name under which departments answer a field.
 *
 * A caller may call one field by the name of another, or give it other arguments than a requirement does. Where the name is that of a
 * field by which departments recognise entities or which they require, the planner (0.0.38) confuses the two as soon
 * as they come from different fetches, and would send the caller's value to a department. So the caller's gets another
 * name.
 *
 * @param key - as the caller names the field
 * @param node - the field
 * @param needed - all fields that keys and requirements of the graph select
 */
export function plannedKey(key: string, node: FieldNode, needed: NeededFields): string {
  if (key.startsWith(MARK)) return `${MARK}${key}`;
  const isCalled = needed.get(key);
  if (isCalled === undefined) return key;
  const isSame = key === node.name.value && !isCalled && (node.arguments?.length ?? 0) === 0;
  return isSame ? key : `${MARK}${key}`;
}

/**
 * The name that the caller gave a field: the reverse of {@link plannedKey}.
 *
 * @param key - as departments answer it; list indices are no names and stay
 */
export function callerKey<Segment extends string | number>(key: Segment): Segment | string {
  return typeof key === 'string' && key.startsWith(MARK) ? key.slice(MARK.length) : key;
}
