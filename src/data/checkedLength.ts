import { AppError } from '../errors/AppError.ts';

/**
 * Passes a list argument on that is not too long.
 *
 * @param list - the argument's value
 * @param argument - its name, for the error
 * @param limit - most entries
 * @throws AppError LIST_TOO_LONG
 */
export function checkedLength<Entry>(list: readonly Entry[], argument: string, limit: number): readonly Entry[] {
  if (list.length > limit) throw new AppError('LIST_TOO_LONG', { argument, limit });
  return list;
}
