import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { GatewayEngine } from '../../src/config/env.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import type { Transport } from '../transport/Transport.ts';
import type { PlanCacheFigures } from './execute/Executor.ts';

/** What stands behind Apollo Server's `gateway` seam. */
export type GatewaySeam = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

/** What plans operations over the departments and joins what they answer. */
export interface Engine {
  readonly kind: GatewayEngine;
  /** As Apollo Server takes it. */
  readonly gateway: GatewaySeam;
  /** Figures of the plan cache, for metrics; absent where the engine tells none. */
  readonly planCache?: () => PlanCacheFigures;
}

/** A document that is known before anybody sends it. */
export interface KnownDocument {
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly hash: string;
  readonly query: string;
}

/** What an engine joins. */
export interface EngineOptions {
  /** A composed Federation 2 graph, with its join directives. */
  readonly supergraphSdl: string;
  /**
   * How each department is reached.
   *
   * @param name - as the supergraph names the department
   * @throws Error when no such department is connected
   */
  readonly transportOf: (name: string) => Transport;
  /** Schemas of the departments, whose scalars the graph's scalars behave like; none where they are not known. */
  readonly schemas: readonly GraphQLSchema[];
  readonly logger: Logger;
  /** Documents that are planned before the first request. */
  readonly known?: readonly KnownDocument[];
}
