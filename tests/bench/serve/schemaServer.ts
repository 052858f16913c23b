import { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { disabledPlugins } from '../../../gateway/apollo/disabledPlugins.ts';
import { replyPlugin } from '../../../gateway/apollo/replyPlugin.ts';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import type { Logger } from '../../../src/telemetry/logger.ts';
import { TABLE } from './serveApollo.ts';

/**
 * Makes an Apollo Server over an executable schema, set as the gateway's is.
 *
 * @param schema - one department's, or all of them in one
 * @param logger - the log
 */
export function schemaServer(schema: GraphQLSchema, logger: Logger): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    schema,
    logger,
    csrfPrevention: true,
    persistedQueries: false,
    maxRecursiveSelections: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [...disabledPlugins(), replyPlugin({ table: TABLE, logger })],
  });
}
