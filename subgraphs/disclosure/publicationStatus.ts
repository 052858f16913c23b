import type { Document } from 'mongodb';
import type { QualityFlag } from '../../src/data/fields/Field.ts';
import type { RecordDocument } from '../../src/data/FactDocument.ts';
import { todayInShanghai, type LocalDate } from '../../src/values/localDate.ts';

/** `enum PublicationStatus`. */
export type PublicationStatus = 'ON_TIME' | 'LATE' | 'PENDING' | 'OVERDUE';

/** What the status is made from. */
export interface PublishedFact {
  readonly publicationDueOn?: LocalDate;
  readonly record: Pick<RecordDocument, 'usageScope' | 'publishedOn' | 'qualityFlags' | 'provenance'>;
}

/**
 * Tells how a decision keeps the time for publication, on the day of reading: nothing of it is stored, so that reading the same
 * file again changes nothing.
 *
 * It was published on the day that its source names, else on the day it became public here. A decision that could
 * not be made public for want of a severity, or of the enterprise that it is about, is still owed; a minor penalty and a natural
 * person's are not.
 *
 * @param fact - the stored parts
 * @param today - the day in Asia/Shanghai
 * @returns null where no day of decision is known or nothing is owed
 */
export function publicationStatus(
  { publicationDueOn, record }: PublishedFact,
  today: LocalDate,
): PublicationStatus | null {
  if (publicationDueOn === undefined) return null;
  const published = publishedDay(record);
  if (published !== undefined) return published <= publicationDueOn ? 'ON_TIME' : 'LATE';
  if (!isOwed(record)) return null;
  return today <= publicationDueOn ? 'PENDING' : 'OVERDUE';
}

function publishedDay(record: PublishedFact['record']): LocalDate | undefined {
  const { publishedOn, usageScope, provenance } = record;
  if (publishedOn !== undefined || usageScope !== 'PUBLIC' || isUnlinked(record)) return publishedOn;
  return todayInShanghai(provenance.publicSince ?? provenance.receivedAt);
}

/** Nobody but departments sees a fact that no enterprise was found for. */
function isUnlinked({ qualityFlags = [] }: PublishedFact['record']): boolean {
  return qualityFlags.includes('SUBJECT_UNLINKED');
}

function isOwed(record: PublishedFact['record']): boolean {
  const { qualityFlags = [], usageScope } = record;
  if (usageScope === 'PUBLIC') return isUnlinked(record);
  return usageScope === 'GOV_SHARED' && qualityFlags.includes('WINDOW_UNKNOWN');
}

const IS_PUBLIC = { $eq: ['$record.usageScope', 'PUBLIC'] };

function isFlagged(flag: QualityFlag): Document {
  return { $in: [flag, { $ifNull: ['$record.qualityFlags', []] }] };
}

const PUBLIC_HERE_SINCE = {
  $dateToString: {
    date: { $ifNull: ['$record.provenance.publicSince', '$record.provenance.receivedAt'] },
    format: '%Y-%m-%d',
    timezone: 'Asia/Shanghai',
  },
};

/** The day of publication as {@link publicationStatus} takes it, for a pipeline; null where there is none. */
export const PUBLISHED_DAY: Document = {
  $ifNull: [
    '$record.publishedOn',
    { $cond: [{ $and: [IS_PUBLIC, { $not: [isFlagged('SUBJECT_UNLINKED')] }] }, PUBLIC_HERE_SINCE, null] },
  ],
};

/**
 * {@link publicationStatus} for a pipeline.
 *
 * @param published - the expression of the day of publication
 * @param today - the day in Asia/Shanghai
 */
export function statusExpression(published: string, today: LocalDate): Document {
  const isShared = { $eq: ['$record.usageScope', 'GOV_SHARED'] };
  const owed = {
    $or: [{ $and: [isShared, isFlagged('WINDOW_UNKNOWN')] }, { $and: [IS_PUBLIC, isFlagged('SUBJECT_UNLINKED')] }],
  };
  return {
    $switch: {
      branches: [
        { case: { $eq: [{ $ifNull: ['$publicationDueOn', null] }, null] }, then: null },
        {
          case: { $ne: [published, null] },
          then: { $cond: [{ $lte: [published, '$publicationDueOn'] }, 'ON_TIME', 'LATE'] },
        },
        { case: owed, then: { $cond: [{ $gte: ['$publicationDueOn', today] }, 'PENDING', 'OVERDUE'] } },
      ],
      default: null,
    },
  };
}
