import {
  isListType,
  isNonNullType,
  Kind,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type ValueNode,
} from 'graphql';
import type { ListRule } from './CostRules.ts';
import type { ListSize } from './Price.ts';

/** What a list is taken to have where nothing is declared, which conformance tests refuse: a whole page. */
const UNDECLARED = 100;

type Variables = Parameters<ListSize>[0];

/**
 * Compiles how many rows a field may return.
 *
 * The largest slicing argument that has a value decides, given, by variable or by default; then the assumed size. Slicing arguments
 * must be whole numbers for composition, so that a list of codes to look up can not be declared as one: where a field demands such
 * lists (`[USCC!]!`), it returns no more rows than they have items together.
 *
 * @param field - what the schema says of it
 * @param node - as the operation asks for it
 * @param rule - what `@listSize` says
 */
export function listSizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  rule: ListRule | undefined,
): ListSize {
  const { assumedSize, slicingArguments = [] } = rule ?? {};
  const given = new Map((node.arguments ?? []).map(({ name, value }) => [name.value, value]));
  const slicing = field.args.filter(({ name }) => slicingArguments.includes(name));
  const most = assumedSize ?? UNDECLARED;
  if (slicing.length > 0) {
    const sizes = slicing.map((argument) => wholeNumber(argument, given.get(argument.name)));
    return (variables) => largest(sizes.map((size) => size(variables))) ?? most;
  }
  const lists = field.args.filter(demandsList).map((argument) => itemsOf(argument, given.get(argument.name)));
  if (lists.length === 0) return () => most;
  return (variables) =>
    Math.min(
      most,
      lists.reduce((sum, items) => sum + items(variables), 0),
    );
}

function largest(sizes: readonly (number | undefined)[]): number | undefined {
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? undefined : Math.max(0, ...known);
}

function wholeNumber(
  { defaultValue }: GraphQLArgument,
  node: ValueNode | undefined,
): (variables: Variables) => number | undefined {
  const byDefault = typeof defaultValue === 'number' ? defaultValue : undefined;
  if (node?.kind === Kind.INT) {
    const value = Number(node.value);
    return () => value;
  }
  if (node?.kind !== Kind.VARIABLE) return () => byDefault;
  const name = node.name.value;
  return (variables) => {
    const value = variables[name];
    return typeof value === 'number' ? value : byDefault;
  };
}

function demandsList({ type }: GraphQLArgument): boolean {
  return isNonNullType(type) && isListType(type.ofType);
}

function itemsOf({ defaultValue }: GraphQLArgument, node: ValueNode | undefined): (variables: Variables) => number {
  const byDefault = Array.isArray(defaultValue) ? defaultValue.length : 0;
  if (node === undefined) return () => byDefault;
  if (node.kind === Kind.LIST) {
    const { length } = node.values;
    return () => length;
  }
  // A single value stands for a list of it.
  if (node.kind !== Kind.VARIABLE) return () => 1;
  const name = node.name.value;
  return (variables) => {
    const value = variables[name];
    if (value === undefined) return byDefault;
    return Array.isArray(value) ? value.length : 1;
  };
}
