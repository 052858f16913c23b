import type { Document, Filter } from 'mongodb';
import type { FactDocumentBase } from '../data/FactDocument.ts';
import { ANONYMOUS } from '../identity/Caller.ts';
import type { LocalDate } from '../values/localDate.ts';
import { visibilityFilter } from './visibility.ts';

/**
 * The parts of an annulled decision that law wants public: which document, when, by whom, and why (行政处罚法 art. 48). Never its
 * content, its subject or what else a fact holds. The note is what staff wrote: where they named no reason it is read from it, and it is itself for
 * departments only.
 */
export const WITHDRAWAL_PARTS = {
  docNo: 1,
  authority: 1,
  'record.publicity.endedOn': 1,
  'record.publicity.endDecidedOn': 1,
  'record.publicity.endCause': 1,
  'record.revisionNote': 1,
} as const;

/**
 * Selects annulled facts whose publicity would not be over by now. It reads around `visibilityFilter` on purpose, and is only ever
 * used together with {@link wasPublic} and {@link WITHDRAWAL_PARTS}.
 *
 * @param today - the day in Asia/Shanghai
 */
export function withdrawalFilter(today: LocalDate): Filter<FactDocumentBase> {
  return {
    'record.state': 'DELETED',
    'record.publicity.endReason': 'ANNULLED',
    'record.publicity.until': { $not: { $lt: today } },
  };
}

/**
 * Keeps, of the facts that {@link withdrawalFilter} selects, those that the public could see until they were annulled: what it never
 * saw stays unknown. The revision before the annulment is asked, by the one visibility rule; its window, which the annulled
 * fact still has, must have opened by the day of the annulment.
 *
 * @param revisions - name of the collection of earlier revisions
 * @param today - the day in Asia/Shanghai
 * @param owner - the department that owns the collection
 * @returns stages of an aggregation
 */
export function wasPublic(revisions: string, today: LocalDate, owner: string): Document[] {
  const number = { $toString: { $subtract: ['$record.revision', 1] } };
  const openedOn = { $ifNull: ['$record.publicity.from', '$record.publicity.endedOn'] };
  return [
    { $match: { $expr: { $lte: [openedOn, '$record.publicity.endedOn'] } } },
    { $set: { before: { $concat: ['$_id', '@', number] } } },
    {
      $lookup: {
        from: revisions,
        localField: 'before',
        foreignField: '_id',
        pipeline: [{ $match: visibilityFilter(ANONYMOUS, today, { department: owner }) }, { $project: { _id: 1 } }],
        as: 'before',
      },
    },
    { $match: { before: { $ne: [] } } },
  ];
}
