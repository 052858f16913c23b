import type { Filter } from 'mongodb';
import { checkedLength } from '../../../src/data/checkedLength.ts';
import type { TimelineFilter } from '../__generated__/resolvers.ts';
import type { TimelineDocument } from './TimelineDocument.ts';

/** Entries of a list argument at most. */
const MOST = 100;

/**
 * Turns what a caller asks for into a condition over the timeline. It narrows only: what may be seen is said elsewhere.
 *
 * @param filter - as a caller gave it; null and undefined do not narrow, an empty list fits nothing
 * @throws AppError LIST_TOO_LONG
 */
export function timelineCondition(filter: TimelineFilter | null | undefined): Filter<TimelineDocument> {
  const { departments, factTypes, catalogueKinds, lists, polarity, severity, from, to } = filter ?? {};
  const conditions: Filter<TimelineDocument>[] = [
    ...oneOf('department', departments, 'departments'),
    ...oneOf('type', factTypes, 'factTypes'),
    ...oneOf('catalogueKind', catalogueKinds, 'catalogueKinds'),
    ...oneOf('lists', lists, 'lists'),
    ...given('record.polarity', polarity),
    ...given('record.severity', severity),
    ...given('sortOn', from, '$gte'),
    ...given('sortOn', to, '$lte'),
  ];
  return conditions.length === 0 ? {} : { $and: conditions };
}

function oneOf(
  field: string,
  values: readonly unknown[] | null | undefined,
  argument: string,
): readonly Filter<TimelineDocument>[] {
  if (values === null || values === undefined) return [];
  return [{ [field]: { $in: [...checkedLength(values, argument, MOST)] } }];
}

function given(field: string, value: unknown, operator = '$eq'): readonly Filter<TimelineDocument>[] {
  return value === null || value === undefined ? [] : [{ [field]: { [operator]: value } }];
}
