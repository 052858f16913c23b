/** The environment holds values that the product cannot start with; `problems` has one line for each of them. */
export class ConfigError extends Error {
  /** One line per problem: the variable's name, what is wrong and what is expected; never the value. */
  readonly problems: readonly string[];

  /**
   * @param problems - at least one line
   */
  constructor(problems: readonly string[]) {
    super(`The environment has ${problems.length} problem(s):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
