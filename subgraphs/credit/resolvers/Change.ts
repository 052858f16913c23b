import type { ChangeResolvers } from '../__generated__/resolvers.ts';
import { creditFact } from '../creditFact.ts';
import { ownerOf } from '../timeline/ownerOf.ts';

/** A change; of a fact that the caller may not see any more nothing is told but that. */
export const Change: ChangeResolvers = {
  at: ({ content }) => content?.at ?? null,
  uscc: ({ content }) => content?.uscc ?? null,
  department: ({ content }, _args, context) => (content === undefined ? null : ownerOf(content.department, context)),
  factType: ({ content }) => content?.factType ?? null,
  title: ({ content }) => content?.title ?? null,
  revision: ({ content }) => content?.revision ?? null,
  changes: ({ content }) => content?.changes ?? null,
  fact: ({ content, factRef: id }, _args, context, info) =>
    content === undefined ? null : creditFact({ type: content.factType, id }, context, info),
};
