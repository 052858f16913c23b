import type { PageArguments } from '../../../src/data/connection.ts';
import { pageRequest } from '../../../src/data/connection.ts';
import { encodeCursor } from '../../../src/data/cursor.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { ChangeFilter } from '../__generated__/resolvers.ts';
import { timelinePosition } from '../timeline/pendingFacts.ts';
import type { Change } from './Change.ts';
import { changeCondition } from './changeCondition.ts';
import { scanChanges } from './scanChanges.ts';
import { seqSince } from './seqSince.ts';

/** What cursors of the feed are bound to. */
const LIST = 'credit.changes';

/** Arguments of `Query.changes`. */
export interface ChangesArguments extends PageArguments {
  readonly filter?: ChangeFilter | null | undefined;
}

/** A page of the feed as resolvers return it. */
export interface ChangesPage {
  readonly edges: readonly { readonly cursor: string; readonly node: Change }[];
  readonly nodes: readonly Change[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * Reads a page of what happened to the facts of all departments.
 *
 * @param asked - Relay arguments and filter
 * @param context - the request
 * @throws AppError PAGE_SIZE, CURSOR_INVALID or LIST_TOO_LONG
 */
export async function changesPage(
  { filter, ...page }: ChangesArguments,
  context: SubgraphContext,
): Promise<ChangesPage> {
  const { first: most, after: place } = pageRequest(page, LIST);
  const accepts = changeCondition(filter);
  const known = place === undefined ? 0 : seqOf(place.id);
  const after = await startOf(known, filter?.since, context);
  const { changes: nodes, reached, hasMore } = await scanChanges(context, { after, most, accepts });
  return {
    edges: nodes.map((node) => ({ cursor: cursorOf(node.seq), node })),
    nodes,
    pageInfo: {
      hasNextPage: hasMore,
      hasPreviousPage: place !== undefined,
      startCursor: nodes[0] === undefined ? null : cursorOf(nodes[0].seq),
      // Also of a page without rows: whoever looks again later goes on from where this look ended.
      endCursor: reached === 0 ? null : cursorOf(reached),
    },
  };
}

async function startOf(known: number, since: unknown, context: SubgraphContext): Promise<number> {
  if (!(since instanceof Date)) return known;
  return seqSince(context.ledger, since, known, await timelinePosition(context));
}

function cursorOf(seq: number): string {
  return encodeCursor({ sort: '', id: String(seq) }, LIST);
}

function seqOf(id: string): number {
  const seq = Number(id);
  if (!Number.isSafeInteger(seq) || seq < 0) throw new AppError('CURSOR_INVALID');
  return seq;
}
