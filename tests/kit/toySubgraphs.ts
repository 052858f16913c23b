import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLScalarType, Kind, parse } from 'graphql';
import { AppError } from '../../src/errors/AppError.ts';
import type { RequestContext, SubgraphContext } from '../../src/subgraph/context.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';

type Resolvers = Parameters<typeof buildSubgraphSchema>[0] extends infer Modules
  ? Modules extends { typeDefs: unknown; resolvers?: infer Map }
    ? Map
    : never
  : never;

/** Marks of what a toy department saw and did, for tests to look at. */
export interface ToyProbe {
  /** The context that each fetch ran with, in order, as `department` and request. */
  readonly fetches: { department: string; request: RequestContext }[];
  readonly renamed: string[];
}

/** How a toy department misbehaves. */
export interface ToyFaults {
  /** Departments whose every fetch fails. */
  readonly dead?: readonly string[];
  /** What a dead department fails with. */
  readonly fault?: Error;
}

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@listSize"])
`;

const REGISTRY = `${LINK}
"统一社会信用代码"
scalar USCC

enum Status { ACTIVE REVOKED }

input NameFilter { name: String! limit: Int }

type Query {
  "One enterprise by its code (企业)."
  enterprise(uscc: USCC!): Enterprise
  enterprises(first: Int = 3): [Enterprise!] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
  byStatus(status: Status!): [Enterprise!]
  search(filter: NameFilter!): [Enterprise!]
  slow(milliseconds: Int!): String
  broken: String
  unreachable: String
  locale: String
  now: String
  department: String
}

type Mutation {
  rename(uscc: USCC!, name: String!): Enterprise
}

type Enterprise @key(fields: "uscc") {
  uscc: USCC!
  name: String
  status: Status
  secret: String
}
`;

const TAX = `${LINK}
scalar USCC

type Enterprise @key(fields: "uscc") {
  uscc: USCC!
  taxRating: String
  arrears: Int
}

type Query { taxYears: [Int!] }
`;

const COURTS = `${LINK}
scalar USCC

type Enterprise @key(fields: "uscc") {
  uscc: USCC!
  judgments: [Judgment!]
  "Not nullable, which a contributed field never is in the product."
  docket: String!
}

type Judgment { number: String! court: String }
`;

const NAMES: Readonly<Record<string, string>> = {
  '91350100M000100Y43': '福州榕城贸易有限公司',
  '91350100M0001010XB': '福州闽江食品有限公司',
  '91350100MA00010200': '福州鼓山科技有限公司',
};

/** The codes of the toy enterprises. */
export const TOY_CODES = Object.keys(NAMES);

const usccScalar = new GraphQLScalarType({
  name: 'USCC',
  parseValue: readCode,
  parseLiteral: (node) => readCode(node.kind === Kind.STRING ? node.value : undefined),
});

function readCode(value: unknown): string {
  if (typeof value !== 'string' || value.length !== 18) throw new AppError('USCC_INVALID', { part: 'LENGTH' });
  return value;
}

const enterprise = (uscc: string) => (NAMES[uscc] ? { uscc, name: NAMES[uscc], status: 'ACTIVE' } : null);

function registryResolvers(probe: ToyProbe): object {
  return {
    USCC: usccScalar,
    Query: {
      enterprise: (_: unknown, { uscc }: { uscc: string }) => enterprise(uscc),
      enterprises: (_: unknown, { first }: { first: number }) => TOY_CODES.slice(0, first).map(enterprise),
      byStatus: () => TOY_CODES.map(enterprise),
      search: () => [],
      slow: async (_: unknown, { milliseconds }: { milliseconds: number }) => {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        return 'done';
      },
      broken: () => {
        throw new Error('E11000 duplicate key { idNumber: "350102199001011234" }');
      },
      unreachable: () => {
        throw Object.assign(new Error('getaddrinfo ENOTFOUND db.internal'), { name: 'MongoServerSelectionError' });
      },
      locale: (_: unknown, __: unknown, { locale }: RequestContext) => locale,
      now: (_: unknown, __: unknown, { now }: RequestContext) => now.toISOString(),
      department: (_: unknown, __: unknown, { caller }: RequestContext) => caller.department ?? null,
    },
    Mutation: {
      rename: (_: unknown, { uscc, name }: { uscc: string; name: string }) => {
        probe.renamed.push(name);
        return { uscc, name };
      },
    },
    Enterprise: {
      __resolveReference: ({ uscc }: { uscc: string }) => enterprise(uscc),
      secret: () => {
        throw new AppError('FORBIDDEN', { coordinate: 'Enterprise.secret' });
      },
    },
  };
}

const taxResolvers = {
  USCC: usccScalar,
  Query: { taxYears: () => [2024, 2025] },
  Enterprise: {
    __resolveReference: async ({ uscc }: { uscc: string }) => Promise.resolve({ uscc, taxRating: 'A', arrears: 0 }),
  },
};

const courtsResolvers = {
  USCC: usccScalar,
  Enterprise: {
    __resolveReference: ({ uscc }: { uscc: string }) =>
      uscc === TOY_CODES[2]
        ? null
        : { uscc, docket: 'D-1', judgments: [{ number: '（2024）闽0102执1号', court: null }] },
  },
};

/**
 * Three small departments over one toy entity, in memory: `registry` owns it, `tax` and `courts` contribute.
 *
 * @param faults - which of them misbehave
 */
export function toySubgraphs(faults: ToyFaults = {}): { subgraphs: ConnectedSubgraph[]; probe: ToyProbe } {
  const probe: ToyProbe = { fetches: [], renamed: [] };
  const toy = (name: string, title: string, sdl: string, resolvers: object): ConnectedSubgraph => ({
    name,
    title,
    sdl,
    schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as Resolvers }),
    collections: {},
    departments: [],
    followers: [],
    duties: [],
    indexes: {},
    // All that is asked of it is whether it is there.
    database: { db: { command: async () => Promise.resolve({ ok: 1 }) } } as unknown as ConnectedSubgraph['database'],
    contextFor: (request) => {
      probe.fetches.push({ department: name, request });
      if (faults.dead?.includes(name)) throw faults.fault ?? new Error('connect ECONNREFUSED 10.0.0.7:27017');
      return { ...request, department: name } as SubgraphContext;
    },
  });
  const subgraphs = [
    toy('registry', '市场监督管理局', REGISTRY, registryResolvers(probe)),
    toy('tax', '税务局', TAX, taxResolvers),
    toy('courts', '人民法院', COURTS, courtsResolvers),
  ];
  return { subgraphs, probe };
}
