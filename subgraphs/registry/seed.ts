import type { DepartmentSeed } from '../../src/sample/DepartmentSeed.ts';
import { abnormalListings } from './seed/abnormalListings.ts';
import { annualReports } from './seed/annualReports.ts';
import { businessLicences } from './seed/businessLicences.ts';
import { changes } from './seed/changes.ts';
import { enterprises } from './seed/enterprises.ts';
import { pledges } from './seed/pledges.ts';
import { riskClasses } from './seed/riskClasses.ts';
import { seriousViolationListings } from './seed/seriousViolationListings.ts';
import { smallMicroSupports } from './seed/smallMicroSupports.ts';
import { spotChecks } from './seed/spotChecks.ts';

/** What the registry knows of the sample city. */
export const seed: DepartmentSeed = {
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
};
