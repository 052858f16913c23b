import { types } from 'node:util';
import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { silenceError } from '../../src/ledger/OutboxWatch.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { Availability } from './Availability.ts';
import { DatabaseBreaker } from './DatabaseBreaker.ts';
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
  /** Asks its database whether it is there; without it every request waits for a dead one. */
  readonly answers?: () => Promise<boolean>;
}

/**
 * A department that lives in this process: its schema is executed directly, without HTTP, serialising or validating.
 */
export class InProcessTransport implements Transport {
  readonly #subgraph: ConnectedSubgraph;
  readonly #errors: DepartmentErrors;
  readonly #deadlineMs: number;
  readonly #run: RunDocument;
  readonly #database: DatabaseBreaker | undefined;

  /**
   * @param subgraph - the department
   * @param options - how it is asked
   */
  constructor(subgraph: ConnectedSubgraph, { logger, deadlineMs, run = interpretDocument, answers }: InProcessOptions) {
    this.#subgraph = subgraph;
    this.#errors = new DepartmentErrors(subgraph, logger);
    this.#deadlineMs = deadlineMs;
    this.#run = run;
    this.#database = answers && new DatabaseBreaker(answers);
  }

  /**
   * Answers one fetch of a plan. Never rejects: what fails is said in `errors`.
   *
   * @param fetch - what is asked
   */
  fetch(fetch: DepartmentFetch): DepartmentAnswer | Promise<DepartmentAnswer> {
    const { document, operationName, variables, context } = fetch;
    const dead = this.#database?.fault;
    if (dead !== undefined) return this.#errors.unanswered(document, dead);
    try {
      const { schema } = this.#subgraph;
      const seen = this.#subgraph.contextFor(context.request);
      const result = this.#run({ schema, document, operationName, variables, context: seen });
      return types.isPromise(result) ? this.#awaited(result, fetch, seen) : this.#named(result, fetch, seen);
    } catch (fault) {
      return this.#errors.unanswered(document, fault);
    }
  }

  /** Ends the probes of a database that does not answer. */
  async close(): Promise<void> {
    this.#database?.dispose();
    return Promise.resolve();
  }

  async #awaited(
    result: Promise<ExecutionResult>,
    fetch: DepartmentFetch,
    seen: SubgraphContext,
  ): Promise<DepartmentAnswer> {
    try {
      return this.#named(await withDeadline(result, this.#deadlineMs), fetch, seen);
    } catch (fault) {
      this.#database?.suspect(fault);
      return this.#errors.unanswered(fetch.document, fault);
    }
  }

  #named(
    result: ExecutionResult,
    { document }: DepartmentFetch,
    { losses }: Partial<SubgraphContext>,
  ): DepartmentAnswer {
    const unreached = result.errors?.find(({ originalError }) => Availability.isConnectionFault(originalError));
    if (unreached !== undefined) this.#database?.suspect(unreached.originalError);
    const lost = losses?.take() ?? [];
    const errors = lost.length === 0 ? result.errors : [...(result.errors ?? []), ...lost.map(silenceError)];
    return this.#errors.named(errors === undefined ? result : { ...result, errors }, document);
  }
}
