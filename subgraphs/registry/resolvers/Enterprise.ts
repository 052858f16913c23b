import { childPage } from '../../../src/subgraph/childPage.ts';
import { personalResolvers, recordResolver } from '../../../src/subgraph/factResolvers.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { codeCategory } from '../../../src/values/categories.ts';
import type { EnterpriseResolvers } from '../__generated__/resolvers.ts';
import { abnormalListings } from '../collections/abnormalListings.ts';
import { annualReports } from '../collections/annualReports.ts';
import { businessLicences } from '../collections/businessLicences.ts';
import { changes } from '../collections/changes.ts';
import { enterprises } from '../collections/enterprises.ts';
import { pledges } from '../collections/pledges.ts';
import { riskClasses } from '../collections/riskClasses.ts';
import { seriousViolationListings } from '../collections/seriousViolationListings.ts';
import { smallMicroSupports } from '../collections/smallMicroSupports.ts';
import { spotChecks } from '../collections/spotChecks.ts';
import { branchesOf, enterpriseByUscc } from '../loaders.ts';
import { applicationDueOn, isMarkedUncancelled, noticeEndsOn } from '../rules/deregistrationRules.ts';
import { resumptionDueOn, suspensionEndsBy } from '../rules/enterpriseRules.ts';
import { entityKind } from '../rules/entityKind.ts';

/** An enterprise: its own registration, and pages of what the registry knows of it. */
export const Enterprise: EnterpriseResolvers = {
  ...personalResolvers(enterprises),
  record: recordResolver(enterprises),
  uscc: ({ _id }) => _id,
  orgCode: ({ _id }) => _id.slice(8, 17),
  divisionCode: ({ _id }) => _id.slice(2, 8),
  codeCategory: ({ _id }) => codeCategory(_id),
  suspensionEndsBy: ({ suspendedFrom }) => (suspendedFrom === undefined ? null : suspensionEndsBy(suspendedFrom)),
  resumptionDueOn: ({ resumedOn }) => (resumedOn === undefined ? null : resumptionDueOn(resumedOn)),
  entityKind: ({ _id, entityType }) => entityKind(entityType, _id),
  isMarkedUncancelled: (enterprise, _args, { now }) => isMarkedUncancelled(enterprise, todayInShanghai(now)),
  simpleDeregistrationNoticeUntil: ({ simpleDeregistrationNoticeFrom: from }) =>
    from === undefined ? null : noticeEndsOn(from),
  simpleDeregistrationDueOn: ({ simpleDeregistrationNoticeFrom: from }) =>
    from === undefined ? null : applicationDueOn(from),
  parent: ({ parentUscc }, _args, context, info) =>
    parentUscc === undefined ? null : enterpriseByUscc(parentUscc, context, info),
  branches: ({ _id }, page, context, info) => branchesOf(_id, page, context, info),
  changes: childPage(changes),
  annualReports: childPage(annualReports),
  abnormalListings: childPage(abnormalListings),
  seriousViolationListings: childPage(seriousViolationListings),
  spotChecks: childPage(spotChecks),
  smallMicroSupports: childPage(smallMicroSupports),
  businessLicences: childPage(businessLicences),
  pledges: childPage(pledges),
  riskClasses: childPage(riskClasses),
  __resolveReference: ({ uscc }, context, info) => enterpriseByUscc(uscc, context, info),
};
