import { Kind, visit, type DirectiveNode } from 'graphql';
import type { Operation } from './Operation.ts';

/**
 * The variables by which an operation decides what it selects, sorted.
 *
 * @param operation - with its fragments
 */
export function conditionVariables({ definition, fragments }: Operation): readonly string[] {
  const names = new Set<string>();
  const collect = (node: DirectiveNode): void => {
    if (node.name.value !== 'skip' && node.name.value !== 'include') return;
    for (const { value } of node.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
  };
  for (const part of [definition, ...fragments.values()]) visit(part, { Directive: collect });
  return [...names].sort();
}
