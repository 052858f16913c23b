import { Kind, type DocumentNode } from 'graphql';
import { argumentOf } from './argumentOf.ts';

/**
 * The departments of a supergraph as plans name them, by the values of the enum that its directives use.
 *
 * @param definitions - of the supergraph
 */
export function graphNames(definitions: DocumentNode['definitions']): ReadonlyMap<string, string> {
  const values = definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
      ? (definition.values ?? [])
      : [],
  );
  return new Map(
    values.map(({ name, directives = [] }) => {
      const graph = directives.find((directive) => directive.name.value === 'join__graph');
      return [name.value, (graph && argumentOf(graph, 'name')) ?? name.value];
    }),
  );
}
