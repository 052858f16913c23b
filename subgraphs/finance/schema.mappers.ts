import type { ConnectionOf } from '../../src/data/connection.ts';
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
/** What the gateway is told. */
export type AuthorisationSpendingMapper = AuthorisationSpending;
