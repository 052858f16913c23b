import { GatewayError } from '../../errors/GatewayError.ts';

/** An operation that the engine can not answer: the planner finds no way, or says what the executor does not know. */
export class PlanError extends GatewayError {
  /** What is wrong, for the log; it may repeat names that the caller chose. */
  readonly problem: string;

  /**
   * @param problem - what is wrong
   * @param cause - the planner's own failure
   */
  constructor(problem: string, cause?: Error) {
    super('OPERATION_NOT_PLANNED', {}, { cause });
    this.name = 'PlanError';
    this.problem = problem;
  }

  /**
   * The error for a planner that failed.
   *
   * @param error - whatever it threw
   */
  static of(error: unknown): PlanError {
    const cause = error instanceof Error ? error : new Error(String(error));
    return new PlanError(`No plan: ${cause.message}`, cause);
  }
}
