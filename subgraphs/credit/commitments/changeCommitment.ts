import { correctFact, type ChangeNote, type FactWriteResult } from '../../../src/data/changeFact.ts';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import { visibilityFilter } from '../../../src/policy/visibility.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { commitments } from '../collections/commitments.ts';
import { refuseOthers } from './refuseOthers.ts';

/** What another than the credit office says of a commitment. */
export interface CommitmentChange {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly note: ChangeNote;
}

/**
 * Writes what a department or the promiser says of a commitment. What they may not see they can not change either, and an
 * enterprise changes its own only.
 *
 * @param change - the new values
 * @param context - the request
 * @returns the fact, or what must be corrected first
 * @throws AppError FACT_UNKNOWN, FORBIDDEN or REVISION_CONFLICT
 */
export async function changeCommitment(
  { id, values, note }: CommitmentChange,
  context: SubgraphContext,
): Promise<FactWriteResult> {
  const seen = await seenCommitment(id, context);
  refuseOthers(seen.subjectUscc, context.caller);
  return correctFact(commitments, id, values, note, context);
}

/** A stored commitment, as far as its judges are concerned. */
export interface SeenCommitment extends FactDocumentBase {
  /** Unit that found how far it was performed. */
  readonly confirmUnit?: string;
  /** Unit that found it false. */
  readonly falseFinder?: string;
}

/**
 * Reads a commitment that the caller may see.
 *
 * @param id - the fact
 * @param context - the request
 * @throws AppError FACT_UNKNOWN
 */
export async function seenCommitment(id: string, { caller, now, database }: SubgraphContext): Promise<SeenCommitment> {
  const visible = visibilityFilter(caller, todayInShanghai(now), commitments);
  const found = await database.facts(commitments).findOne<SeenCommitment>({ $and: [{ _id: id }, visible] });
  if (found === null) throw new AppError('FACT_UNKNOWN', { type: commitments.type });
  return found;
}
