import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql';

/** Which type names satisfy which type conditions in the whole graph, inaccessible types included. */
export class TypeFamilies {
  readonly #members = new Map<string, ReadonlySet<string>>();
  /** Names of all interfaces, which an interface object gives as `__typename` where the real type is not known yet. */
  readonly interfaces: ReadonlySet<string>;

  /**
   * @param schema - the whole supergraph
   */
  constructor(schema: GraphQLSchema) {
    const types = Object.values(schema.getTypeMap());
    this.interfaces = new Set(types.filter(isInterfaceType).map(({ name }) => name));
    for (const type of types.filter(isAbstractType)) {
      const interfaces = isInterfaceType(type) ? schema.getImplementations(type).interfaces : [];
      const members = [type, ...schema.getPossibleTypes(type), ...interfaces];
      this.#members.set(type.name, new Set(members.map(({ name }) => name)));
    }
  }

  /**
   * Tells whether a value satisfies a type condition.
   *
   * @param typeName - the value's `__typename`
   * @param condition - a type's name
   */
  satisfies(typeName: string, condition: string): boolean {
    return typeName === condition || (this.#members.get(condition)?.has(typeName) ?? false);
  }

  /**
   * All type names that satisfy one of several conditions.
   *
   * @param conditions - names of types
   */
  membersOf(conditions: readonly string[]): ReadonlySet<string> {
    return new Set(conditions.flatMap((condition) => [condition, ...(this.#members.get(condition) ?? [])]));
  }
}
