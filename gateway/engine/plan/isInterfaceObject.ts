import type { ConstDirectiveNode } from 'graphql';

/**
 * Tells whether a department knows an interface as an object.
 *
 * @param joined - what says in a supergraph that the interface is the department's
 */
export function isInterfaceObject({ arguments: given = [] }: ConstDirectiveNode): boolean {
  return given.some(({ name }) => name.value === 'isInterfaceObject');
}
