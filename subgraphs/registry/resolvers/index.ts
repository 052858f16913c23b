import { AbnormalListing } from './AbnormalListing.ts';
import { AnnualReport } from './AnnualReport.ts';
import { BusinessLicence } from './BusinessLicence.ts';
import { Enterprise } from './Enterprise.ts';
import { Mutation } from './Mutation.ts';
import { Pledge } from './Pledge.ts';
import { Query } from './Query.ts';
import { RegistrationChange } from './RegistrationChange.ts';
import { RiskClass } from './RiskClass.ts';
import { SeriousViolationListing } from './SeriousViolationListing.ts';
import { SmallMicroSupport } from './SmallMicroSupport.ts';
import { SpotCheck } from './SpotCheck.ts';

/** All resolvers of the registry, by type. */
export const resolvers = {
  AbnormalListing,
  AnnualReport,
  BusinessLicence,
  Enterprise,
  Mutation,
  Pledge,
  Query,
  RegistrationChange,
  RiskClass,
  SeriousViolationListing,
  SmallMicroSupport,
  SpotCheck,
};
