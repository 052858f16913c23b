import type { CreditReportEntryResolvers, CreditReportResolvers } from '../__generated__/resolvers.ts';
import { creditFact } from '../creditFact.ts';
import { reportNotes } from '../report/reportNotes.ts';
import { ownerOf } from '../timeline/ownerOf.ts';

/** A credit report as it is issued. */
export const CreditReport: CreditReportResolvers = {
  notes: ({ requestedBy }) => reportNotes(requestedBy),
};

/** What a report says of a fact. */
export const CreditReportEntry: CreditReportEntryResolvers = {
  id: ({ fact }) => fact,
  department: ({ department }, _args, context) => ownerOf(department, context),
  providerName: ({ provider }) => provider ?? null,
  fact: ({ fact: id, type }, _args, context, info) => creditFact({ type, id }, context, info),
};
