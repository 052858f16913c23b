import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
} from 'graphql';
import { argumentOf } from '../plan/argumentOf.ts';
import { fieldNames } from '../plan/fieldSet.ts';

/**
 * Says in a supergraph again that what an interface object requires is answered elsewhere.
 *
 * A department that adds to an interface as an object (`@interfaceObject`) names what it requires of it with `@external`
 * ("the `@external` directive indicates that this subgraph usually can't resolve a particular object field", Federation 2).
 * `@theguild/federation-composition` 0.27.0 leaves that out, so that planners would ask this department for the field.
 *
 * @param supergraphSdl - a composed Federation 2 graph
 * @returns the same text where nothing is missing
 */
export function markRequired(supergraphSdl: string): string {
  if (!supergraphSdl.includes('isInterfaceObject: true')) return supergraphSdl;
  const document = parse(supergraphSdl, { noLocation: true });
  return print({ ...document, definitions: document.definitions.map(markedDefinition) });
}

function markedDefinition(part: DefinitionNode): DefinitionNode {
  if (part.kind !== Kind.INTERFACE_TYPE_DEFINITION) return part;
  const { directives = [], fields = [] } = part;
  const graphs = directives.flatMap((one) => (one.name.value === 'join__type' ? (argumentOf(one, 'graph') ?? []) : []));
  const required = requiredBy(part);
  return { ...part, fields: fields.map((field) => markedField(field, graphs, required)) };
}

/** The departments that require each field of an interface, by its name. */
function requiredBy({ fields = [] }: InterfaceTypeDefinitionNode): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const directive of fields.flatMap(({ directives = [] }) => directives)) {
    const graph = argumentOf(directive, 'graph');
    const requires = argumentOf(directive, 'requires');
    if (graph === undefined || requires === undefined) continue;
    for (const name of fieldNames(requires)) found.set(name, (found.get(name) ?? new Set<string>()).add(graph));
  }
  return found;
}

function markedField(
  field: FieldDefinitionNode,
  graphs: readonly string[],
  required: ReadonlyMap<string, ReadonlySet<string>>,
): FieldDefinitionNode {
  const requiring = required.get(field.name.value);
  if (!requiring) return field;
  const { directives = [] } = field;
  const joined = directives.filter(({ name }) => name.value === 'join__field');
  const explicit = joined.length > 0 ? joined : [...new Set(graphs)].map((graph) => joinField(graph, false));
  const others = directives.filter(({ name }) => name.value !== 'join__field');
  const marked = explicit.map((one) => {
    const graph = argumentOf(one, 'graph') ?? '';
    return requiring.has(graph) && !isExternal(one) ? joinField(graph, true) : one;
  });
  return { ...field, directives: [...marked, ...others] };
}

function isExternal({ arguments: given = [] }: ConstDirectiveNode): boolean {
  return given.some(({ name }) => name.value === 'external');
}

function joinField(graph: string, isElsewhere: boolean): ConstDirectiveNode {
  const graphValue = { kind: Kind.ENUM, value: graph } as const;
  const external = { kind: Kind.BOOLEAN, value: true } as const;
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'join__field' },
    arguments: [
      { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'graph' }, value: graphValue },
      ...(isElsewhere
        ? [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'external' }, value: external } as const]
        : []),
    ],
  };
}
