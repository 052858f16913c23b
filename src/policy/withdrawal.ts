import type { Filter } from 'mongodb';
import type { FactDocumentBase } from '../data/FactDocument.ts';
import type { LocalDate } from '../values/localDate.ts';

/**
 * The parts of an annulled decision that law wants public: which document, when, by whom, and why (行政处罚法 art. 48). Never its
 * content, its subject or what else a fact holds.
 */
export const WITHDRAWAL_PARTS = {
  docNo: 1,
  authority: 1,
  'record.publicity.endedOn': 1,
  'record.revisionNote': 1,
} as const;

/**
 * Selects the annulled facts of which the public may know that they were withdrawn. It reads around `visibilityFilter` on purpose,
 * and is only ever used together with {@link WITHDRAWAL_PARTS}.
 *
 * A fact that the public never saw stays unknown, and so does one whose publicity would be over by now.
 *
 * @param today - the day in Asia/Shanghai
 */
export function withdrawalFilter(today: LocalDate): Filter<FactDocumentBase> {
  return {
    'record.state': 'DELETED',
    'record.usageScope': 'PUBLIC',
    'record.publicity.endReason': 'ANNULLED',
    'record.publicity.until': { $not: { $lt: today } },
  };
}
