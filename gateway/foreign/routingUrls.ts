import { Kind, parse, type ConstDirectiveNode } from 'graphql';

/**
 * Reads where each subgraph of a composed graph answers: the values of `join__Graph` (join specification, `@join__graph`).
 *
 * @param supergraphSdl - a composed Federation 2 graph
 * @returns address by subgraph, as the graph spells both
 * @throws GraphQLError when the text is no SDL
 */
export function routingUrls(supergraphSdl: string): ReadonlyMap<string, string> {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const graphs = definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  const pairs = values.flatMap(({ directives = [] }) =>
    directives
      .filter(({ name }) => name.value === 'join__graph')
      .map((directive) => [textOf(directive, 'name'), textOf(directive, 'url')] as const),
  );
  return new Map(pairs);
}

function textOf({ arguments: values = [] }: ConstDirectiveNode, name: string): string {
  const value = values.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
