import { print, type DocumentNode, type FieldDefinitionNode } from 'graphql';
import { argumentOf } from './argumentOf.ts';
import { isFielded, type FieldedDefinition } from './fieldedDefinition.ts';
import { isElsewhere } from './isElsewhere.ts';
import { isInterfaceObject } from './isInterfaceObject.ts';
import { namedType } from './namedType.ts';
import { requiredNames } from './requiredNames.ts';

/** An interface that a department knows as an object. */
export interface InterfaceObject {
  /** Name of the department's graph. */
  readonly graph: string;
  /** Name of the interface. */
  readonly type: string;
  /** Names of the fields that it adds. */
  readonly added: ReadonlySet<string>;
}

/** What directives of graphs stand on. */
type Joined = FieldedDefinition | FieldDefinitionNode;

/**
 * Of departments that know several interfaces as objects, those that a graph can do without where nobody asks for what they add: nothing
 * of it is required, and no other field of the department leads to them.
 *
 * @param supergraph - a composed Federation 2 graph
 */
export function spareInterfaceObjects(supergraph: DocumentNode): readonly InterfaceObject[] {
  const fielded = supergraph.definitions.filter(isFielded);
  const required = requiredNames(supergraph);
  const isLeadingTo = ({ graph, type }: InterfaceObject, part: FieldedDefinition): boolean =>
    part.name.value !== type &&
    (part.fields ?? []).some((field) => namedType(field.type) === type && isHeldIn(graph, field, part));
  const all = fielded.flatMap((part) => graphsOf(part).map((graph) => interfaceObject(graph, part)));
  return all.filter(
    (one) =>
      all.some((other) => other !== one && other.graph === one.graph) &&
      ![...one.added].some((name) => required.has(name)) &&
      !fielded.some((part) => isLeadingTo(one, part)),
  );
}

/**
 * A graph without some of its interface objects, and without what nothing but these adds.
 *
 * @param supergraph - a composed Federation 2 graph
 * @param idle - what is left out
 * @returns SDL
 */
export function withoutInterfaceObjects(supergraph: DocumentNode, idle: readonly InterfaceObject[]): string {
  const definitions = supergraph.definitions.map((part) => (isFielded(part) ? reduced(part, idle) : part));
  return print({ ...supergraph, definitions });
}

/** The graphs that know an interface as an object. */
function graphsOf({ directives = [] }: FieldedDefinition): readonly string[] {
  return directives.filter(isInterfaceObject).flatMap((directive) => argumentOf(directive, 'graph') ?? []);
}

function interfaceObject(graph: string, { name, fields = [] }: FieldedDefinition): InterfaceObject {
  const added = fields.filter(({ directives = [] }) =>
    directives.some(
      (one) => one.name.value === 'join__field' && argumentOf(one, 'graph') === graph && !isElsewhere(one),
    ),
  );
  return { graph, type: name.value, added: new Set(added.map((field) => field.name.value)) };
}

function isHeldIn(graph: string, field: FieldDefinitionNode, { directives = [] }: FieldedDefinition): boolean {
  const holding = graphsHolding(field);
  return (holding.length > 0 ? holding : directives.map((one) => argumentOf(one, 'graph'))).includes(graph);
}

function isUnknown(graph: string | undefined): boolean {
  return graph === undefined;
}

/** None where all graphs of its type hold it. */
function graphsHolding({ directives = [] }: FieldDefinitionNode): readonly (string | undefined)[] {
  return directives.filter(({ name }) => name.value === 'join__field').map((one) => argumentOf(one, 'graph'));
}

function reduced<Part extends FieldedDefinition>(part: Part, idle: readonly InterfaceObject[]): Part {
  const own = new Set<string | undefined>(idle.flatMap(({ graph, type }) => (type === part.name.value ? [graph] : [])));
  const implemented = new Set((part.interfaces ?? []).map(({ name }) => name.value));
  const lost = new Set(idle.flatMap(({ type, added }) => (implemented.has(type) ? [...added] : [])));
  const isLost = (field: FieldDefinitionNode): boolean => {
    const holding = graphsHolding(field);
    // An object type does not say of which graph such a field is.
    const isIdle = lost.has(field.name.value) ? isUnknown : (graph: string | undefined) => own.has(graph);
    return holding.length > 0 && holding.every(isIdle);
  };
  const kept = <Node extends Joined>(node: Node): Node => {
    return { ...node, directives: node.directives?.filter((one) => !own.has(argumentOf(one, 'graph') ?? '')) };
  };
  return { ...kept(part), fields: part.fields?.filter((field) => !isLost(field)).map(kept) };
}
