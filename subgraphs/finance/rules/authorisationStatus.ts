import type { Purpose } from '../../../src/identity/Purpose.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import type { AuthorisationDocument } from '../authorisations/AuthorisationDocument.ts';

/** `enum AuthorisationStatus`. */
export type AuthorisationStatus = 'PENDING' | 'ACTIVE' | 'SPENT' | 'EXPIRED' | 'REVOKED';

/** `enum AuthorisationRefusal`. */
export type AuthorisationRefusal =
  Exclude<AuthorisationStatus, 'ACTIVE'> | 'UNKNOWN' | 'PURPOSE_DIFFERS' | 'AGENCY_UNKNOWN' | 'AGENCY_STRUCK_OFF';

/** What decides where an authorisation stands. */
export type Standing = Pick<AuthorisationDocument, 'from' | 'until' | 'usage' | 'used' | 'revokedAt'>;

/**
 * Says where an authorisation stands. What the enterprise took back is so whatever else is true of it; then counts what was used up, then
 * its days, both of which belong to it.
 *
 * @param authorisation - as it is stored
 * @param today - the day in Asia/Shanghai
 */
export function authorisationStatus(
  { from, until, usage, used, revokedAt }: Standing,
  today: LocalDate,
): AuthorisationStatus {
  if (revokedAt !== undefined) return 'REVOKED';
  if (usage === 'ONCE' && used > 0) return 'SPENT';
  if (today > until) return 'EXPIRED';
  return today < from ? 'PENDING' : 'ACTIVE';
}

/**
 * Says why an authorisation that could not be spent opens nothing. Whoever is no party to it is told no more than that there is none.
 *
 * @param authorisation - as its querier finds it; null where there is none for this querier
 * @param purpose - what the caller asks for
 * @param today - the day in Asia/Shanghai
 */
export function authorisationRefusal(
  authorisation: (Standing & Pick<AuthorisationDocument, 'purpose'>) | null,
  purpose: Purpose,
  today: LocalDate,
): AuthorisationRefusal {
  if (authorisation === null) return 'UNKNOWN';
  const status = authorisationStatus(authorisation, today);
  if (status !== 'ACTIVE') return status;
  // What is in force and could not be spent is for another purpose, or was taken back and given in between.
  return authorisation.purpose === purpose ? 'UNKNOWN' : 'PURPOSE_DIFFERS';
}
