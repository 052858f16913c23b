import {
  Kind,
  parse,
  print,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';
import { argumentOf } from './argumentOf.ts';
import type { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { isFielded, type FieldedDefinition } from './fieldedDefinition.ts';
import { graphNames } from './graphNames.ts';
import { namedType } from './namedType.ts';

/** What a department is said to know although it does not: object types, and where they can stand. */
interface Claims {
  /** By the names of unions and interfaces: pairs of a graph and an object type. */
  readonly members: Map<string, (readonly [string, string])[]>;
  /** Graphs by the names of object types. */
  readonly types: Map<string, Set<string>>;
}

/** A department that answers a field. */
interface Holder {
  readonly graph: string;
  /** The object types that it knows behind the field; none where it can only be of one type. */
  readonly known: ReadonlySet<string>;
}

/**
 * The supergraph for which a planner brings all that a department can answer behind a field that several share.
 *
 * Where departments know different members of the union or interface behind such a field, planners ask for those only that all of
 * them know, since they take it that all answer the same object. A department that answers another member is not asked for its fields.
 * So each is said to know all members: `mendFetches` takes out of its documents again what it does not.
 *
 * @param supergraphSdl - a composed Federation 2 graph
 * @param types - of it
 * @returns `undefined` where all that share a field know the same
 */
export function widenShared(supergraphSdl: string, types: DepartmentTypes): string | undefined {
  const document = parse(supergraphSdl, { noLocation: true });
  const claims = claimsOf(document, types);
  if (claims.types.size === 0) return undefined;
  return print({ ...document, definitions: document.definitions.map((part) => widened(part, claims)) });
}

function claimsOf({ definitions }: DocumentNode, types: DepartmentTypes): Claims {
  const claims: Claims = { members: new Map(), types: new Map() };
  const graphs = new Map([...graphNames(definitions)].map(([graph, service]) => [service, graph]));
  for (const { name, fields = [] } of definitions.filter(isFielded)) {
    for (const field of fields) {
      const abstract = namedType(field.type);
      const holders = types.holdersOf(name.value, field.name.value).map((service) => ({
        graph: graphs.get(service) ?? '',
        known: types.knownBehind(service, abstract) ?? new Set<string>(),
      }));
      if (holders.length > 1) claim(claims, abstract, holders);
    }
  }
  return claims;
}

function claim({ members, types }: Claims, abstract: string, holders: readonly Holder[]): void {
  const all = new Set(holders.flatMap(({ known }) => [...known]));
  for (const { graph, known } of holders.filter((holder) => holder.known.size > 0)) {
    for (const member of all) {
      const pairs = members.get(abstract) ?? [];
      if (known.has(member) || pairs.some(([one, other]) => one === graph && other === member)) continue;
      members.set(abstract, [...pairs, [graph, member]]);
      types.set(member, (types.get(member) ?? new Set()).add(graph));
    }
  }
}

function widened(part: DefinitionNode, { members, types }: Claims): DefinitionNode {
  if (part.kind === Kind.UNION_TYPE_DEFINITION) {
    const added = (members.get(part.name.value) ?? []).map(([graph, member]) =>
      directive('join__unionMember', { graph, member }),
    );
    return { ...part, directives: [...(part.directives ?? []), ...added] };
  }
  const graphs = types.get(part.kind === Kind.OBJECT_TYPE_DEFINITION ? part.name.value : '');
  return isFielded(part) && graphs ? widenedType(part, graphs, members) : part;
}

function widenedType<Part extends FieldedDefinition>(
  part: Part,
  graphs: ReadonlySet<string>,
  members: Claims['members'],
): Part {
  const directives = part.directives ?? [];
  const present = new Set(directives.map((one) => argumentOf(one, 'graph')));
  const added = [...graphs].filter((graph) => !present.has(graph));
  const implemented = (part.interfaces ?? []).flatMap(({ name }) =>
    (members.get(name.value) ?? [])
      .filter(([, member]) => member === part.name.value)
      .map(([graph]) => directive('join__implements', { graph, interface: name.value })),
  );
  const joined = added.map((graph) => directive('join__type', { graph }));
  const fields = part.fields?.map((field) => claimed(field, added));
  return { ...part, directives: [...directives, ...joined, ...implemented], ...(fields ? { fields } : {}) };
}

/** Without a word of where it is held, a field is held wherever its type is. */
function claimed(field: FieldDefinitionNode, graphs: readonly string[]): FieldDefinitionNode {
  const directives = field.directives ?? [];
  if (!directives.some(({ name }) => name.value === 'join__field')) return field;
  return { ...field, directives: [...directives, ...graphs.map((graph) => directive('join__field', { graph }))] };
}

function directive(name: string, { graph, ...texts }: Readonly<Record<string, string>>): ConstDirectiveNode {
  const argumentNode = (key: string, value: ConstArgumentNode['value']): ConstArgumentNode => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: key },
    value,
  });
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: [
      argumentNode('graph', { kind: Kind.ENUM, value: graph ?? '' }),
      ...Object.entries(texts).map(([key, value]) => argumentNode(key, { kind: Kind.STRING, value })),
    ],
  };
}
