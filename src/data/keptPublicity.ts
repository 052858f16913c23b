import type { PublicityDocument, RecordDocument } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import { setGiven, type Growing } from './setGiven.ts';

/**
 * Gives the publicity of a new revision: the window as the rules judge it, and with it what repairs and objections decided, which no
 * file and no correction of the content undoes. A window whose repair was undone runs to its last day (信用修复管理办法: 弄虚作假的,
 * 公示至最长期限).
 *
 * @param draft - a draft that enters a state says all of its publicity itself
 * @param previous - the current revision, where there is one; an annulled fact that is entered anew begins anew
 */
export function keptPublicity(
  { publicity, state }: Pick<FactDraft, 'publicity' | 'state'>,
  previous: RecordDocument | undefined,
): PublicityDocument | undefined {
  if (state !== undefined || previous?.publicity === undefined || previous.state === 'DELETED') return publicity;
  const { endedBy, undone } = previous.publicity;
  if (endedBy === undefined && undone === undefined) return publicity;
  const kept: Growing<PublicityDocument> = { ...publicity };
  if (endedBy !== undefined) copyEnd(previous.publicity, kept);
  if (undone !== undefined) Object.assign(kept, { undone, ...latestRepair(publicity) });
  return kept;
}

/**
 * The minimum of a window that can not be repaired any more: its end.
 *
 * @param publicity - the window
 */
export function latestRepair({ until }: PublicityDocument = {}): Pick<PublicityDocument, 'minimumUntil'> {
  return until === undefined ? {} : { minimumUntil: until };
}

/**
 * Takes over why, when and by which decisions a publicity ended.
 *
 * @param from - the publicity that ended
 * @param into - what grows
 */
export function copyEnd(from: PublicityDocument, into: Growing<PublicityDocument>): void {
  setGiven(into, 'endedOn', from.endedOn);
  setGiven(into, 'endReason', from.endReason);
  setGiven(into, 'endedBy', from.endedBy);
}
