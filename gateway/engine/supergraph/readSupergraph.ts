import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, Kind, parse, type ConstDirectiveNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { refuseUnknownFeatures } from './refuseUnknownFeatures.ts';
import { TypeFamilies } from './TypeFamilies.ts';

/** One department of a supergraph. */
export interface SupergraphMember {
  /** As plans name it. */
  readonly name: string;
  /** Routing URL; empty where the supergraph gives none. */
  readonly url: string;
}

/** What the engine reads from a supergraph. */
export interface Supergraph {
  readonly sdl: string;
  /** What callers may ask. */
  readonly apiSchema: GraphQLSchema;
  /** Everything that the departments may answer, inaccessible parts included. */
  readonly wholeSchema: GraphQLSchema;
  readonly families: TypeFamilies;
  readonly members: readonly SupergraphMember[];
}

/**
 * Reads a composed Federation 2 graph.
 *
 * @param sdl - with its join directives
 * @throws Error when it is not a supergraph, or relies on a feature that the engine does not implement
 */
export function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  refuseUnknownFeatures(document);
  const wholeSchema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  return {
    sdl,
    apiSchema: buildASTSchema(transformSupergraphToPublicSchema(document)),
    wholeSchema,
    families: new TypeFamilies(wholeSchema),
    members: readMembers(document),
  };
}

function readMembers(document: DocumentNode): readonly SupergraphMember[] {
  const graphs = document.definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
      ? (definition.values ?? [])
      : [],
  );
  return graphs.flatMap(({ directives = [] }) =>
    directives
      .filter(({ name }) => name.value === 'join__graph')
      .map((directive) => ({ name: text(directive, 'name'), url: text(directive, 'url') })),
  );
}

function text(directive: ConstDirectiveNode, name: string): string {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
