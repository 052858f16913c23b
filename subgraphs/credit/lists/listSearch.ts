import type { Filter } from 'mongodb';
import { AppError } from '../../../src/errors/AppError.ts';
import { normaliseName } from '../../../src/values/names.ts';
import { checkUscc } from '../../../src/values/uscc.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';

/** One character is in nearly every name. */
const LEAST = 2;
const MOST = 100;

/**
 * Turns what somebody looks for on a list into a filter: a whole code, else a part of a name, written in any width and with any brackets.
 * The list's index holds the names, so that what does not match is not read.
 *
 * @param search - as typed
 * @returns nothing to filter by where nothing was typed
 * @throws AppError VALUE_INVALID where it is too short or too long to look for
 */
export function listSearch(search: string | null | undefined): Filter<TimelineDocument> {
  const typed = (search ?? '').trim();
  if (typed === '') return {};
  const checked = checkUscc(typed.normalize('NFKC').toUpperCase());
  if (checked.ok) return { subjectUscc: checked.uscc };
  const name = normaliseName(typed);
  if (name.length < LEAST || name.length > MOST)
    throw new AppError('VALUE_INVALID', {
      type: 'search',
      reason: `${LEAST}-${MOST} characters / ${LEAST}-${MOST} 个字符`,
    });
  return { searchName: { $regex: name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') } };
}
