import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { CreditListEditionResolvers, CreditListResolvers } from '../__generated__/resolvers.ts';
import { editionOn } from '../lists/listDefinitions.ts';
import { countOnList, listPage } from '../lists/listPage.ts';
import { measuresOf } from '../measures/measureDefinitions.ts';

/** A red or black list. */
export const CreditList: CreditListResolvers = {
  title: ({ title }, _args, { locale }) => title[locale],
  owner: ({ owner }) => owner.department,
  authority: ({ owner }) => owner.authority,
  edition: (list, _args, { now }) => editionOn(list, todayInShanghai(now)),
  measures: ({ id }) => measuresOf(id),
  entryCount: ({ id }, _args, context) => countOnList(id, context),
  entries: (list, asked, context) => listPage(list, asked, context),
};

/** What held of a list from a day on. */
export const CreditListEdition: CreditListEditionResolvers = {
  entryRule: ({ entryRule }, _args, { locale }) => entryRule[locale],
  exitRule: ({ exitRule }, _args, { locale }) => exitRule[locale],
};
