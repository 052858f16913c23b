/** A query that the explorer offers ready to run. */
export interface PortalExample {
  /** What it shows, in Chinese; the explorer's menu lists it. */
  readonly title: string;
  /** The document, with its comments. */
  readonly query: string;
  /** Values for the document's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Headers that it is sent with, beside those of whoever sends it; none unless given. */
  readonly headers?: Readonly<Record<string, string>>;
}
