import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { printSchema, type DocumentNode, type ExecutionResult } from 'graphql';
import { markRequired } from '../../../gateway/engine/supergraph/markRequired.ts';
import { TransportDataSource } from '../../../gateway/transport/TransportDataSource.ts';
import type { Transport } from '../../../gateway/transport/Transport.ts';
import type { Contestant, Question } from './Contestant.ts';
import { contextOf } from './contextOf.ts';

type Load = Awaited<ReturnType<ApolloGateway['load']>>;
type Executor = Load['executor'];

/** Of some documents it finds so many ways that comparing them takes minutes. */
const MOST_PLANS = 200;
const MOST_PATHS = 300;

const QUIET = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  return;
}

/**
 * Opens `@apollo/gateway` over a supergraph.
 *
 * Its completion errors, which it puts into `extensions.valueCompletion` and only where no department told of an
 * error, are counted among the errors: that is where the specification wants them.
 *
 * @param supergraphSdl - the composed graph
 * @param transportOf - the way to each department
 */
export async function apolloContestant(
  supergraphSdl: string,
  transportOf: (name: string) => Transport,
): Promise<Contestant & { readonly apiSdl: string; stop(): Promise<void> }> {
  const plans = new WeakMap<DocumentNode, unknown>();
  const gateway = new ApolloGateway({
    supergraphSdl: markRequired(supergraphSdl),
    logger: QUIET,
    queryPlannerConfig: { debug: { maxEvaluatedPlans: MOST_PLANS, pathsLimit: MOST_PATHS } },
    buildService: ({ name }): GraphQLDataSource => new TransportDataSource(transportOf(name)) as GraphQLDataSource,
    experimental_didResolveQueryPlan: ({ queryPlan, requestContext }) => {
      plans.set(requestContext.document, queryPlan);
    },
  });
  let apiSdl = '';
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    apiSdl = printSchema(apiSchema);
  });
  const { executor } = await gateway.load({ apollo: {} });
  return {
    apiSdl,
    ask: async (question, run) => {
      const { text: query, operationName, variables, document } = question;
      const request = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
      const context = {
        request,
        document,
        queryHash: keyOf(question),
        context: contextOf(run),
        metrics: {},
        logger: QUIET,
      };
      return withCompletion((await executor(context as unknown as Parameters<Executor>[0])) as ExecutionResult);
    },
    planOf: ({ document }) => plans.get(document),
    stop: () => gateway.stop(),
  };
}

function keyOf({ text, operationName }: Question): string {
  return `${operationName ?? ''}:${text}`;
}

function withCompletion({ data, errors, extensions }: ExecutionResult): ExecutionResult {
  const completion = (extensions?.['valueCompletion'] ?? []) as NonNullable<ExecutionResult['errors']>;
  const all = [...(errors ?? []), ...completion];
  return { ...(data === undefined ? {} : { data }), ...(all.length > 0 ? { errors: all } : {}) };
}
