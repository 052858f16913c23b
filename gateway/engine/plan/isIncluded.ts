import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type DirectiveNode,
  type SelectionNode,
} from 'graphql';

/**
 * Tells whether a selection is made, by its `@skip` and `@include`.
 *
 * @param node - a field or fragment of a validated document
 * @param variables - coerced
 */
export function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  const directives: readonly DirectiveNode[] | undefined = node.directives;
  if (!directives || directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
}
