import type { MeasureLinkResolvers, MeasureResolvers } from '../__generated__/resolvers.ts';
import { listById } from '../lists/listDefinitions.ts';

/** A measure against, or for, those who are on a list. */
export const Measure: MeasureResolvers = {
  title: ({ title }, _args, { locale }) => title[locale],
  object: ({ object }, _args, { locale }) => object[locale],
  lists: ({ appliesTo }) => appliesTo,
};

/** A list that leads to a measure. */
export const MeasureLink: MeasureLinkResolvers = { list: ({ list }) => listById(list) ?? null };
