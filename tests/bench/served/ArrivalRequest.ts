/** What the product is asked by turns. */
export type ServedQuery = 'profile' | 'list' | 'search';

/** How the product is loaded for a while, at a rate of its own or as fast as it answers. */
export interface ArrivalRequest {
  /** In turns. */
  readonly queries: readonly ServedQuery[];
  readonly usccs: readonly string[];
  /** Names that searched words are taken from; of no importance where nothing is searched. */
  readonly names: readonly string[];
  /** The same seed gives the same requests. */
  readonly seed: string;
  readonly seconds: number;
  /** Requests a second, each sent when it is due, whether those before it are answered or not; or how many there are at a time. */
  readonly pace: { readonly rate: number } | { readonly connections: number };
}
