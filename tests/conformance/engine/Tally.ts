import { FAILURES } from './Failure.ts';

/** Everything that a run has to have met often enough to prove anything. */
const GROUPS = {
  'plan node': ['Fetch', 'BatchFetch', 'Sequence', 'Parallel', 'Flatten', 'Condition'],
  directive: [
    '@key single',
    '@key compound',
    '@key nested',
    '@key multiple',
    '@requires',
    '@requires with arguments',
    '@requires nested',
    '@provides',
    '@override',
    '@shareable',
    '@interfaceObject',
    '@inaccessible',
    '@skip',
    '@include',
  ],
  failure: FAILURES,
  document: [
    'arguments',
    'variables',
    'aliases',
    'named fragment',
    'fragment on abstract type',
    'introspection beside data',
    'several operations',
    'mutation over several subgraphs',
    'list of lists',
    'answer to null',
  ],
  comparison: ['with the whole', 'with Apollo, nothing failing', 'with Apollo, same requests, something failing'],
} as const;

type Group = keyof typeof GROUPS;

/** Counts cases by what they had to do with. */
export class Tally {
  readonly #counts = new Map<string, number>();
  /** Cases that were asked, and what could not be: worlds that do not compose, documents that are not valid. */
  cases = 0;
  worlds = 0;
  uncomposed = 0;
  invalid = 0;
  /** Cases that the own engine has no plan for, and such over which `@apollo/gateway` gave up. */
  refused = 0;
  givenUp = 0;
  /** Known differences by name. */
  readonly differences = new Map<string, number>();

  /**
   * Counts one case once for each of some names.
   *
   * @param group - which list the names are of; others are not counted
   * @param names - may repeat themselves
   */
  count(group: Group, names: Iterable<string>): void {
    for (const name of new Set(names)) {
      const key = `${group}: ${name}`;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  /**
   * Counts a difference that is known.
   *
   * @param name - of the difference
   */
  differ(name: string): void {
    this.differences.set(name, (this.differences.get(name) ?? 0) + 1);
  }

  /**
   * Counts a case that the own engine has no plan for.
   *
   * @param reason - why
   */
  refuse(reason: string): void {
    this.refused += 1;
    this.differ(`refused: ${reason}`);
  }

  /** Counts a case over which `@apollo/gateway` gave up. */
  giveUp(): void {
    this.givenUp += 1;
    this.differ('@apollo/gateway met the bound of its search');
  }

  /**
   * The names that were met too rarely.
   *
   * @param least - how many cases each needs
   */
  rare(least: number): string[] {
    return this.#rows()
      .filter(([, count]) => count < least)
      .map(([name, count]) => `${name}: ${count}`);
  }

  /** The counts as lines of text. */
  table(): string {
    const lines = this.#rows().map(([name, count]) => `  ${name.padEnd(58)}${String(count).padStart(7)}`);
    const known = [...this.differences].map(
      ([name, count]) => `  ${`known: ${name}`.padEnd(58)}${String(count).padStart(7)}`,
    );
    const head = `${this.cases} cases in ${this.worlds} worlds (${this.uncomposed} did not compose, ${this.invalid} documents not valid)`;
    return [head, ...lines, ...known, ''].join('\n');
  }

  #rows(): [string, number][] {
    return Object.entries(GROUPS).flatMap(([group, names]) =>
      names.map((name): [string, number] => [`${group}: ${name}`, this.#counts.get(`${group}: ${name}`) ?? 0]),
    );
  }
}
