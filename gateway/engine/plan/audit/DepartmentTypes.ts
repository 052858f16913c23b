import {
  buildASTSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { argumentOf } from '../argumentOf.ts';
import { isFielded, type FieldedDefinition } from '../fieldedDefinition.ts';
import { fieldNames, readFieldSet } from '../fieldSet.ts';
import { graphNames } from '../graphNames.ts';
import { isElsewhere } from '../isElsewhere.ts';
import { isInterfaceObject } from '../isInterfaceObject.ts';

/** The department that a directive speaks of. */
type ServiceOf = (directive: ConstDirectiveNode) => string | undefined;
/** What is taken for certain of a field that several departments answer: that all of them answer the same object, or nothing. */
type Sharing = 'same object' | 'any object';

const NO_TYPES: ReadonlySet<string> = new Set();

/** Which object types can stand where, in the whole graph and in the answers of one department. */
export class DepartmentTypes {
  /** The whole graph, what callers do not see included. */
  readonly schema: GraphQLSchema;
  readonly #sharing: Sharing;
  /** Names of the object types that a department knows behind an abstract type, by both names. */
  readonly #members = new Map<string, Set<string>>();
  /** By the coordinates of fields, the departments that can answer them. */
  readonly #holders = new Map<string, ReadonlySet<string>>();
  /** Interfaces that a department knows as objects. */
  readonly #objects = new Map<string, string[]>();
  /** Fields of keys and provisions, by department and coordinate. */
  readonly #keyed = new Set<string>();
  readonly #provided = new Map<string, SelectionSetNode>();
  readonly #required = new Map<string, SelectionSetNode>();

  /**
   * @param supergraphSdl - a composed Federation 2 graph
   * @param sharing - what is taken for certain of departments that share a field
   */
  constructor(supergraphSdl: string, sharing: Sharing = 'same object') {
    this.#sharing = sharing;
    const document = parse(supergraphSdl, { noLocation: true });
    this.schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
    this.#learn(document);
  }

  /**
   * The name of a root type.
   *
   * @param operation - which
   */
  root(operation: Parameters<GraphQLSchema['getRootType']>[0]): string | undefined {
    return this.schema.getRootType(operation)?.name;
  }

  /**
   * The names of the object types of which an object of a type can be, in the whole graph.
   *
   * @param typeName - one that the graph does not have is behind nothing
   */
  possible(typeName: string): readonly string[] {
    const type = this.schema.getType(typeName);
    if (!isCompositeType(type)) return [];
    return isAbstractType(type) ? this.schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
  }

  /**
   * The names of the object types that can stand behind a field. Departments that share it give the same object, so it is
   * of a type that all of them know.
   *
   * @param service - as plans name the department that is asked
   * @param parent - name of the object type that has the field
   * @param field - its name
   */
  behind(service: string, parent: string, field: string): ReadonlySet<string> {
    const type = this.schema.getType(parent);
    const behind = isObjectType(type) ? type.getFields()[field]?.type : undefined;
    if (!behind) return NO_TYPES;
    const { name } = getNamedType(behind);
    let names: readonly string[] = this.possible(name);
    const sharing = this.#sharing === 'same object' ? this.holdersOf(parent, field) : [];
    for (const one of [service, ...sharing]) {
      const members = this.knownBehind(one, name);
      if (members) names = names.filter((member) => members.has(member));
    }
    return new Set(names);
  }

  /**
   * The names of the object types that a department knows behind a type of its own.
   *
   * @param service - as plans name it
   * @param abstract - name of a union or interface; there is no answer for any other type
   */
  knownBehind(service: string, abstract: string): ReadonlySet<string> | undefined {
    return this.#members.get(`${service} ${abstract}`);
  }

  /**
   * The departments that can answer a field.
   *
   * @param type - name of the type that has the field
   * @param field - its name
   */
  holdersOf(type: string, field: string): readonly string[] {
    return [...(this.#holders.get(`${type}.${field}`) ?? [])];
  }

  /**
   * Tells whether a department can answer a field, wherever it comes from. What it knows by a key is always there.
   *
   * @param service - as plans name the department
   * @param type - name of the object type that has the field
   * @param field - its name
   */
  holds(service: string, type: string, field: string): boolean {
    if (field === '__typename') return true;
    return this.#namesOf(service, type).some((name) => {
      const coordinate = `${name}.${field}`;
      return this.#holders.get(coordinate)?.has(service) === true || this.#keyed.has(`${service} ${coordinate}`);
    });
  }

  /**
   * What a field provides of the object behind it, beside what its department answers anyway.
   *
   * @param service - as plans name the department
   * @param type - name of the object type that has the field
   * @param field - its name
   */
  provided(service: string, type: string, field: string): SelectionSetNode | undefined {
    const names = this.#namesOf(service, type);
    return names.map((name) => this.#provided.get(`${service} ${name}.${field}`)).find((one) => one !== undefined);
  }

  /**
   * What a field requires of its object.
   *
   * @param service - as plans name the department
   * @param type - name of the object type that has the field
   * @param field - its name
   */
  required(service: string, type: string, field: string): SelectionSetNode | undefined {
    const names = this.#namesOf(service, type);
    return names.map((name) => this.#required.get(`${service} ${name}.${field}`)).find((one) => one !== undefined);
  }

  /**
   * The interfaces as which a department knows the objects of a type.
   *
   * @param service - as plans name the department
   * @param type - name of the object type
   */
  facesOf(service: string, type: string): readonly string[] {
    return (this.#objects.get(service) ?? []).filter((face) => this.possible(face).includes(type));
  }

  #namesOf(service: string, type: string): readonly string[] {
    return [type, ...this.facesOf(service, type)];
  }

  /**
   * The object types of some that meet a condition.
   *
   * @param types - names of object types
   * @param condition - name of a type
   */
  meeting(types: ReadonlySet<string>, condition: string): ReadonlySet<string> {
    const possible = new Set(this.possible(condition));
    return new Set([...types].filter((type) => possible.has(type)));
  }

  #learn({ definitions }: DocumentNode): void {
    const graphs = graphNames(definitions);
    const serviceOf = (directive: ConstDirectiveNode): string | undefined =>
      graphs.get(argumentOf(directive, 'graph') ?? '');
    for (const definition of definitions) {
      if (definition.kind === Kind.UNION_TYPE_DEFINITION) this.#learnUnion(definition, serviceOf);
      if (!isFielded(definition)) continue;
      for (const directive of definition.directives ?? []) {
        const service = serviceOf(directive);
        if (service !== undefined) this.#learnPresence(directive, definition.name.value, service);
      }
      this.#learnFields(definition, serviceOf);
    }
  }

  #learnUnion({ name, directives = [] }: UnionTypeDefinitionNode, serviceOf: ServiceOf): void {
    for (const directive of directives) {
      const [service, member] = [serviceOf(directive), argumentOf(directive, 'member')];
      if (service !== undefined && member !== undefined) this.#add(service, name.value, [member]);
    }
  }

  #learnPresence(directive: ConstDirectiveNode, type: string, service: string): void {
    const implemented = argumentOf(directive, 'interface');
    if (implemented !== undefined) this.#add(service, implemented, this.possible(type));
    if (directive.name.value !== 'join__type') return;
    for (const field of fieldNames(argumentOf(directive, 'key') ?? '__typename')) {
      this.#keyed.add(`${service} ${type}.${field}`);
    }
    if (isInterfaceType(this.schema.getType(type))) this.#learnInterface(directive, type, service);
  }

  #learnInterface(directive: ConstDirectiveNode, type: string, service: string): void {
    const isObject = isInterfaceObject(directive);
    if (isObject) this.#objects.set(service, [...(this.#objects.get(service) ?? []), type]);
    // A department may know an interface, and none of its types.
    this.#add(service, type, isObject ? this.possible(type) : []);
  }

  #learnFields({ name, directives = [], fields = [] }: FieldedDefinition, serviceOf: ServiceOf): void {
    const everywhere = directives.filter((one) => one.name.value === 'join__type');
    for (const field of fields) {
      const joined = (field.directives ?? []).filter((one) => one.name.value === 'join__field');
      const holding = (joined.length > 0 ? joined : everywhere).filter((one) => !isElsewhere(one));
      const coordinate = `${name.value}.${field.name.value}`;
      this.#holders.set(coordinate, new Set(holding.flatMap((one) => serviceOf(one) ?? [])));
      for (const one of joined) {
        const place = `${serviceOf(one) ?? ''} ${coordinate}`;
        const [provides, requires] = [argumentOf(one, 'provides'), argumentOf(one, 'requires')];
        if (provides !== undefined) this.#provided.set(place, readFieldSet(provides));
        if (requires !== undefined) this.#required.set(place, readFieldSet(requires));
      }
    }
  }

  #add(service: string, type: string, members: readonly string[]): void {
    const key = `${service} ${type}`;
    const known = this.#members.get(key);
    if (known) for (const member of members) known.add(member);
    else this.#members.set(key, new Set(members));
  }
}
