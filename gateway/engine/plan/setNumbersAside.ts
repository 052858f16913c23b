import type { BatchFetchNode, FetchNode } from '@graphql-hive/router-query-planner';
import {
  BREAK,
  isLeafType,
  Kind,
  parse,
  parseType,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type ConstValueNode,
  type GraphQLSchema,
  type ListValueNode,
  type ObjectValueNode,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import { mapFetches } from './mapFetches.ts';
import type { PlannedNode } from './PlannedNode.ts';

/** An operation without the numbers that planners would change. */
export interface SetAside {
  readonly definition: OperationDefinitionNode;
  /**
   * Puts the numbers back.
   *
   * @param node - of a plan for the definition
   */
  readonly putBack: (node: PlannedNode) => PlannedNode;
}

/** By the names of variables, what stands in the place of these, or of their defaults. */
interface Numbers {
  readonly values: ReadonlyMap<string, ValueNode>;
  readonly defaults: ReadonlyMap<string, ConstValueNode>;
}

/**
 * Sets aside the numbers that planners change: they read those of custom scalars as doubles and print what they have read. The last of
 * twenty digits would be zeros, and `1.50` would lose one that counts for a decimal. Variables stand in their places meanwhile.
 *
 * @param definition - normalised
 * @param schema - as callers see it
 */
export function setNumbersAside(definition: OperationDefinitionNode, schema: GraphQLSchema): SetAside {
  if (!isChanged(definition)) return { definition, putBack: (node) => node };
  const values = new Values(definition, schema);
  const asked = values.hoist();
  const defaults = new Map<string, ConstValueNode>();
  const variableDefinitions = (asked.variableDefinitions ?? []).map((one): VariableDefinitionNode => {
    const { defaultValue, ...definedOnly } = one;
    if (!defaultValue || !isChanged(defaultValue)) return one;
    defaults.set(one.variable.name.value, defaultValue);
    return definedOnly;
  });
  const numbers = { values: values.byName, defaults };
  return { definition: { ...asked, variableDefinitions }, putBack: (node) => withNumbers(node, numbers) };
}

class Values {
  readonly byName = new Map<string, ValueNode>();
  readonly #definition: OperationDefinitionNode;
  readonly #schema: GraphQLSchema;
  readonly #info: TypeInfo;
  /** By type and value: what is written twice is the same twice. */
  readonly #added = new Map<string, VariableDefinitionNode>();

  constructor(definition: OperationDefinitionNode, schema: GraphQLSchema) {
    this.#definition = definition;
    this.#schema = schema;
    this.#info = new TypeInfo(schema);
  }

  hoist(): OperationDefinitionNode {
    const hoist = (value: ValueNode): VariableNode | undefined =>
      isChanged(value) ? this.#variable(value) : undefined;
    // What is inside a value of a scalar has no type of its own.
    const hoistWhole = (value: ListValueNode | ObjectValueNode): VariableNode | undefined => {
      return isLeafType(this.#schema.getType(this.#typeName().replace('!', ''))) ? hoist(value) : undefined;
    };
    const visitor = {
      VariableDefinition: () => false,
      IntValue: hoist,
      FloatValue: hoist,
      ListValue: hoistWhole,
      ObjectValue: hoistWhole,
    };
    const definition = visit(this.#definition, visitWithTypeInfo(this.#info, visitor));
    return { ...definition, variableDefinitions: [...(definition.variableDefinitions ?? []), ...this.#added.values()] };
  }

  #variable(value: ValueNode): VariableNode {
    const type = this.#typeName();
    const key = `${type} ${print(value)}`;
    const known = this.#added.get(key);
    if (known) return known.variable;
    const variable: VariableNode = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: this.#freshName() } };
    const typeNode = parseType(type, { noLocation: true });
    this.#added.set(key, { kind: Kind.VARIABLE_DEFINITION, variable, type: typeNode });
    this.byName.set(variable.name.value, value);
    return variable;
  }

  /** Of the place that is visited. */
  #typeName(): string {
    return String(this.#info.getInputType());
  }

  #freshName(): string {
    const { variableDefinitions = [] } = this.#definition;
    let name = `number_${this.byName.size}`;
    while (variableDefinitions.some(({ variable }) => variable.name.value === name)) name += '_';
    return name;
  }
}

/** Whether a number in it is another text once it has been read. */
function isChanged(node: ASTNode): boolean {
  let found = false;
  const look = ({ value }: { readonly value: string }): unknown => {
    found = String(Number(value)) !== value;
    return found ? BREAK : undefined;
  };
  visit(node, { IntValue: look, FloatValue: look });
  return found;
}

function withNumbers(node: PlannedNode, numbers: Numbers): PlannedNode {
  const change = <Node extends FetchNode | BatchFetchNode>(fetch: Node): Node => {
    const variableUsages = fetch.variableUsages?.filter((name) => !numbers.values.has(name));
    return { ...fetch, operation: textWith(fetch.operation, numbers), ...(variableUsages ? { variableUsages } : {}) };
  };
  if (node.kind !== 'Apart') return mapFetches(node, change);
  return { ...node, node: mapFetches(node.node, change), selections: textWith(node.selections, numbers) };
}

function textWith(text: string, { values, defaults }: Numbers): string {
  const document = visit(parse(text, { noLocation: true }), {
    VariableDefinition: (one) => {
      const name = one.variable.name.value;
      if (values.has(name)) return null;
      const defaultValue = defaults.get(name);
      return defaultValue && { ...one, defaultValue };
    },
    Variable: ({ name }) => values.get(name.value),
  });
  return print(document);
}
