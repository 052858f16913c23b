import { childPage } from '../../../src/subgraph/childPage.ts';
import { personalResolvers, recordResolver } from '../../../src/subgraph/factResolvers.ts';
import { codeCategory } from '../../../src/values/categories.ts';
import type { EnterpriseResolvers } from '../__generated__/resolvers.ts';
import { abnormalListings } from '../collections/abnormalListings.ts';
import { enterprises } from '../collections/enterprises.ts';
import { branchesOf, enterpriseByUscc } from '../loaders.ts';

/** An enterprise: its own registration, and pages of what the registry knows of it. */
export const Enterprise: EnterpriseResolvers = {
  ...personalResolvers(enterprises),
  record: recordResolver(enterprises),
  uscc: ({ _id }) => _id,
  orgCode: ({ _id }) => _id.slice(8, 17),
  divisionCode: ({ _id }) => _id.slice(2, 8),
  codeCategory: ({ _id }) => codeCategory(_id),
  parent: ({ parentUscc }, _args, context, info) =>
    parentUscc === undefined ? null : enterpriseByUscc(parentUscc, context, info),
  branches: ({ _id }, page, context, info) => branchesOf(_id, page, context, info),
  abnormalListings: childPage(abnormalListings),
  __resolveReference: ({ uscc }, context, info) => enterpriseByUscc(uscc, context, info),
};
