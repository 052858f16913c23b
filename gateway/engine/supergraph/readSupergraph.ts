import {
  buildASTSchema,
  isAbstractType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { apiDocument } from './apiDocument.ts';
import { markRequired } from './markRequired.ts';
import { neededFields, type NeededFields } from './neededFields.ts';
import { overrideLabels, type OverrideLabels } from './progressiveOverrides.ts';
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
  /** As planners take it. */
  readonly sdl: string;
  /** What callers may ask. */
  readonly apiSchema: GraphQLSchema;
  /** All types that departments may answer, those that callers must not see included. */
  readonly families: TypeFamilies;
  /** Names of the interfaces and unions of which some types are hidden from callers. */
  readonly veiled: ReadonlySet<string>;
  /** All fields that keys, requirements and provisions select. */
  readonly needed: NeededFields;
  readonly members: readonly SupergraphMember[];
  /** Of fields that move from one department to another bit by bit. */
  readonly overrides: OverrideLabels;
}

/**
 * Reads a composed Federation 2 graph.
 *
 * @param composed - with its join directives
 * @throws Error when it is not a supergraph, or relies on a feature that the engine does not implement
 */
export function readSupergraph(composed: string): Supergraph {
  const sdl = markRequired(composed);
  const document = parse(sdl, { noLocation: true });
  refuseUnknownFeatures(document);
  const whole = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const apiSchema = buildASTSchema(apiDocument(document));
  return {
    sdl,
    apiSchema,
    families: new TypeFamilies(whole),
    veiled: veiledTypes(whole, apiSchema),
    needed: neededFields(document),
    members: readMembers(document),
    overrides: overrideLabels(document),
  };
}

function veiledTypes(whole: GraphQLSchema, api: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(whole.getTypeMap()).filter(isAbstractType);
  const veiled = types.filter((type) => whole.getPossibleTypes(type).some(({ name }) => !api.getType(name)));
  return new Set(veiled.map(({ name }) => name));
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
