/** How the benchmark is run. */
export interface BenchOptions {
  /** Rounds that are counted, after one that warms up. */
  readonly rounds: number;
  /** How long each contestant is loaded in a round. */
  readonly seconds: number;
  /** Requests at a time. */
  readonly connections: number;
  /** Enterprises of the sample city. */
  readonly enterprises: number;
  /** Rows of the file that is imported. */
  readonly rows: number;
  /** Whether a real file is imported as well, where it is at hand. */
  readonly realFile: boolean;
  /** Enterprises whose evaluation is computed. */
  readonly evaluated: number;
  /** Whether what joins departments is measured as well. */
  readonly engines: boolean;
  /** Whether nothing else is measured: in one place, or in both. */
  readonly onlyEngines?: 'memory' | 'mongo' | true;
  /** Whether nothing but access, cost and audit is measured. */
  readonly onlyOversight?: true;
  readonly seed: number;
  /** File that the figures are written to as JSON. */
  readonly json?: string;
  /** Folder that processor profiles are written to. */
  readonly cpuProf?: string;
}
