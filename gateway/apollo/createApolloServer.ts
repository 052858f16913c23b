import { ApolloServer } from '@apollo/server';
import type { AuditWriter } from '../../src/audit/AuditRecord.ts';
import type { Metrics } from '../../src/telemetry/Metrics.ts';
import type { UsageMeter } from '../../src/usage/UsageMeter.ts';
import { authorityPlugin } from '../authority/authorityPlugin.ts';
import { refusalPlugin } from '../authority/refusalPlugin.ts';
import type { Engine } from '../engine/Engine.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import { DOCUMENT_LIMITS } from '../limits/documentLimits.ts';
import { documentLimitsRule } from '../limits/documentLimitsRule.ts';
import type { Metering } from '../limits/Metering.ts';
import { metricsPlugin } from '../metrics/metricsPlugin.ts';
import { auditPlugin } from './auditPlugin.ts';
import { budgetPlugin } from './budgetPlugin.ts';
import { disabledPlugins } from './disabledPlugins.ts';
import { operationTypeRule } from './operationTypeRule.ts';
import { usagePlugin } from './usagePlugin.ts';
import { replyPlugin, type ReplyOptions } from './replyPlugin.ts';

/** Most tokens of a document: the longest example has 150, and from some 4,000 on nesting could exhaust the parser's stack. */
const MAX_TOKENS = 3_000;

/** What the server needs beside the engine. */
export interface ApolloServerSettings extends ReplyOptions {
  /** Prices operations and keeps budgets; nobody pays unless given. */
  readonly metering?: Metering | undefined;
  /** Where operations with credentials and writes are recorded, and calls counted; nowhere unless given. */
  readonly audit?: { readonly log: AuditWriter; readonly usage: UsageMeter } | undefined;
  /** The figures of the process; nothing is measured unless given. */
  readonly metrics?: Metrics | undefined;
}

/**
 * Makes the GraphQL server that reads operations, checks them and hands them to the engine.
 *
 * Everything that reports to the vendor is off, as is what costs time per field (cache control). Stack traces never
 * leave, whatever `NODE_ENV` is. Signals are none of its business.
 *
 * @param engine - plans and joins
 * @param options - the error tables, the log and the budgets
 */
export function createApolloServer(
  engine: Pick<Engine, 'gateway'>,
  { metering, audit, metrics, ...options }: ApolloServerSettings,
): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway: engine.gateway,
    logger: options.logger,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    maxRecursiveSelections: true,
    validationRules: [operationTypeRule, documentLimitsRule(DOCUMENT_LIMITS)],
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ...disabledPlugins(),
      refusalPlugin(),
      replyPlugin(options),
      ...(metering ? [budgetPlugin(metering)] : []),
      ...(audit ? [auditPlugin(audit.log), usagePlugin(audit.usage)] : []),
      ...(metrics ? [metricsPlugin(metrics)] : []),
      authorityPlugin(),
    ],
  });
}
