import type { FactWriteResult } from '../../../src/data/changeFact.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import { holdsScope } from '../../../src/identity/Caller.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { commitments } from '../collections/commitments.ts';
import { changeCommitment, seenCommitment, type CommitmentChange } from './changeCommitment.ts';
import { departmentTitle } from './departmentTitle.ts';

const COORDINATE = 'Mutation.commitment…';

/**
 * Writes a department's judgment of a commitment: how far it was performed, that it was false, or that it is not taken in. What one
 * department has judged is not judged again by another, but for the credit office, which keeps them all.
 *
 * @param change - the new values
 * @param context - the request
 * @returns the fact, or what must be corrected first
 * @throws AppError FORBIDDEN without the scope `<department>:commitment:judge` or where another department has judged, FACT_UNKNOWN or
 * REVISION_CONFLICT
 */
export async function judgeCommitment(change: CommitmentChange, context: SubgraphContext): Promise<FactWriteResult> {
  const { caller } = context;
  const { department } = caller;
  if (department === undefined || !holdsScope(caller, `${department}:commitment:judge`)) throw forbidden();
  if (department === commitments.department) return changeCommitment(change, context);
  const { confirmUnit, falseFinder, record } = await seenCommitment(change.id, context);
  const title = departmentTitle(context);
  if ([confirmUnit, falseFinder].some((judge) => judge !== undefined && judge !== title)) throw forbidden();
  // Whoever judges meanwhile makes another revision, and this one is refused then.
  const expectedRevision = change.note.expectedRevision ?? record.revision;
  return changeCommitment({ ...change, note: { ...change.note, expectedRevision } }, context);
}

function forbidden(): AppError {
  return new AppError('FORBIDDEN', { coordinate: COORDINATE });
}
