import { createHash } from 'node:crypto';
import { pageRequest, toConnection } from '../../../src/data/connection.ts';
import type { Position } from '../../../src/data/cursor.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { QuerySearchEnterprisesArgs } from '../__generated__/resolvers.ts';
import { isIndexBehind } from '../index/isIndexBehind.ts';
import { facetsOf } from './facetsOf.ts';
import { findHits, type FoundHit } from './findHits.ts';
import type { HitPage } from './HitPage.ts';
import { searchFilter } from './SearchFilter.ts';
import { searchText } from './SearchText.ts';
import { shownHit } from './shownHit.ts';

const DIGITS = 6;

/**
 * Searches enterprises.
 *
 * @param asked - what was typed, filter and Relay arguments
 * @param context - the request
 * @throws AppError VALUE_INVALID, LIST_TOO_LONG, PAGE_SIZE, CURSOR_INVALID, SEARCH_TOO_COMMON or SEARCH_NOT_READY
 */
export async function searchPage(
  { query, filter, ...page }: QuerySearchEnterprisesArgs,
  context: SubgraphContext,
): Promise<HitPage> {
  const text = searchText(query, 'query');
  if (text === undefined)
    throw new AppError('VALUE_INVALID', { type: 'query', reason: '文字或数字 / a letter or digit' });
  const request = pageRequest(page, `search.${digestOf([text.typed, filter])}`);
  const { hits, isCut } = await findHits(text, searchFilter(filter), context);
  const { after, first } = request;
  const behind = after === undefined ? hits : hits.filter((hit) => isBehind(positionOf(hit), after));
  const { edges, nodes, pageInfo } = toConnection(behind.slice(0, first + 1), request, positionOf, () =>
    Promise.resolve(hits.length),
  );
  return {
    edges: edges.map(({ cursor, node }) => ({ cursor, node: shownHit(text, node) })),
    nodes: nodes.map((hit) => shownHit(text, hit)),
    pageInfo,
    totalCount: () => Promise.resolve(hits.length),
    isCut,
    isBehind: () => isIndexBehind(context),
    facets: facetsOf(hits, context),
  };
}

/** The best hit has the lowest place. */
function positionOf({ score, enterprise }: FoundHit): Position {
  return { sort: (1 - score).toFixed(DIGITS), id: enterprise.subjectUscc };
}

function isBehind(place: Position, after: Position): boolean {
  return place.sort === after.sort ? place.id > after.id : place.sort > after.sort;
}

/** Cursors hold for one query and filter; nobody can read from them what was typed. */
function digestOf(asked: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 16);
}
