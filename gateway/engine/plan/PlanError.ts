import { GraphQLError } from 'graphql';

/** An operation that the engine can not answer: the planner finds no way, or says what the executor does not know. */
export class PlanError extends GraphQLError {
  /**
   * @param problem - what is wrong, for the log
   * @param cause - the planner's own failure
   */
  constructor(problem: string, cause?: Error) {
    super(problem, { originalError: cause, extensions: { code: 'OPERATION_NOT_PLANNED' } });
    this.name = 'PlanError';
  }
}
