/** A subgraph of a classic: its SDL, and resolvers as `buildSubgraphSchema` takes them. */
export interface ClassicSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: object;
  /** Whether it answers null and no error, whatever it is asked. */
  readonly isSilent?: boolean;
}

/** One document with the answer that it must have. */
export interface ClassicQuestion {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The data, keys in order. */
  readonly data: unknown;
  /** Paths of the errors, where there are any. */
  readonly errors?: readonly string[];
  /** Where `@apollo/gateway` answers otherwise, or not at all: the name of the known difference. */
  readonly difference?: string;
}

/** A federation case that every gateway is asked for sooner or later. */
export interface Classic {
  readonly name: string;
  readonly subgraphs: readonly ClassicSubgraph[];
  readonly questions: readonly ClassicQuestion[];
}

/** The link of every subgraph of Federation 2. */
export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable",
  "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject"])
`;

/**
 * Takes some fields of an object, as a database answers a projection.
 *
 * @param rows - objects by their key
 * @param key - of the wanted one
 * @param names - its wanted fields
 * @returns null where there is no such object
 */
export function pick(
  rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  key: unknown,
  names: readonly string[],
): Record<string, unknown> | null {
  const row = rows[String(key)];
  return row ? Object.fromEntries(names.map((name) => [name, row[name]])) : null;
}
