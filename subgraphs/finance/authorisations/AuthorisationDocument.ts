import type { Collection, IndexDescription } from 'mongodb';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import type { Purpose } from '../../../src/identity/Purpose.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';

/** How often an authorisation may be used: `enum AuthorisationUsage`. */
export type AuthorisationUsage = 'ONCE' | 'MANY';

/** Who may use an authorisation: one organisation, or one department. */
export type Querier = { readonly organisation: string } | { readonly department: string };

/**
 * An authorisation as it is stored. It is no credit fact: it says nothing about an enterprise, and the ledger, which others copy, knows nothing of
 * it. It is never removed.
 */
export interface AuthorisationDocument {
  /** Its number. */
  readonly _id: string;
  /** Code of the enterprise that gave it. */
  readonly subject: string;
  readonly querier: Querier;
  readonly purpose: Purpose;
  readonly factTypes: readonly string[];
  /** As `Type.field`; absent where all fields are opened. */
  readonly fields?: readonly string[];
  /** First and last day in Asia/Shanghai; both belong to it. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly usage: AuthorisationUsage;
  readonly used: number;
  readonly lastUsedAt?: Date;
  readonly grantedAt: Date;
  /** When it was given, as text: the order of lists. */
  readonly sortOn: string;
  /** Who gave it, as the token names the person. */
  readonly grantedBy: string;
  readonly revokedAt?: Date;
}

const AUTHORISATIONS = 'authorisations';
const NEWEST = { sortOn: -1, _id: -1 } as const;

/** Indexes of the authorisations: lists by party. */
export const AUTHORISATION_INDEXES: Readonly<Record<string, readonly IndexDescription[]>> = {
  [AUTHORISATIONS]: [
    { key: { subject: 1, ...NEWEST } },
    { key: { 'querier.organisation': 1, ...NEWEST }, sparse: true },
    { key: { 'querier.department': 1, ...NEWEST }, sparse: true },
    { key: NEWEST },
  ],
};

/**
 * The authorisations.
 *
 * @param database - of the financial office
 */
export function authorisationsOf({ db }: Pick<DepartmentDatabase, 'db'>): Collection<AuthorisationDocument> {
  return db.collection<AuthorisationDocument>(AUTHORISATIONS);
}
