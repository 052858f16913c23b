import type { Filter } from 'mongodb';
import { AppError } from '../../../src/errors/AppError.ts';
import { normaliseName } from '../../../src/values/names.ts';
import { checkUscc } from '../../../src/values/uscc.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';

/** One character is in nearly every name. */
const LEAST = 2;
const MOST = 100;

/** The parts of a fact by which searches of its lists find it. */
export type Searchable = Pick<TimelineDocument, 'lists' | 'searchName' | 'searchKeys'>;

/**
 * Gives what is kept of a fact for searches. Names of Chinese enterprises have no words to look up, so pairs of neighbouring characters
 * are: an index over them finds a part of a name in the middle, where an index over names finds beginnings alone.
 *
 * @param lists - that the fact is an entry of; nothing more is kept of a fact on none
 * @param name - of the subject, as printed
 */
export function searchable(lists: readonly string[], name: string | undefined): Searchable {
  const searchName = name === undefined ? '' : normaliseName(name);
  if (lists.length === 0 || searchName === '') return { lists };
  const searchKeys = lists.flatMap((list) => pairsOf(searchName).map((pair) => keyOf(list, pair)));
  return { lists, searchName, searchKeys };
}

/**
 * Turns what somebody looks for on a list into a filter: a whole code, else a part of a name, written in any width and with any brackets.
 *
 * @param list - id of the list
 * @param search - as typed
 * @returns nothing to filter by where nothing was typed
 * @throws AppError VALUE_INVALID where it is too short or too long to look for
 */
export function listSearch(list: string, search: string | null | undefined): Filter<TimelineDocument> {
  const typed = (search ?? '').trim();
  if (typed === '') return {};
  const checked = checkUscc(typed.normalize('NFKC').toUpperCase());
  if (checked.ok) return { subjectUscc: checked.uscc, 'lists.0': { $exists: true } };
  const name = normaliseName(typed);
  if (name.length < LEAST || name.length > MOST)
    throw new AppError('VALUE_INVALID', { type: 'search', reason: `${LEAST}-${MOST} 个字符 / characters` });
  return {
    searchKeys: { $all: pairsOf(name).map((pair) => keyOf(list, pair)) },
    'lists.0': { $exists: true },
    searchName: { $regex: name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') },
  };
}

function pairsOf(name: string): readonly string[] {
  const characters = Array.from(name);
  const pairs = characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
  return [...new Set(pairs)];
}

function keyOf(list: string, pair: string): string {
  return `${list} ${pair}`;
}
