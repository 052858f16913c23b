import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { abnormalListings } from './collections/abnormalListings.ts';
import { annualReports } from './collections/annualReports.ts';
import { businessLicences } from './collections/businessLicences.ts';
import { changes } from './collections/changes.ts';
import { enterprises } from './collections/enterprises.ts';
import { pledges } from './collections/pledges.ts';
import { riskClasses } from './collections/riskClasses.ts';
import { seriousViolationListings } from './collections/seriousViolationListings.ts';
import { smallMicroSupports } from './collections/smallMicroSupports.ts';
import { spotChecks } from './collections/spotChecks.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';

/** 市场监督管理局: owns the enterprise. */
export const department = defineSubgraph({
  name: 'registry',
  title: '市场监督管理局',
  collections: [
    enterprises,
    changes,
    annualReports,
    abnormalListings,
    seriousViolationListings,
    spotChecks,
    smallMicroSupports,
    businessLicences,
    pledges,
    riskClasses,
  ],
  resolvers,
  seed,
});
