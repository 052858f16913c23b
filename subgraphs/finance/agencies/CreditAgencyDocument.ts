import type { Collection, IndexDescription } from 'mongodb';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import type { CreditAgencyKind } from '../__generated__/resolvers.ts';

/** A registered agency as it is stored (domain section 14). It is never removed: what it was let see stays explainable. */
export interface CreditAgencyDocument {
  /** Its unified social credit code. */
  readonly _id: string;
  readonly name: string;
  readonly kind: CreditAgencyKind;
  readonly licenceNo?: string;
  readonly filedOn: LocalDate;
  /** Day of filing: the order of lists. */
  readonly sortOn: LocalDate;
  readonly struckOff?: { readonly on: LocalDate; readonly reason: string };
  /** Who entered it last, and when. */
  readonly operator: string;
  readonly enteredAt: Date;
}

const AGENCIES = 'creditAgencies';
const NEWEST = { sortOn: -1, _id: -1 } as const;

/** Indexes of the agencies: the list, and of those that are in the register or were struck off. */
export const CREDIT_AGENCY_INDEXES: Readonly<Record<string, readonly IndexDescription[]>> = {
  [AGENCIES]: [{ key: NEWEST }, { key: { 'struckOff.on': 1, ...NEWEST } }],
};

/**
 * The registered agencies.
 *
 * @param database - of the financial office
 */
export function agenciesOf({ db }: Pick<DepartmentDatabase, 'db'>): Collection<CreditAgencyDocument> {
  return db.collection<CreditAgencyDocument>(AGENCIES);
}

/** Where an agency stands; `UNKNOWN` where nobody has filed it. */
export type AgencyStanding = 'REGISTERED' | 'STRUCK_OFF' | 'UNKNOWN';

/**
 * Tells where an agency stands now.
 *
 * @param database - of the financial office
 * @param uscc - its code
 */
export async function agencyStanding(database: Pick<DepartmentDatabase, 'db'>, uscc: string): Promise<AgencyStanding> {
  const agency = await agenciesOf(database).findOne({ _id: uscc }, { projection: { struckOff: 1 } });
  if (agency === null) return 'UNKNOWN';
  return agency.struckOff === undefined ? 'REGISTERED' : 'STRUCK_OFF';
}
