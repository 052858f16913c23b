import { GraphQLError } from 'graphql';
import { DEFAULT_ENGINE } from '../src/config/env.ts';
import { AUTHORITY_ERRORS } from '../src/errors/authorityCodes.ts';
import { KERNEL_ERRORS } from '../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../src/errors/gatewayCodes.ts';
import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { createApolloServer } from './apollo/createApolloServer.ts';
import { askGraph, type AskGraph } from './askGraph.ts';
import { composeSupergraph } from './compose.ts';
import { createEngine } from './engine/createEngine.ts';
import { committedGraph } from './keptGraph.ts';
import { GATEWAY, gatewaySubgraph } from './limits/gatewaySubgraph.ts';
import { enumWords, type EnumWords } from './report/enumWords.ts';
import { inProcessTransports } from './transport/inProcessTransports.ts';
import type { Transport } from './transport/Transport.ts';

/** A command may wait longer for a thousand look-ups than a caller for one. */
const DEADLINE_MS = 60_000;

/** The graph over all departments, without HTTP. */
export interface OpenedGraph {
  readonly ask: AskGraph;
  /** Chinese terms of enums. */
  readonly words: EnumWords;
  close(): Promise<void>;
}

/** Nothing that is asked without HTTP is about the gateway itself. */
const ITSELF: Transport = {
  fetch: () => ({ data: null, errors: [new GraphQLError('The gateway itself answers over HTTP only.')] }),
};

/**
 * Joins departments for the time of a command, by the committed graph where it is theirs; the caller closes the graph.
 *
 * @param subgraphs - all departments, connected
 * @param logger - the log
 * @throws CompositionError when the departments do not fit together
 */
export async function openGraph(subgraphs: readonly ConnectedSubgraph[], logger: Logger): Promise<OpenedGraph> {
  const committed = await committedGraph([...subgraphs, gatewaySubgraph()]);
  const { supergraphSdl } = committed ?? composeSupergraph(subgraphs);
  const departments = inProcessTransports(subgraphs, { logger, deadlineMs: DEADLINE_MS });
  const engine = await createEngine(DEFAULT_ENGINE, {
    supergraphSdl,
    transportOf: (name) => (name === GATEWAY ? ITSELF : departments(name)),
    schemas: subgraphs.map(({ schema }) => schema),
    logger,
  });
  const apollo = createApolloServer(engine, {
    table: { ...AUTHORITY_ERRORS, ...KERNEL_ERRORS, ...GATEWAY_ERRORS },
    logger,
  });
  await apollo.start();
  return {
    ask: askGraph(
      () => apollo,
      () => new Date(),
    ),
    words: enumWords(supergraphSdl),
    close: () => apollo.stop(),
  };
}
