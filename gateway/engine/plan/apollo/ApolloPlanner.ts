import { createRequire } from 'node:module';
import type * as Internals from '@apollo/federation-internals';
import type * as Planning from '@apollo/query-planner';
import type { PlanNode } from '@graphql-hive/router-query-planner';
import type { DocumentNode } from 'graphql';
import type { OverrideLabels } from '../../supergraph/progressiveOverrides.ts';
import { PlanError } from '../PlanError.ts';
import { translateNode } from './translateNode.ts';

/** Of some documents it finds so many ways that comparing them takes minutes; then it takes the best that it has seen, or none. */
const MOST_PLANS = 200;
const MOST_PATHS = 1_000;

/** Loads at once, and only where a document needs it. */
const load = createRequire(import.meta.url);

/**
 * The planner of `@apollo/gateway`, for the documents that the native one can not plan.
 *
 * Loading it costs 0.4 s and some 30 MB, and planning ten times as long, so it is made when it is needed for the first time.
 */
export class ApolloPlanner {
  readonly #schema: Internals.Schema;
  readonly #planner: Planning.QueryPlanner;
  readonly #read: typeof Internals.operationFromDocument;
  readonly #overrides: OverrideLabels;

  /**
   * @param supergraphSdl - a composed Federation 2 graph
   * @param overrides - labels of the graph
   */
  constructor(supergraphSdl: string, overrides: OverrideLabels) {
    const { Supergraph, operationFromDocument } = load('@apollo/federation-internals') as typeof Internals;
    const { QueryPlanner } = load('@apollo/query-planner') as typeof Planning;
    // What a graph relies on has been judged when it was read.
    const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false });
    this.#schema = supergraph.apiSchema();
    this.#planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: MOST_PLANS, pathsLimit: MOST_PATHS } });
    this.#overrides = overrides;
    this.#read = operationFromDocument;
  }

  /**
   * Plans one normalised operation.
   *
   * @param document - holds this operation only
   * @param share - of the traffic: overrides of a larger percentage are on
   * @returns `undefined` where nothing is asked
   * @throws PlanError when it finds no plan
   */
  plan(document: DocumentNode, share: number): PlanNode | undefined {
    const node = this.#node(document, share);
    return node && translateNode(node);
  }

  #node(document: DocumentNode, share: number): Planning.QueryPlan['node'] {
    const overrideConditions = new Map([...this.#overrides].map(([label, percentage]) => [label, percentage > share]));
    try {
      return this.#planner.buildQueryPlan(this.#read(this.#schema, document), { overrideConditions }).node;
    } catch (error) {
      throw PlanError.of(error);
    }
  }
}
