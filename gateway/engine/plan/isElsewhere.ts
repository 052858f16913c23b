import { Kind, type ConstDirectiveNode } from 'graphql';

/**
 * Tells whether a department only names a field that others answer.
 *
 * @param joined - what says in a supergraph that the field is the department's
 */
export function isElsewhere({ arguments: given = [] }: ConstDirectiveNode): boolean {
  return given.some(
    ({ name, value }) =>
      (name.value === 'external' || name.value === 'usedOverridden') && value.kind === Kind.BOOLEAN && value.value,
  );
}
