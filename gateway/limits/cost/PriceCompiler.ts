import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isUnionType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Reading } from '../../engine/project/collectFields.ts';
import type { CostRules, ListRule } from './CostRules.ts';
import { foldCosts } from './foldCosts.ts';
import { listSizeOf } from './listSizeOf.ts';
import type { ListSize, PricedField, PricedSelection } from './Price.ts';

/** What the schema about itself costs: its lists have no declared sizes, and no department is asked. */
const INTROSPECTION: Readonly<Record<string, number>> = { __schema: 50, __type: 5 };

/** What a connection tells its lists: which of them have the size of its page. */
interface Page {
  readonly names: readonly string[];
  readonly size: ListSize;
}

/** Compiles what an operation selects into what it costs. */
export class PriceCompiler {
  readonly #rules: CostRules;
  readonly #reading: Reading;
  readonly #ids = new Map<object, number>();
  readonly #known = new Map<string, PricedSelection>();

  /**
   * @param rules - what the graph says about costs
   * @param reading - fragments and variables of the operation
   */
  constructor(rules: CostRules, reading: Reading) {
    this.#rules = rules;
    this.#reading = reading;
  }

  /**
   * Compiles one selection. The same selection of the same type is compiled once, however many types lead to it: else
   * fragments inside interfaces inside each other would multiply.
   *
   * @param type - what is selected from
   * @param selectionSets - all that select from it
   * @param page - where the type is a connection
   */
  selection(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[], page?: Page): PricedSelection {
    const parts = page ? [...selectionSets, page.size] : selectionSets;
    const id = `${type.name} ${parts.map((part) => this.#idOf(part)).join(' ')}`;
    const known = this.#known.get(id);
    if (known) return known;
    const types = isAbstractType(type) ? this.#rules.schema.getPossibleTypes(type) : [type];
    const alternatives = new Map<string, readonly PricedField[]>();
    for (const one of types) {
      const fields = this.#fields(one, selectionSets, page);
      alternatives.set(this.#signature(fields), fields);
    }
    const selection = foldCosts([...alternatives.values()]);
    this.#known.set(id, selection);
    return selection;
  }

  #fields(
    type: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
    page: Page | undefined,
  ): readonly PricedField[] {
    return [...collectFields(selectionSets, type.name, this.#reading)]
      .flatMap(([key, nodes]) => this.#field(key, nodes, type, page) ?? [])
      .filter(({ weight, once, selection }) => weight > 0 || once > 0 || selection !== undefined);
  }

  #field(
    key: string,
    nodes: readonly FieldNode[],
    parent: GraphQLCompositeType,
    page: Page | undefined,
  ): PricedField | undefined {
    const [node] = nodes;
    if (!node) return undefined;
    const name = node.name.value;
    const weight = INTROSPECTION[name];
    if (weight !== undefined) return { key, weight, once: 0, size: undefined, selection: undefined };
    const field = isUnionType(parent) ? undefined : parent.getFields()[name];
    return field && this.#priced(key, field, [node, ...nodes.slice(1)], page);
  }

  #priced(
    key: string,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly [FieldNode, ...FieldNode[]],
    page: Page | undefined,
  ): PricedField {
    const [node] = nodes;
    const rule = this.#rules.listRule(field);
    const isList = isListType(getNullableType(field.type));
    const rows = isList && page?.names.includes(field.name) ? page.size : listSizeOf(field, node, rule);
    const type = getNamedType(field.type);
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      key,
      weight: this.#rules.weightOf(field),
      once: this.#argumentsWeight(field, node),
      size: isList ? rows : undefined,
      selection: isCompositeType(type) ? this.selection(type, selectionSets, pageOf(isList, rule, rows)) : undefined,
    };
  }

  #argumentsWeight({ args }: GraphQLField<unknown, unknown>, node: FieldNode): number {
    return (node.arguments ?? []).reduce((sum, { name }) => {
      const argument = args.find((one) => one.name === name.value);
      return argument ? sum + this.#rules.argumentWeight(argument) : sum;
    }, 0);
  }

  #signature(fields: readonly PricedField[]): string {
    return fields
      .map(({ key, weight, once, size, selection }) => {
        const rows = size && (size.fixed ?? `by ${this.#idOf(size)}`);
        return `${key} ${weight} ${once} ${rows ?? ''} ${selection ? this.#idOf(selection) : ''}`;
      })
      .join('\n');
  }

  #idOf(part: object): number {
    const id = this.#ids.get(part) ?? this.#ids.size;
    this.#ids.set(part, id);
    return id;
  }
}

function pageOf(isList: boolean, rule: ListRule | undefined, size: ListSize): Page | undefined {
  return isList || !rule || rule.sizedFields.length === 0 ? undefined : { names: rule.sizedFields, size };
}
