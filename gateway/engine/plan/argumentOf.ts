import { Kind, type ConstDirectiveNode } from 'graphql';

/**
 * The string or word that a directive gives as an argument.
 *
 * @param directive - of a supergraph
 * @param name - of the argument
 */
export function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
