import {
  isTypeDefinitionNode,
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { argumentOf, entryKeys } from './entryKeys.ts';

/** What plans call the department that is none: it gives the entities that are known already. */
export const ENTRY_SERVICE = '(entry)';

/** The same department in the supergraph's list. */
const ENTRY = 'ENTRY__';

/**
 * The root field that gives the known entities of a type.
 *
 * @param typeName - of an entity
 */
export function entryField(typeName: string): string {
  return `_entry_${typeName}`;
}

/**
 * A supergraph with one more department, whose root fields give entities of which nothing but a key is known.
 *
 * With it the rest of an operation can be planned from any entity on, as if the entity stood at the root.
 */
export class EntryGraph {
  readonly sdl: string;
  /** The key of each entity, by type. */
  readonly keys: ReadonlyMap<string, SelectionSetNode>;
  /** Fields that the added department knows, by type. */
  readonly #known = new Map<string, Set<string>>();
  readonly #definitions: ReadonlyMap<string, DefinitionNode>;

  /**
   * @param supergraphSdl - a composed Federation 2 graph
   */
  constructor(supergraphSdl: string) {
    const document = parse(supergraphSdl, { noLocation: true });
    this.#definitions = new Map(
      document.definitions.flatMap((part) => (isTypeDefinitionNode(part) ? [[part.name.value, part]] : [])),
    );
    this.keys = entryKeys(document);
    for (const [type, key] of this.keys) this.#learn(type, key);
    const extended: DocumentNode = { ...document, definitions: document.definitions.map((part) => this.#extend(part)) };
    this.sdl = print(extended);
  }

  /** Notes which fields and types a key makes known. */
  #learn(typeName: string, { selections }: SelectionSetNode): void {
    const known = this.#known.get(typeName) ?? new Set();
    this.#known.set(typeName, known);
    const definition = this.#definitions.get(typeName);
    const fields = definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.fields ?? []) : [];
    for (const selection of selections) {
      const field = fields.find(({ name }) => selection.kind === Kind.FIELD && name.value === selection.name.value);
      if (selection.kind !== Kind.FIELD || !field) continue;
      known.add(field.name.value);
      this.#learn(namedType(field.type), selection.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] });
    }
  }

  #extend(part: DefinitionNode): DefinitionNode {
    if (part.kind === Kind.ENUM_TYPE_DEFINITION) return this.#extendEnum(part);
    if (part.kind === Kind.OBJECT_TYPE_DEFINITION) return this.#extendObject(part);
    if (part.kind !== Kind.SCALAR_TYPE_DEFINITION || !this.#known.has(part.name.value)) return part;
    return { ...part, directives: [...(part.directives ?? []), joined('join__type')] };
  }

  #extendEnum(part: EnumTypeDefinitionNode): EnumTypeDefinitionNode {
    const { values = [], directives = [] } = part;
    if (part.name.value === 'join__Graph') {
      const entry = {
        kind: Kind.ENUM_VALUE_DEFINITION,
        name: nameNode(ENTRY),
        directives: [graphDirective()],
      } as const;
      return { ...part, values: [...values, entry] };
    }
    if (!this.#known.has(part.name.value)) return part;
    return {
      ...part,
      directives: [...directives, joined('join__type')],
      values: values.map((value) => {
        return { ...value, directives: [...(value.directives ?? []), joined('join__enumValue')] };
      }),
    };
  }

  #extendObject(part: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
    const isQuery = part.name.value === 'Query';
    const known = this.#known.get(part.name.value);
    if (!known && !isQuery) return part;
    const { directives = [], fields = [] } = part;
    const graphs = new Set(
      directives.flatMap((one) => (isJoin(one, 'join__type') ? (argumentOf(one, 'graph') ?? []) : [])),
    );
    const owned = fields.map((field) => ownedField(field, [...graphs], known?.has(field.name.value) ?? false));
    const key = this.keys.get(part.name.value);
    return {
      ...part,
      directives: [...directives, key ? joined('join__type', print(key).slice(1, -1)) : joined('join__type')],
      fields: isQuery ? [...owned, ...[...this.keys.keys()].map(rootField)] : owned,
    };
  }
}

/** A field that names no department is in all of its type's; the added one must not be taken for one of them. */
function ownedField(field: FieldDefinitionNode, graphs: readonly string[], isKnown: boolean): FieldDefinitionNode {
  const { directives = [] } = field;
  const isExplicit = directives.some((directive) => isJoin(directive, 'join__field'));
  if (isExplicit) return isKnown ? { ...field, directives: [...directives, joined('join__field')] } : field;
  const owners = graphs.map((graph) => joined('join__field', undefined, graph));
  return isKnown ? field : { ...field, directives: [...directives, ...owners] };
}

function rootField(typeName: string): FieldDefinitionNode {
  return {
    kind: Kind.FIELD_DEFINITION,
    name: nameNode(entryField(typeName)),
    type: { kind: Kind.LIST_TYPE, type: { kind: Kind.NAMED_TYPE, name: nameNode(typeName) } },
    directives: [joined('join__field')],
  };
}

function joined(directive: string, key?: string, graph = ENTRY): ConstDirectiveNode {
  return directiveNode(
    key === undefined
      ? `@${directive}(graph: ${graph})`
      : `@${directive}(graph: ${graph}, key: ${JSON.stringify(key.replaceAll(/\s+/g, ' ').trim())}, resolvable: false)`,
  );
}

function graphDirective(): ConstDirectiveNode {
  return directiveNode(`@join__graph(name: "${ENTRY_SERVICE}", url: "")`);
}

function directiveNode(text: string): ConstDirectiveNode {
  const [definition] = parse(`scalar Any ${text}`, { noLocation: true }).definitions;
  const directive = definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? definition.directives?.[0] : undefined;
  if (!directive) throw new Error(`Not a directive: ${text}`);
  return directive;
}

function isJoin(directive: ConstDirectiveNode, name: string): boolean {
  return directive.name.value === name;
}

function nameNode(value: string) {
  return { kind: Kind.NAME, value } as const;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
