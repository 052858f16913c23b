import { AppError } from '../errors/AppError.ts';
import { decodeCursor, encodeCursor, type Position } from './cursor.ts';

/** Most rows that one page holds. */
export const MAX_PAGE = 100;

/** Rows of a page where the caller names no number. */
export const DEFAULT_PAGE = 20;

/** Relay arguments as clients give them. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A checked request for one page. */
export interface PageRequest {
  readonly first: number;
  readonly after: Position | undefined;
  /** What is paged through: cursors of other lists are refused. */
  readonly list: string;
}

/** A Relay connection as resolvers return it; `totalCount` is only asked for where it is selected. */
export interface ConnectionOf<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: () => Promise<number>;
}

/**
 * Checks Relay arguments.
 *
 * @param pageArguments - `first` (default 20, at most 100) and `after`
 * @param list - what is paged through, such as `registry.changes`
 * @throws AppError PAGE_SIZE or CURSOR_INVALID
 */
export function pageRequest({ first, after }: PageArguments, list: string): PageRequest {
  const size = first ?? DEFAULT_PAGE;
  if (size < 1 || size > MAX_PAGE) throw new AppError('PAGE_SIZE', { limit: MAX_PAGE });
  return { first: size, after: after === null || after === undefined ? undefined : decodeCursor(after, list), list };
}

/**
 * Makes a connection from the rows of a page and, where there is a next page, one row more.
 *
 * @param rows - at most `first + 1` rows in order
 * @param request - what was asked for
 * @param positionOf - a row's place in the list
 * @param totalCount - counts the whole list when a client selects it and the page does not hold it all
 */
export function toConnection<Row>(
  rows: readonly Row[],
  request: PageRequest,
  positionOf: (row: Row) => Position,
  totalCount: () => Promise<number>,
): ConnectionOf<Row> {
  const nodes = rows.slice(0, request.first);
  const hasNextPage = rows.length > request.first;
  const isWhole = request.after === undefined && !hasNextPage;
  const cursorOf = (row: Row | undefined): string | null =>
    row === undefined ? null : encodeCursor(positionOf(row), request.list);
  // Cursors are made where they are selected: most queries ask for `nodes`.
  return {
    get edges() {
      return nodes.map((node) => ({ cursor: encodeCursor(positionOf(node), request.list), node }));
    },
    nodes,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: request.after !== undefined,
      get startCursor() {
        return cursorOf(nodes[0]);
      },
      get endCursor() {
        return cursorOf(nodes.at(-1));
      },
    },
    // A first page that holds everything has counted itself.
    totalCount: isWhole ? () => Promise.resolve(rows.length) : totalCount,
  };
}
