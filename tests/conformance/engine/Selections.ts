import {
  doTypesOverlap,
  getNamedType,
  isCompositeType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { SelectionGenome } from './DocumentGenome.ts';
import type { Inputs } from './Inputs.ts';

/** Introspection, as it may stand anywhere among root fields. */
const INTROSPECTION = [
  '__schema { queryType { name kind } types { name kind } directives { name } }',
  '__type(name: "Entity0") { name kind fields(includeDeprecated: true) { name args { name } type { kind name } } }',
  'shape: __type(name: "Any0") { kind possibleTypes { name __typename } }',
  'mark: __schema { __typename mutationType { name } }',
];

/** Writes the selections of one document, fragments included, so that it is nearly always valid. */
export class Selections {
  /** Named fragments, each after those that it spreads. */
  readonly fragments: string[] = [];
  readonly #schema: GraphQLSchema;
  readonly #inputs: Inputs;
  readonly #conditions = new Map<string, GraphQLCompositeType>();
  /** What each response name stands for: one field with one set of arguments, anywhere in the document. */
  readonly #named = new Map<string, string>();

  /**
   * @param schema - what callers see
   * @param inputs - writes the arguments
   */
  constructor(schema: GraphQLSchema, inputs: Inputs) {
    this.#schema = schema;
    this.#inputs = inputs;
  }

  /**
   * Writes a selection set.
   *
   * @param type - on which it stands
   * @param genomes - from which it is made
   */
  write(type: GraphQLCompositeType, genomes: readonly SelectionGenome[]): string {
    const written = genomes.map((genome) => this.#selection(type, genome));
    const isRoot = type === this.#schema.getQueryType();
    if (isRoot && genomes[0]?.detail !== undefined && genomes[0].detail % 9 === 0) written.push(this.#introspection());
    if (isRoot && genomes[0]?.detail !== undefined && genomes[0].detail % 9 === 1)
      written.unshift(this.#introspection());
    return `{ ${written.length > 0 ? written.join(' ') : '__typename'} }`;
  }

  #introspection(): string {
    return INTROSPECTION[this.#inputs.choose(INTROSPECTION.length)] ?? '__typename';
  }

  #selection(type: GraphQLCompositeType, genome: SelectionGenome): string {
    const { style } = genome;
    if (style === 15) return genome.detail % 3 === 0 ? `alias${genome.detail % 2}: __typename` : '__typename';
    if (style === 14) return this.#spread(type, genome);
    if (style === 13) return `...${this.#directives(genome)} ${this.write(type, genome.nested)}`;
    if (style >= 10 || isUnionType(type)) return this.#inlined(type, genome);
    return this.#field(Object.values(type.getFields()), genome);
  }

  #field(fields: readonly GraphQLField<unknown, unknown>[], genome: SelectionGenome): string {
    const field = fields[genome.pick % fields.length];
    if (!field) return '__typename';
    const args = field.args.flatMap((arg) => {
      const value = this.#inputs.argument(arg.type, arg.defaultValue !== undefined);
      return value === undefined ? [] : [`${arg.name}: ${value}`];
    });
    const call = args.length > 0 ? `${field.name}(${args.join(', ')})` : field.name;
    const type = getNamedType(field.type);
    const nested = isCompositeType(type) ? ` ${this.write(type, genome.nested)}` : '';
    return `${this.#aliased(field.name, call, genome)}${this.#directives(genome)}${nested}`;
  }

  /** The field under a response name that stands for this field with these arguments only. */
  #aliased(name: string, call: string, { detail }: SelectionGenome): string {
    const wanted = detail % 5 === 0 ? `a${detail % 3}_${name}` : name;
    for (let attempt = 0; ; attempt++) {
      const response = attempt === 0 ? wanted : `${wanted}_${attempt}`;
      const known = this.#named.get(response) ?? call;
      if (known !== call) continue;
      this.#named.set(response, call);
      return response === name ? call : `${response}: ${call}`;
    }
  }

  #inlined(type: GraphQLCompositeType, genome: SelectionGenome): string {
    const condition = this.#overlapping(type, genome.pick);
    return `... on ${condition.name}${this.#directives(genome)} ${this.write(condition, genome.nested)}`;
  }

  #spread(type: GraphQLCompositeType, genome: SelectionGenome): string {
    const able = [...this.#conditions].filter(([, condition]) => doTypesOverlap(this.#schema, type, condition));
    const known = able[genome.pick % Math.max(able.length, 1)];
    if (known && genome.detail % 2 === 0) return `...${known[0]}${this.#directives(genome)}`;
    const condition = this.#overlapping(type, genome.pick);
    const body = this.write(condition, genome.nested);
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${condition.name} ${body}`);
    this.#conditions.set(name, condition);
    return `...${name}${this.#directives(genome)}`;
  }

  /** A type of which an object of this type may be: itself, a member, or another abstract type that shares members. */
  #overlapping(type: GraphQLCompositeType, pick: number): GraphQLCompositeType {
    const types = Object.values(this.#schema.getTypeMap()).filter(isCompositeType);
    const able = types
      .filter(({ name }) => !name.startsWith('__'))
      .filter((other) => doTypesOverlap(this.#schema, type, other));
    return able[pick % able.length] ?? type;
  }

  #directives({ detail }: SelectionGenome): string {
    const which = (detail >> 4) % 14;
    if (which === 0) return ` @include(if: ${this.#inputs.condition()}) @skip(if: ${this.#inputs.condition()})`;
    if (which <= 2) return ` @include(if: ${this.#inputs.condition()})`;
    return which <= 4 ? ` @skip(if: ${this.#inputs.condition()})` : '';
  }
}
