import type { ConnectionOf } from '../../src/data/connection.ts';
import type { FactDocument } from '../../src/data/FactDocument.ts';
import type { LocalDate } from '../../src/values/localDate.ts';
import type { penalties } from './collections/penalties.ts';
import type { permits } from './collections/permits.ts';
import type { DepartmentRate } from './publicationRates.ts';
import type { PublicationClock } from './rules/publicationClock.ts';

/** What the rules of both collections derive and store. */
type Derived = Partial<PublicationClock> & { readonly missingFields?: readonly string[] };

/** The reference to an enterprise: everything here hangs on its code alone. */
export type EnterpriseMapper = { readonly uscc: string };
/** A permit as it is stored. */
export type AdministrativePermitMapper = FactDocument<(typeof permits)['fields']> &
  Derived & { readonly isLongTerm?: boolean; readonly validity?: 'VALID' | 'INVALID' };
/** A penalty as it is stored. */
export type AdministrativePenaltyMapper = FactDocument<(typeof penalties)['fields']> &
  Derived & { readonly isReadFromText?: boolean };
/** An annulled penalty, of which few parts are read. */
export type WithdrawalMapper = {
  readonly _id: string;
  readonly docNo?: string;
  readonly authority?: string;
  readonly record: {
    readonly publicity: { readonly endedOn: LocalDate; readonly endDecidedOn?: LocalDate; readonly endCause?: string };
    readonly revisionNote?: string;
  };
};
/** A page of permits. */
export type AdministrativePermitConnectionMapper = ConnectionOf<AdministrativePermitMapper>;
/** A page of penalties. */
export type AdministrativePenaltyConnectionMapper = ConnectionOf<AdministrativePenaltyMapper>;
/** A page of withdrawals. */
export type WithdrawalConnectionMapper = ConnectionOf<WithdrawalMapper>;
/** A page of departments with their figures. */
export type PublicationRateConnectionMapper = ConnectionOf<PublicationRateMapper>;
/** The figures of one deciding department. */
export type PublicationRateMapper = DepartmentRate;
