import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** Features that change what may be answered, by identity, with the versions that the engine implements. */
const IMPLEMENTED: Readonly<Record<string, RegExp>> = {
  'https://specs.apollo.dev/link': /^v1\./,
  'https://specs.apollo.dev/join': /^v0\.[2-5]$/,
  'https://specs.apollo.dev/inaccessible': /^v0\./,
};

/** Where fields are answered; older graphs do not say that they can not be served without it. */
const UNSAID: Readonly<Record<string, string | undefined>> = { 'https://specs.apollo.dev/join': 'EXECUTION' };

/** Directives that guard data; whoever ignores one of them answers what should be refused. */
const GUARDS = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * Stops the start of an engine that would ignore what the supergraph relies on.
 *
 * A supergraph names each feature with `@link` and says `for: SECURITY` or `for: EXECUTION` where a router that does
 * not implement it must not serve the graph (https://specs.apollo.dev/link/v1.0/#Purpose).
 *
 * @param supergraph - parsed SDL
 * @throws Error that names the first such feature
 */
export function refuseUnknownFeatures(supergraph: DocumentNode): void {
  const links = supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter(({ name }) => name.value === 'link' || name.value === 'core')
      : [],
  );
  if (links.length === 0) throw new Error('This is not a supergraph: its schema links no features');
  for (const link of links) refuseUnknownFeature(link);
  for (const definition of supergraph.definitions) {
    const isGuard = definition.kind === Kind.DIRECTIVE_DEFINITION && GUARDS.has(definition.name.value);
    if (isGuard) throw refusal(`@${definition.name.value}`, 'SECURITY');
  }
}

function refuseUnknownFeature(link: ConstDirectiveNode): void {
  const url = argument(link, 'url') ?? argument(link, 'feature') ?? '';
  const [identity, version] = splitVersion(url);
  const purpose = argument(link, 'for') ?? UNSAID[identity];
  const isGuard = GUARDS.has(identity.slice(identity.lastIndexOf('/') + 1));
  if (purpose === undefined && !isGuard) return;
  if (!IMPLEMENTED[identity]?.test(version)) throw refusal(url, purpose ?? 'SECURITY');
}

function splitVersion(url: string): readonly [identity: string, version: string] {
  const slash = url.lastIndexOf('/');
  return [url.slice(0, slash), url.slice(slash + 1)];
}

function argument(link: ConstDirectiveNode, name: string): string | undefined {
  const value = link.arguments?.find((given) => given.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function refusal(feature: string, purpose: string): Error {
  return new Error(`The supergraph relies on ${feature} for ${purpose}, which this engine does not implement`);
}
