import { Kind, visit, type DirectiveNode, type DocumentNode } from 'graphql';
import type { Question } from './Contestant.ts';

/** Whether a variable is true in a request. */
export type Conditions = (variable: string) => boolean;

/** What may be left out. */
interface Conditional {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

/**
 * The variables of a request as conditions, defaults applied.
 *
 * @param question - the request
 */
export function conditionsOf({ document, variables }: Question): Conditions {
  const defaults = new Map<string, boolean>();
  visit(document, {
    VariableDefinition: ({ variable, defaultValue }) => {
      if (defaultValue?.kind === Kind.BOOLEAN) defaults.set(variable.name.value, defaultValue.value);
    },
  });
  return (variable) => (variables[variable] ?? defaults.get(variable)) === true;
}

/**
 * Leaves out of a document what its conditions exclude.
 *
 * @param document - of a fetch
 * @param conditions - of the request
 */
export function withoutExcluded(document: DocumentNode, conditions: Conditions): DocumentNode {
  const cut = (selection: Conditional) => (isExcluded(selection, conditions) ? null : undefined);
  return visit(document, { Field: cut, InlineFragment: cut });
}

/**
 * Tells whether a selection is left out.
 *
 * @param selection - with its directives
 * @param conditions - of the request
 */
export function isExcluded({ directives = [] }: Conditional, conditions: Conditions): boolean {
  return directives.some((directive) => excludes(directive, conditions));
}

function excludes({ name, arguments: args = [] }: DirectiveNode, conditions: Conditions): boolean {
  const value = args.find((argument) => argument.name.value === 'if')?.value;
  if (value?.kind !== Kind.VARIABLE && value?.kind !== Kind.BOOLEAN) return false;
  const is = value.kind === Kind.BOOLEAN ? value.value : conditions(value.name.value);
  return name.value === 'skip' ? is : name.value === 'include' && !is;
}
