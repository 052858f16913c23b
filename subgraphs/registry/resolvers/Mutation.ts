import { factMutations } from '../../../src/subgraph/factMutations.ts';
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

/** What the registry's own staff write. */
export const Mutation = {
  ...factMutations(enterprises),
  ...factMutations(abnormalListings),
  ...factMutations(annualReports),
  ...factMutations(businessLicences),
  ...factMutations(pledges),
  ...factMutations(changes),
  ...factMutations(riskClasses),
  ...factMutations(seriousViolationListings),
  ...factMutations(smallMicroSupports),
  ...factMutations(spotChecks),
};
