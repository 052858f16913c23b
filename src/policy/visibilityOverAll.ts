import type { Document } from 'mongodb';
import type { Caller } from '../identity/Caller.ts';
import type { LocalDate } from '../values/localDate.ts';
import { visibilityFilter } from './visibility.ts';

/** No department has this name, so that nobody is at home in its facts. */
const NOBODY = { department: '' };

/**
 * The one visibility rule over facts of all departments at once: to each owner's facts what {@link visibilityFilter} says of them.
 * It stands over views that hold the envelope and, beside it, the name of the owner as `department`, the fact's type as `type` and whom it is
 * about as `subjectUscc`; where a view lacks the type, no authorisation opens anything.
 *
 * @param caller - who asks
 * @param today - the day in Asia/Shanghai
 * @returns a MongoDB filter over the stored envelope and `department`; to be joined with others by `$and` only
 */
export function visibilityOverAll(caller: Caller, today: LocalDate): Document {
  const ofOthers: Document = visibilityFilter(caller, today, NOBODY);
  const { department } = caller;
  if (department === undefined) return ofOthers;
  return { $or: [ofOthers, { department, ...visibilityFilter(caller, today, { department }) }] };
}
