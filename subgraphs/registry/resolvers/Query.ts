import { checkedLength } from '../../../src/data/checkedLength.ts';
import { factOf } from '../../../src/subgraph/factOf.ts';
import { filteredListOf } from '../../../src/subgraph/filteredListOf.ts';
import { listOf } from '../../../src/subgraph/listOf.ts';
import type { QueryEnterprisesArgs, QueryResolvers } from '../__generated__/resolvers.ts';
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
import { enterpriseFilter } from '../enterpriseFilter.ts';
import { enterpriseLinks } from '../enterpriseLinks.ts';
import { enterpriseByUscc } from '../loaders.ts';

/** What can be asked of the registry. */
export const Query: QueryResolvers = {
  enterprise: (_, { uscc }, context, info) => enterpriseByUscc(uscc, context, info),
  enterprises: filteredListOf(enterprises, ({ filter }: QueryEnterprisesArgs) => enterpriseFilter(filter)),
  enterprisesByUscc: (_, { usccs }, context, info) =>
    checkedLength(usccs, 'usccs', 100).map((uscc) => enterpriseByUscc(uscc, context, info)),
  enterpriseLinks: (_, asked, context) => enterpriseLinks(asked, context),
  abnormalListing: factOf(abnormalListings),
  abnormalListings: listOf(abnormalListings),
  annualReport: factOf(annualReports),
  annualReports: listOf(annualReports),
  businessLicence: factOf(businessLicences),
  businessLicences: listOf(businessLicences),
  pledge: factOf(pledges),
  pledges: listOf(pledges),
  registrationChange: factOf(changes),
  registrationChanges: listOf(changes),
  riskClass: factOf(riskClasses),
  riskClasses: listOf(riskClasses),
  seriousViolationListing: factOf(seriousViolationListings),
  seriousViolationListings: listOf(seriousViolationListings),
  smallMicroSupport: factOf(smallMicroSupports),
  smallMicroSupports: listOf(smallMicroSupports),
  spotCheck: factOf(spotChecks),
  spotChecks: listOf(spotChecks),
};
