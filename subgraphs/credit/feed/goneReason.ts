import type { PublicityDocument } from '../../../src/data/FactDocument.ts';
import type { ChangeReason } from '../../../src/ledger/LedgerBody.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';

/** What of a fact says why it is gone. */
export type GoneFact = Partial<Pick<TimelineDocument, 'record'>>;

/**
 * Says why a fact that somebody could see is not shown any more. Nothing else of it is told.
 *
 * @param fact - as the timeline holds it; undefined, or without an envelope, where it holds nothing of it
 * @param today - the day in Asia/Shanghai
 */
export function goneReason(fact: GoneFact | undefined, today: LocalDate): ChangeReason {
  const { state, publicity = {} } = fact?.record ?? {};
  if (state === 'DELETED') return 'ANNULLED';
  if (state === 'HIDDEN') return publicity.endReason === 'REPAIRED' ? 'REPAIRED' : 'PUBLICITY_ENDED';
  return state === 'ARCHIVED' || isOver(publicity, today) ? 'EXPIRED' : 'CORRECTED';
}

function isOver({ until }: PublicityDocument, today: LocalDate): boolean {
  return until !== undefined && until < today;
}
