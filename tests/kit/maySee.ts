import type { FactDocumentBase, RecordDocument } from '../../src/data/FactDocument.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import type { FactSource } from '../../src/policy/visibility.ts';

/**
 * The visibility rule as a lawyer would say it, without the language of the database: what tests hold the product against.
 *
 * @param caller - who asks
 * @param today - the day in Asia/Shanghai
 * @param source - the department whose fact it is, and its type
 * @param fact - as it is stored
 */
export function maySee(
  caller: Caller,
  today: string,
  { department: owner, type }: FactSource,
  { record, _id, subjectUscc }: Pick<FactDocumentBase, 'record'> & Partial<FactDocumentBase>,
): boolean {
  const isOwn = caller.subject !== undefined && [_id, subjectUscc].includes(caller.subject);
  const given = caller.authorisation;
  const isAuthorised =
    record.usageScope === 'AUTHORISED_QUERY' &&
    given !== undefined &&
    given.subject === subjectUscc &&
    given.factTypes.some((each) => each === type);
  const isLive = record.state === 'ACTIVE' && isOpen(record, today);
  return isLive && (isOwn || isFor(record, caller, owner) || isAuthorised) && isPlaced(record, caller);
}

/** Both ends are public days; an end that is not given never comes. */
function isOpen({ publicity: { from, until } = {} }: RecordDocument, today: string): boolean {
  if (from !== undefined && dayNumber(today) < dayNumber(from)) return false;
  return until === undefined || dayNumber(today) <= dayNumber(until);
}

function isFor({ usageScope }: RecordDocument, { department }: Caller, owner: string): boolean {
  if (usageScope === 'PUBLIC') return true;
  return usageScope === 'GOV_SHARED' ? department !== undefined : department === owner;
}

/** What no enterprise was found for is for departments. */
function isPlaced({ qualityFlags = [] }: RecordDocument, { department }: Caller): boolean {
  return department !== undefined || !qualityFlags.includes('SUBJECT_UNLINKED');
}

function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}
