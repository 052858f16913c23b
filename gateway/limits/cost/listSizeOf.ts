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

type Variables = Readonly<Record<string, unknown>>;

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
  const most = assumedSize ?? UNDECLARED;
  const sizeOf = (argument: GraphQLArgument, read: Reader): Part => part(argument, given.get(argument.name), read);
  const slicing = field.args.filter(({ name }) => slicingArguments.includes(name));
  if (slicing.length > 0) {
    const parts = slicing.map((argument) => sizeOf(argument, wholeNumber));
    return listSize(parts, (sizes) => largest(sizes) ?? most);
  }
  const lists = field.args.filter(demandsList).map((argument) => sizeOf(argument, itemsIn));
  if (lists.length === 0) return listSize([], () => most);
  return listSize(lists, (sizes) => Math.min(most, sum(sizes)));
}

/** What one argument says about the size: the document alone, or a variable. */
interface Part {
  readonly fixed: boolean;
  readonly of: (variables: Variables) => number | undefined;
}

/** Reads a size from the value of an argument. */
type Reader = (value: unknown) => number | undefined;

function listSize(parts: readonly Part[], join: (sizes: readonly (number | undefined)[]) => number): ListSize {
  const of = (variables: Variables): number => join(parts.map((one) => one.of(variables)));
  const isFixed = parts.every(({ fixed }) => fixed);
  return { fixed: isFixed ? of({}) : undefined, of };
}

function part({ defaultValue }: GraphQLArgument, node: ValueNode | undefined, read: Reader): Part {
  const byDefault = read(defaultValue);
  if (node?.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return { fixed: false, of: (variables) => read(variables[name]) ?? byDefault };
  }
  // A null that stands for a number is the default to the resolvers.
  const size = node === undefined ? byDefault : (read(literal(node)) ?? byDefault);
  return { fixed: true, of: () => size };
}

/** Of a literal no more than its size matters. */
function literal(node: ValueNode): unknown {
  if (node.kind === Kind.INT) return Number(node.value);
  if (node.kind === Kind.LIST) return node.values;
  return node.kind === Kind.NULL ? undefined : node;
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A single value stands for a list of it. */
function itemsIn(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value.length : 1;
}

function demandsList({ type }: GraphQLArgument): boolean {
  return isNonNullType(type) && isListType(type.ofType);
}

function largest(sizes: readonly (number | undefined)[]): number | undefined {
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? undefined : Math.max(0, ...known);
}

function sum(sizes: readonly (number | undefined)[]): number {
  return sizes.reduce<number>((total, size = 0) => total + size, 0);
}
