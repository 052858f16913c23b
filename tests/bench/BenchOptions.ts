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
  /** Whether what access, cost and audit take is measured as well. */
  readonly oversight: boolean;
  /** Whether nothing else is measured. */
  readonly onlyOversight?: true;
  /** Whether nothing is measured but the product as it is served: one of these, or all of them beside the engines. */
  readonly onlyLatency?: true;
  readonly onlyScale?: true;
  readonly onlyMemory?: true;
  readonly onlyProcesses?: true;
  /** How long memory is looked at. */
  readonly minutes: number;
  /** Enterprises of each city whose throughput is compared, the smallest first. */
  readonly sizes: readonly number[];
  /** Bound of the cache of the server with cities of several sizes, in megabytes. */
  readonly cacheMb?: number;
  readonly seed: number;
  /** File that the figures are written to as JSON. */
  readonly json?: string;
  /** Folder that processor profiles are written to. */
  readonly cpuProf?: string;
}
