import type { ConnectionOf } from '../../src/data/connection.ts';
import type { FactDocument } from '../../src/data/FactDocument.ts';
import type { abnormalListings } from './collections/abnormalListings.ts';
import type { annualReports } from './collections/annualReports.ts';
import type { businessLicences } from './collections/businessLicences.ts';
import type { changes } from './collections/changes.ts';
import type { enterprises } from './collections/enterprises.ts';
import type { pledges } from './collections/pledges.ts';
import type { riskClasses } from './collections/riskClasses.ts';
import type { seriousViolationListings } from './collections/seriousViolationListings.ts';
import type { smallMicroSupports } from './collections/smallMicroSupports.ts';
import type { spotChecks } from './collections/spotChecks.ts';

/** A registration as it is stored. */
export type EnterpriseMapper = FactDocument<(typeof enterprises)['fields']>;
/** An abnormal listing as it is stored. */
export type AbnormalListingMapper = FactDocument<(typeof abnormalListings)['fields']>;
/** A change of a registration as it is stored. */
export type RegistrationChangeMapper = FactDocument<(typeof changes)['fields']>;
/** An annual report as it is stored. */
export type AnnualReportMapper = FactDocument<(typeof annualReports)['fields']>;
/** A listing for serious violations as it is stored. */
export type SeriousViolationListingMapper = FactDocument<(typeof seriousViolationListings)['fields']>;
/** A spot check as it is stored. */
export type SpotCheckMapper = FactDocument<(typeof spotChecks)['fields']>;
/** A support of a small or micro enterprise as it is stored. */
export type SmallMicroSupportMapper = FactDocument<(typeof smallMicroSupports)['fields']>;
/** A business licence as it is stored. */
export type BusinessLicenceMapper = FactDocument<(typeof businessLicences)['fields']>;
/** A mortgage or pledge as it is stored. */
export type PledgeMapper = FactDocument<(typeof pledges)['fields']>;
/** A risk class as it is stored. */
export type RiskClassMapper = FactDocument<(typeof riskClasses)['fields']>;
/** A page of registrations. */
export type EnterpriseConnectionMapper = ConnectionOf<EnterpriseMapper>;
/** A page of abnormal listings. */
export type AbnormalListingConnectionMapper = ConnectionOf<AbnormalListingMapper>;
/** A page of changes of registration. */
export type RegistrationChangeConnectionMapper = ConnectionOf<RegistrationChangeMapper>;
/** A page of annual reports. */
export type AnnualReportConnectionMapper = ConnectionOf<AnnualReportMapper>;
/** A page of listings for serious violations. */
export type SeriousViolationListingConnectionMapper = ConnectionOf<SeriousViolationListingMapper>;
/** A page of spot checks. */
export type SpotCheckConnectionMapper = ConnectionOf<SpotCheckMapper>;
/** A page of supports of small and micro enterprises. */
export type SmallMicroSupportConnectionMapper = ConnectionOf<SmallMicroSupportMapper>;
/** A page of business licences. */
export type BusinessLicenceConnectionMapper = ConnectionOf<BusinessLicenceMapper>;
/** A page of mortgages and pledges. */
export type PledgeConnectionMapper = ConnectionOf<PledgeMapper>;
/** A page of risk classes. */
export type RiskClassConnectionMapper = ConnectionOf<RiskClassMapper>;
