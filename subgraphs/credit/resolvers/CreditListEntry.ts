import type { CreditListEntryResolvers } from '../__generated__/resolvers.ts';
import { creditFact } from '../creditFact.ts';
import { decidedBy, earlyRemovalOf } from '../lists/listStanding.ts';

/** An enterprise's place on a list. */
export const CreditListEntry: CreditListEntryResolvers = {
  id: ({ document }) => document._id,
  subject: ({ document: { subjectUscc: uscc } }) => (uscc === undefined ? null : { uscc }),
  subjectName: ({ document }) => document.record.subjectName ?? null,
  expiresOn: ({ document }) => document.record.publicity?.until ?? null,
  earlyRemovalOn: earlyRemovalOf,
  decidedBy,
  fact: ({ document: { type, _id: id } }, _args, context, info) => creditFact({ type, id }, context, info),
};
