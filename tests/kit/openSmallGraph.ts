import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { execute, parse, validate, type ExecutionResult } from 'graphql';
import { createExecutor } from '../../gateway/engine/execute/createExecutor.ts';
import type { Executor } from '../../gateway/engine/execute/Executor.ts';
import { operationOf } from '../../gateway/engine/plan/Operation.ts';
import { Planner, type PlannerChoice } from '../../gateway/engine/plan/Planner.ts';
import { readSupergraph } from '../../gateway/engine/supergraph/readSupergraph.ts';
import type { GatewayContext } from '../../gateway/GatewayContext.ts';
import type { DepartmentAnswer, DepartmentFetch, Transport } from '../../gateway/transport/Transport.ts';
import { TransportDataSource } from '../../gateway/transport/TransportDataSource.ts';
import { ANONYMOUS } from '../../src/identity/Caller.ts';

type Modules = Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown; resolvers?: unknown }>;

/** One subgraph of a small graph. */
export interface SmallSubgraph {
  /** Without the link to the federation's directives. */
  readonly sdl: string;
  readonly resolvers?: NonNullable<Modules['resolvers']>;
}

/** An answer as a client reads it. */
export interface SmallAnswer {
  readonly data?: unknown;
  /** Code and place of each error, sorted. */
  readonly errors: readonly string[];
}

/** A small graph whose subgraphs are executed by graphql-js in this process. */
export interface SmallGraph {
  readonly executor: Executor;
  /** What the subgraphs were asked since the last question, as `name query`. */
  readonly asked: readonly string[];
  /** Representations of the last question, as they were sent. */
  readonly represented: readonly unknown[];
  /** Answers by the product's own executor; by the plan of one planner alone where a choice is made, for a share of the traffic. */
  ask(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    choice?: PlannerChoice,
    share?: number,
  ): Promise<SmallAnswer>;
  /** The plan by which the last question was answered. */
  plan(): unknown;
  /** Answers by `@apollo/gateway`. */
  askApollo(query: string, variables?: Readonly<Record<string, unknown>>): Promise<SmallAnswer>;
}

/** Answers in the place of a subgraph, or leaves it to the subgraph. */
export type Interfere = (
  name: string,
  fetch: DepartmentFetch,
) => DepartmentAnswer | Promise<DepartmentAnswer> | undefined;

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires",
  "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject", "@tag"])\n`;

const CONTEXT: GatewayContext = {
  request: { caller: ANONYMOUS, requestId: 'request', now: new Date(0), locale: 'en' },
  reply: { isFormatted: false },
};

/** Composes subgraphs and gives the supergraph. */
export function composeSmall(subgraphs: Readonly<Record<string, SmallSubgraph>>): string {
  const services = Object.entries(subgraphs).map(([name, { sdl }]) => {
    return { name, url: `http://${name}`, typeDefs: parse(LINK + sdl) };
  });
  const { errors, supergraphSdl } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/**
 * Joins subgraphs that are executed in this process.
 *
 * @param subgraphs - by name
 * @param interfere - answers in the place of a subgraph
 */
export function openSmallGraph(
  subgraphs: Readonly<Record<string, SmallSubgraph>>,
  interfere: Interfere = () => undefined,
): SmallGraph {
  const supergraphSdl = composeSmall(subgraphs);
  const asked: string[] = [];
  const represented: unknown[] = [];
  const transports = new Map(
    Object.entries(subgraphs).map(([name, { sdl, resolvers = {} }]): [string, Transport] => {
      const schema = buildSubgraphSchema({ typeDefs: parse(LINK + sdl), resolvers });
      const answer = ({ document, variables: variableValues, context: contextValue }: DepartmentFetch) =>
        execute({ schema, document, variableValues, contextValue }) as DepartmentAnswer | Promise<DepartmentAnswer>;
      const fetch: Transport['fetch'] = (asking) => {
        asked.push(`${name} ${asking.query.replaceAll(/\s+/g, ' ').trim()}`);
        for (const [key, value] of Object.entries(asking.variables)) {
          if (/^(representations|__batch_reps_\d+)$/.test(key))
            represented.push(...(structuredClone(value) as unknown[]));
        }
        return interfere(name, asking) ?? answer(asking);
      };
      return [name, { fetch }];
    }),
  );
  const transportOf = (name: string): Transport => {
    const transport = transports.get(name);
    if (!transport) throw new Error(name);
    return transport;
  };
  const executor = createExecutor({ supergraphSdl, transportOf });
  const parsed = (query: string) => {
    asked.length = 0;
    represented.length = 0;
    const document = parse(query);
    expect(validate(executor.apiSchema, document)).toEqual([]);
    return document;
  };
  let last: Parameters<Executor['planOf']>[0] | undefined;
  return {
    executor,
    asked,
    represented,
    plan: () => last && executor.planOf(last),
    ask: async (query, variables, choice, share = executor.drawShare()) => {
      const document = parsed(query);
      last = { document, variables, share };
      const question = choice && executor.unplanned(last);
      if (question) {
        const planner = new Planner(readSupergraph(supergraphSdl));
        const plan = planner.plan(operationOf(document, null), question.deciding, { choice, share });
        executor.adopt(last, question, plan);
      }
      return readable(await executor.execute({ ...last, context: CONTEXT }));
    },
    askApollo: async (query, variables = {}) =>
      readable(await askApollo(supergraphSdl, transportOf, { document: parsed(query), request: { query, variables } })),
  };
}

async function askApollo(
  supergraphSdl: string,
  transportOf: (name: string) => Transport,
  question: object,
): Promise<ExecutionResult> {
  const silent = () => undefined;
  const logger = { debug: silent, info: silent, warn: silent, error: silent };
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger,
    buildService: ({ name }) => new TransportDataSource(transportOf(name)) as GraphQLDataSource,
  });
  const { executor } = await gateway.load({ apollo: {} });
  const request = { ...question, queryHash: 'once', context: CONTEXT, metrics: {}, logger };
  const answer = await executor(request as unknown as Parameters<typeof executor>[0]);
  await gateway.stop();
  return answer as ExecutionResult;
}

function readable({ data, errors = [] }: ExecutionResult): SmallAnswer {
  const plain: unknown = data === undefined ? undefined : JSON.parse(JSON.stringify(data));
  const told = errors.map(({ extensions, path = [] }) => `${String(extensions['code'])} ${path.join('.')}`.trim());
  return { ...(plain === undefined ? {} : { data: plain }), errors: told.sort() };
}
