import type { OperationTypeNode } from 'graphql';
import { getVariableValues, type DocumentNode } from 'graphql';
import { TypeFamilies } from '../../engine/supergraph/TypeFamilies.ts';
import { operationOf, type Operation } from '../../engine/plan/Operation.ts';
import { conditionVariables } from '../../engine/plan/conditionVariables.ts';
import { actualCost } from './actualCost.ts';
import { CostRules } from './CostRules.ts';
import { estimateCost } from './estimateCost.ts';
import type { PricedOperation } from './Price.ts';
import { PriceCompiler } from './PriceCompiler.ts';

/** What one request costs. */
export interface Price {
  /** At most, before anything is asked. */
  readonly estimated: number;
  /**
   * Counts what it cost.
   *
   * @param data - of the answer
   */
  readonly actual: (data: unknown) => number;
}

/** One request, as far as its price goes. */
export interface PriceRequest {
  /** Validated; the same object whenever the same text is asked. */
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** Variants of one operation that are kept: enough for five conditions in all their combinations. */
const VARIANTS = 32;

/** Cost of an operation itself; a write moves more than an object. */
const BASE: Readonly<Record<OperationTypeNode, number>> = { query: 1, mutation: 10, subscription: 10 };

interface Compiled {
  readonly operation: Operation;
  readonly conditions: readonly string[];
  readonly variants: Map<string, PricedOperation>;
}

/** Tells what operations cost, by nothing but the composed graph; what a document decides is read once. */
export class Pricer {
  readonly #rules: CostRules;
  readonly #families: TypeFamilies;
  readonly #documents = new WeakMap<DocumentNode, Map<string, Compiled>>();

  /**
   * @param supergraphSdl - the composed graph
   */
  constructor(supergraphSdl: string) {
    this.#rules = new CostRules(supergraphSdl);
    this.#families = new TypeFamilies(this.#rules.schema);
  }

  /**
   * Prices one request.
   *
   * @param request - its document, validated, and variables as they were sent
   * @returns undefined where the variables are wrong, so that the operation will be refused
   */
  priceOf({ document, operationName, variables = {} }: PriceRequest): Price | undefined {
    const compiled = this.#compiled(document, operationName ?? '');
    const definitions = compiled.operation.definition.variableDefinitions ?? [];
    const { coerced } = getVariableValues(this.#rules.schema, definitions, variables, { maxErrors: 1 });
    if (!coerced) return undefined;
    const priced = this.#variant(compiled, coerced);
    return { estimated: estimateCost(priced, coerced), actual: (data) => actualCost(priced, data) };
  }

  #compiled(document: DocumentNode, operationName: string): Compiled {
    const operations = this.#documents.get(document) ?? new Map<string, Compiled>();
    this.#documents.set(document, operations);
    const known = operations.get(operationName);
    if (known) return known;
    const operation = operationOf(document, operationName === '' ? undefined : operationName);
    const compiled = { operation, conditions: conditionVariables(operation), variants: new Map() };
    operations.set(operationName, compiled);
    return compiled;
  }

  #variant(
    { operation, conditions, variants }: Compiled,
    variables: Readonly<Record<string, unknown>>,
  ): PricedOperation {
    const key = conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = variants.get(key);
    if (known) return known;
    const { definition, fragments } = operation;
    const root = this.#rules.schema.getRootType(definition.operation);
    if (!root) throw new Error(`The graph has no ${definition.operation}`);
    const satisfies = (typeName: string, condition: string): boolean => this.#families.satisfies(typeName, condition);
    const compiler = new PriceCompiler(this.#rules, { fragments, variables, satisfies });
    const selection = compiler.selection(root, [definition.selectionSet]);
    const priced = { base: BASE[definition.operation], selection };
    if (variants.size < VARIANTS) variants.set(key, priced);
    return priced;
  }
}
