import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One operation that was answered. */
export interface MeasuredOperation {
  /** Where it came in: a path. */
  readonly door: string;
  /** First field of its root, which the schema bounds; names that callers give their operations are not bounded. */
  readonly field: string;
  readonly ms: number;
  /** Codes of its errors. */
  readonly codes: readonly string[];
}

/** One question to a department. */
export interface MeasuredFetch {
  readonly department: string;
  readonly ms: number;
  readonly failed: boolean;
}

/** What became of the rows of one file. */
export interface MeasuredImport {
  /** Such as `registry.enterprises`. */
  readonly collection: string;
  readonly seconds: number;
  /** Number of rows by what became of them. */
  readonly rows: Readonly<Record<'accepted' | 'unchanged' | 'quarantined', number>>;
}

/** How a way to a department is: closed as long as it answers. */
export type MeasuredBreaker = 'closed' | 'half-open' | 'open';

/** Figures of kept plans. */
export interface MeasuredPlans {
  readonly size: number;
  readonly hits: number;
  readonly misses: number;
}

const SECOND_MS = 1_000;
/** Seconds, from what an index answers to what is cut off. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const OPENNESS: Readonly<Record<MeasuredBreaker, number>> = { closed: 0, 'half-open': 0.5, open: 1 };

/**
 * The figures of one process in the form that Prometheus reads. Labels are names of doors, fields, departments, codes and collections
 * alone: nothing that a caller sends, and nobody's number.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #operations = this.#histogram('operation_seconds', 'Time to answer an operation.', ['door', 'field']);
  readonly #errors = this.#counter('errors_total', 'Errors in answers.', ['door', 'code']);
  readonly #fetches = this.#histogram('department_seconds', 'Time for which a department was asked.', [
    'department',
    'outcome',
  ]);
  readonly #rows = this.#counter('import_rows_total', 'Rows of imported files.', ['collection', 'outcome']);
  readonly #imports = this.#counter('import_seconds_total', 'Time for which files were imported.', ['collection']);

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Counts an operation. */
  operation({ door, field, ms, codes }: MeasuredOperation): void {
    this.#operations.observe({ door, field }, ms / SECOND_MS);
    for (const code of codes) this.#errors.inc({ door, code });
  }

  /** Counts a question to a department. */
  fetch({ department, ms, failed }: MeasuredFetch): void {
    this.#fetches.observe({ department, outcome: failed ? 'failed' : 'answered' }, ms / SECOND_MS);
  }

  /** Counts a file that was imported. */
  imported({ collection, seconds, rows }: MeasuredImport): void {
    this.#imports.inc({ collection }, seconds);
    for (const [outcome, count] of Object.entries(rows)) this.#rows.inc({ collection, outcome }, count);
  }

  /**
   * Tells at each reading how the ways to departments are: 0 closed, 0.5 being tried, 1 open.
   *
   * @param read - by department
   */
  watchBreakers(read: () => ReadonlyMap<string, MeasuredBreaker>): void {
    this.#gauge('breaker_open', 'Whether a department is kept from being asked.', ['department'], (gauge) => {
      for (const [department, state] of read()) gauge.set({ department }, OPENNESS[state]);
    });
  }

  /**
   * Tells at each reading how plans were found.
   *
   * @param read - undefined where the engine tells none
   */
  watchPlans(read: () => MeasuredPlans | undefined): void {
    this.#gauge('plans', 'Kept plans, and how often one was found or made.', ['figure'], (gauge) => {
      for (const [figure, value] of Object.entries(read() ?? {})) gauge.set({ figure }, value as number);
    });
  }

  /** All figures, as text of {@link contentType}. */
  async text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** The media type of {@link text}. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  #histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    return new Histogram({ name: full(name), help, labelNames, buckets: BUCKETS, registers: [this.#registry] });
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: full(name), help, labelNames, registers: [this.#registry] });
  }

  #gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    read: (gauge: Gauge<Label>) => void,
  ): void {
    const gauge: Gauge<Label> = new Gauge({
      ...{ name: full(name), help, labelNames, registers: [this.#registry] },
      collect: () => {
        read(gauge);
      },
    });
  }
}

function full(name: string): string {
  return `credit_graph_${name}`;
}
