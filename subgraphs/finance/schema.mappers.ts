import type { ConnectionOf } from '../../src/data/connection.ts';
import type { AgencyOutcome } from './agencies/changeAgency.ts';
import type { CreditAgencyDocument } from './agencies/CreditAgencyDocument.ts';
import type { AuthorisationDocument } from './authorisations/AuthorisationDocument.ts';
import type { AuthorisationOutcome } from './authorisations/grantAuthorisation.ts';
import type { AuthorisationSpending } from './authorisations/spendAuthorisation.ts';

/** An enterprise as other departments refer to it. */
export interface EnterpriseMapper {
  readonly uscc: string;
}

/** An authorisation. */
export type AuthorisationMapper = AuthorisationDocument;
/** A page of authorisations. */
export type AuthorisationConnectionMapper = ConnectionOf<AuthorisationDocument>;
/** What became of one. */
export type AuthorisationResultMapper = AuthorisationOutcome;
/** An agency in the register. */
export type CreditAgencyMapper = CreditAgencyDocument;
/** A page of agencies. */
export type CreditAgencyConnectionMapper = ConnectionOf<CreditAgencyDocument>;
/** What became of one's record. */
export type CreditAgencyResultMapper = AgencyOutcome;
/** What the gateway is told. */
export type AuthorisationSpendingMapper = AuthorisationSpending;
