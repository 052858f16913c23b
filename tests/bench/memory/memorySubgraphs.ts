import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';

/** Departments that contribute facts to an enterprise; the first one owns it. */
const NAMES = ['registry', 'tax', 'customs', 'courts', 'labour', 'environment'] as const;

/** Enterprises that there are. */
const ENTERPRISES = 400;
/** Facts of each enterprise in each department. */
const FACTS = 5;

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const FIELDS = `id: ID! docNo: String! content: String! authority: String! decidedOn: String! validTo: String
  amount: Float severity: String! isPublic: Boolean!`;

/** The codes of all enterprises. */
export const MEMORY_CODES: readonly string[] = Array.from(
  { length: ENTERPRISES },
  (_, at) => `9135010${String(at).padStart(11, '0')}`,
);

interface Enterprise {
  readonly uscc: string;
}

/**
 * Six departments over one enterprise whose data are there already, so that nothing but GraphQL is measured: each
 * contributes five facts of nine values (the supergraph that the engines were first compared on).
 */
export function memorySubgraphs(): readonly ConnectedSubgraph[] {
  return NAMES.map(memorySubgraph);
}

function memorySubgraph(name: (typeof NAMES)[number]): ConnectedSubgraph {
  const sdl = name === 'registry' ? registrySdl() : sdlOf(name);
  const modules = { typeDefs: parse(sdl), resolvers: resolversOf(name) } as unknown;
  const title = `department of ${name}`;
  return {
    name,
    title,
    sdl,
    schema: buildSubgraphSchema(modules as Parameters<typeof buildSubgraphSchema>[0]),
    collections: {},
    departments: [],
    followers: [],
    duties: [],
    indexes: {},
    database: {} as ConnectedSubgraph['database'],
    contextFor: (request) => request as SubgraphContext,
  };
}

function sdlOf(name: string): string {
  const type = typeOf(name);
  return `${LINK}
    type ${type} { ${FIELDS} }
    type Enterprise @key(fields: "uscc") { uscc: ID! ${name}Facts: [${type}!] }`;
}

function registrySdl(): string {
  return `${LINK}
    type RegistryFact { ${FIELDS} }
    type Enterprise @key(fields: "uscc") { uscc: ID! name: String! status: String capital: Float registryFacts: [RegistryFact!] }
    type Query { enterprise(uscc: ID!): Enterprise enterprises(usccs: [ID!]!): [Enterprise!]! }`;
}

function resolversOf(name: string): object {
  const facts = new Map(
    MEMORY_CODES.map((uscc) => [uscc, Array.from({ length: FACTS }, (_, at) => fact(name, uscc, at))]),
  );
  const enterprise = (uscc: string) => ({ uscc, name: `企业 ${uscc}`, status: 'IN_BUSINESS', capital: 1_000_000 });
  const own = {
    Query: {
      enterprise: (_: unknown, { uscc }: Enterprise) => enterprise(uscc),
      enterprises: (_: unknown, { usccs }: { readonly usccs: readonly string[] }) => usccs.map(enterprise),
    },
  };
  return {
    Enterprise: {
      __resolveReference: ({ uscc }: Enterprise) => (name === 'registry' ? enterprise(uscc) : { uscc }),
      [`${name}Facts`]: ({ uscc }: Enterprise) => facts.get(uscc) ?? [],
    },
    ...(name === 'registry' ? own : {}),
  };
}

function fact(name: string, uscc: string, at: number): object {
  return {
    id: `${name}-${uscc}-${at}`,
    docNo: `（2026）闽0102${name}${at}号`,
    content: '依据相关规定作出的决定内容',
    authority: '福州市示范主管部门',
    decidedOn: `2026-0${at + 1}-15`,
    validTo: at % 2 === 0 ? null : `2027-0${at + 1}-15`,
    amount: at * 1_234.5,
    severity: 'GENERAL',
    isPublic: true,
  };
}

function typeOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Fact`;
}
