import { types } from 'node:util';
import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
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
      return types.isPromise(result) ? this.#awaited(result, fetch) : this.#errors.named(result, document);
    } catch (fault) {
      return this.#errors.unanswered(document, fault);
    }
  }

  async #awaited(result: Promise<ExecutionResult>, { document }: DepartmentFetch): Promise<DepartmentAnswer> {
    try {
      return this.#errors.named(await withDeadline(result, this.#deadlineMs), document);
    } catch (fault) {
      return this.#errors.unanswered(document, fault);
    }
  }
}
