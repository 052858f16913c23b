import type { Filter } from 'mongodb';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';
import { LISTS } from './listDefinitions.ts';

const RED = LISTS.filter(({ kind }) => kind === 'RED').map(({ id }) => id);

/**
 * Narrows facts to those that stand on a list. A red entry under objection does not count, since it was to be without objection
 * (河南省社会信用条例 art. 28); a black one does until the objection is upheld. To be joined with the readable filter.
 *
 * @param list - id of the list; any list unless given
 */
export function onList(list?: string): Filter<TimelineDocument> {
  return {
    ...(list === undefined ? { 'lists.0': { $exists: true } } : { lists: list }),
    $nor: [{ lists: { $in: [...RED] }, 'record.disputed': true }],
  };
}
