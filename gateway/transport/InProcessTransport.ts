import { types } from 'node:util';
import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { silenceError } from '../../src/ledger/OutboxWatch.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { DepartmentErrors } from './DepartmentErrors.ts';
import { interpretDocument } from './interpretDocument.ts';
import type { RunDocument } from './RunDocument.ts';
import type { DepartmentAnswer, DepartmentFetch, Transport } from './Transport.ts';
import { withDeadline } from './withDeadline.ts';

/** How a department in this process is asked. */
export interface InProcessOptions {
  readonly logger: Logger;
  /** How long a department may take for one fetch, in milliseconds. */
  readonly deadlineMs: number;
  /** What runs its documents; graphql-js unless given. */
  readonly run?: RunDocument;
}

/**
 * A department that lives in this process: its schema is executed directly, without HTTP, serialising or validating.
 */
export class InProcessTransport implements Transport {
  readonly #subgraph: ConnectedSubgraph;
  readonly #errors: DepartmentErrors;
  readonly #deadlineMs: number;
  readonly #run: RunDocument;

  /**
   * @param subgraph - the department
   * @param options - how it is asked
   */
  constructor(subgraph: ConnectedSubgraph, { logger, deadlineMs, run = interpretDocument }: InProcessOptions) {
    this.#subgraph = subgraph;
    this.#errors = new DepartmentErrors(subgraph, logger);
    this.#deadlineMs = deadlineMs;
    this.#run = run;
  }

  /**
   * Answers one fetch of a plan. Never rejects: what fails is said in `errors`.
   *
   * @param fetch - what is asked
   */
  fetch(fetch: DepartmentFetch): DepartmentAnswer | Promise<DepartmentAnswer> {
    const { document, operationName, variables, context } = fetch;
    try {
      const { schema } = this.#subgraph;
      const seen = this.#subgraph.contextFor(context.request);
      const result = this.#run({ schema, document, operationName, variables, context: seen });
      return types.isPromise(result) ? this.#awaited(result, fetch, seen) : this.#named(result, fetch, seen);
    } catch (fault) {
      return this.#errors.unanswered(document, fault);
    }
  }

  async #awaited(
    result: Promise<ExecutionResult>,
    fetch: DepartmentFetch,
    seen: SubgraphContext,
  ): Promise<DepartmentAnswer> {
    try {
      return this.#named(await withDeadline(result, this.#deadlineMs), fetch, seen);
    } catch (fault) {
      return this.#errors.unanswered(fetch.document, fault);
    }
  }

  #named(
    result: ExecutionResult,
    { document }: DepartmentFetch,
    { losses }: Partial<SubgraphContext>,
  ): DepartmentAnswer {
    const lost = losses?.take() ?? [];
    const errors = lost.length === 0 ? result.errors : [...(result.errors ?? []), ...lost.map(silenceError)];
    return this.#errors.named(errors === undefined ? result : { ...result, errors }, document);
  }
}
