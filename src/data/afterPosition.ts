import type { Filter } from 'mongodb';
import type { PageRequest } from './connection.ts';
import type { Position } from './cursor.ts';
import type { ParentRow } from './pagesOfParents.ts';

/**
 * Narrows a list, newest first, to what lies behind the cursor of a page.
 *
 * @param request - the page that is asked for
 */
export function afterPosition({ after }: PageRequest): Filter<ParentRow> {
  if (after === undefined) return {};
  return { $or: [{ sortOn: { $lt: after.sort } }, { sortOn: after.sort, _id: { $lt: after.id } }] };
}

/**
 * The place of a row in such a list.
 *
 * @param row - a fact, or what a view holds of it
 */
export function positionOfRow({ sortOn, _id }: ParentRow): Position {
  return { sort: sortOn, id: _id };
}
