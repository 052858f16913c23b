import {
  buildASTSchema,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  parse,
  type GraphQLArgument,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** What `@listSize` says of a field. */
export interface ListRule {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  /** Lists of the returned connection that have the size of the page. */
  readonly sizedFields: readonly string[];
}

type Field = GraphQLField<unknown, unknown>;

/** The parts of a schema that `@cost` may stand on. */
interface Weighted {
  readonly astNode?: Parameters<typeof getDirectiveValues>[1] | null | undefined;
}

/**
 * What a composed graph says about costs, by its `@cost` and `@listSize` (IBM's GraphQL Cost Directives specification, as
 * https://specs.apollo.dev/cost/v0.1 has it): an object costs 1 and a leaf nothing, unless declared otherwise.
 */
export class CostRules {
  /** The whole graph, inaccessible parts included. */
  readonly schema: GraphQLSchema;
  readonly #cost: GraphQLDirective | null | undefined;
  readonly #listSize: GraphQLDirective | null | undefined;
  readonly #types = new Map<string, number>();

  /**
   * @param supergraphSdl - a composed graph; one without cost directives has the default costs
   */
  constructor(supergraphSdl: string) {
    this.schema = buildASTSchema(parse(supergraphSdl, { noLocation: true }), {
      assumeValid: true,
      assumeValidSDL: true,
    });
    this.#cost = this.schema.getDirective('cost');
    this.#listSize = this.schema.getDirective('listSize');
  }

  /**
   * Cost of each object or leaf that a field returns.
   *
   * @param field - of any type
   */
  weightOf(field: Field): number {
    return this.#declared(field) ?? this.#typeWeight(getNamedType(field.type));
  }

  /**
   * Cost of an argument that is given.
   *
   * @param argument - of any field
   */
  argumentWeight(argument: GraphQLArgument): number {
    return this.#declared(argument) ?? 0;
  }

  /**
   * What is declared about the size of a field's list.
   *
   * @param field - of any type
   * @returns undefined where nothing is
   */
  listRule(field: Field): ListRule | undefined {
    const found = this.#listSize && field.astNode && getDirectiveValues(this.#listSize, field.astNode);
    if (!found) return undefined;
    const { assumedSize, slicingArguments, sizedFields } = found;
    return {
      assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
      slicingArguments: namesIn(slicingArguments),
      sizedFields: namesIn(sizedFields),
    };
  }

  /** An interface or union costs what the dearest of its types costs. */
  #typeWeight(type: GraphQLNamedType): number {
    const known = this.#types.get(type.name);
    if (known !== undefined) return known;
    const own = this.#declared(type) ?? (isLeafType(type) ? 0 : 1);
    const members = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    const weight = Math.max(own, ...members.map((member) => this.#typeWeight(member)));
    this.#types.set(type.name, weight);
    return weight;
  }

  #declared({ astNode }: Weighted): number | undefined {
    const weight = this.#cost && astNode && getDirectiveValues(this.#cost, astNode)?.['weight'];
    return typeof weight === 'number' ? Math.max(0, weight) : undefined;
  }
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
