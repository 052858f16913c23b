/** A department's SDL breaks a rule of access, so its schema is refused; `problems` names each coordinate. */
export class PolicyError extends Error {
  /** One line per problem, beginning with the schema coordinate. */
  readonly problems: readonly string[];

  /**
   * @param problems - at least one line
   */
  constructor(problems: readonly string[]) {
    super(
      `The schema breaks ${problems.length} rule(s) of access:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
    this.name = 'PolicyError';
    this.problems = problems;
  }
}
