import type { QueryName } from './benchQueries.ts';

/** What a contestant is loaded with for a while. */
export interface LoadRequest {
  readonly query: QueryName;
  /** Its text, where that is not the one over the product's departments. */
  readonly text?: string;
  /** Codes that requests choose from. */
  readonly usccs: readonly string[];
  /** Of how many invented enterprises (see `scaleCode`) requests choose instead. */
  readonly invented?: number;
  /** The same seed gives the same requests. */
  readonly seed: string;
  readonly seconds: number;
  /** Requests at a time. */
  readonly connections: number;
  /** Credentials, by the code that a request is about, or is about first; none unless given. */
  readonly headersOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
