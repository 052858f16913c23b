import type { RecordDocument } from './FactDocument.ts';

/** Stands among the cases for a mark that the source itself carries, so that it outlives the objections that are pending here. */
const SOURCE_CASE = 'SOURCE';

/** The objection mark of a fact and what it stands for. */
export interface DisputeMark {
  readonly disputed: boolean;
  readonly disputeCases: readonly string[];
}

type Marks = Pick<RecordDocument, 'disputed' | 'disputeCases'>;

/**
 * Gives the cases that a new revision carries where nothing was decided about them: what is pending here is pending whatever the source
 * says, and beside it the source's own mark is what it says last.
 *
 * @param disputed - what the source says; undefined where it says nothing
 * @param record - the current revision, where there is one
 */
export function openCases(disputed: boolean | undefined, { disputeCases = [] }: Marks = {}): readonly string[] {
  const own = disputeCases.filter((one) => one !== SOURCE_CASE);
  const isSource = own.length > 0 && (disputed ?? disputeCases.includes(SOURCE_CASE));
  return isSource ? [...own, SOURCE_CASE] : own;
}

/**
 * Adds an objection to the mark of a fact.
 *
 * @param record - the current revision
 * @param one - id of the objection
 * @returns undefined where it is marked already
 */
export function withCase({ disputed = false, disputeCases = [] }: Marks, one: string): DisputeMark | undefined {
  if (disputeCases.includes(one)) return undefined;
  const isSource = disputed && disputeCases.length === 0;
  return { disputed: true, disputeCases: [...disputeCases, one, ...(isSource ? [SOURCE_CASE] : [])] };
}

/**
 * Takes an objection out of the mark of a fact, which stays while another one is pending or the source marks it.
 *
 * @param record - the current revision
 * @param one - id of the objection
 * @returns undefined where it is not marked for it
 */
export function withoutCase({ disputeCases = [] }: Marks, one: string): DisputeMark | undefined {
  if (!disputeCases.includes(one)) return undefined;
  const others = disputeCases.filter((other) => other !== one);
  const isPending = others.some((other) => other !== SOURCE_CASE);
  return { disputed: others.length > 0, disputeCases: isPending ? others : [] };
}
