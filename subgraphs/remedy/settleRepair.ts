import type { WorkContext } from '../../src/ledger/Follower.ts';
import { visibleFact } from '../../src/data/visibleFact.ts';
import { AppError } from '../../src/errors/AppError.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { askOwner } from './askOwner.ts';
import { asService } from './asService.ts';
import { repairs } from './collections/repairs.ts';
import { REPAIR, type Repair } from './procedure.ts';
import { takeStep } from './takeStep.ts';

/** What the owner has to do while an application stands here. */
const EFFECTS = { PENDING_EFFECT: 'END_PUBLICITY', PENDING_UNDO: 'RESTORE_PUBLICITY' } as const;

/** The statuses in which an owner's acknowledgement is awaited. */
export const AWAITING_OWNER = Object.keys(EFFECTS) as readonly (keyof typeof EFFECTS)[];

/**
 * Has the owner of a fact do what was decided on a repair, if that is still to be done, and goes on once it has acknowledged. Where it
 * does not answer, all stays as it is until the next time: the decision's id makes repetitions one.
 *
 * @param id - the application
 * @param work - of the request that decided, or of the duty that asks again
 */
export async function settleRepair(id: string, work: WorkContext): Promise<void> {
  const context = asService(work);
  const repair: Repair = await visibleFact(repairs, id, context);
  const { status, targetDepartment = '', targetType = '', targetFact = '' } = repair;
  const effect = status === 'PENDING_EFFECT' || status === 'PENDING_UNDO' ? EFFECTS[status] : undefined;
  if (effect === undefined) return;
  const answer = await askOwner(work.graph, effect, {
    department: targetDepartment,
    factType: targetType,
    fact: targetFact,
    decision: id,
    reason: 'REPAIRED',
  });
  if (answer === 'OPEN') return;
  const step =
    answer === 'DONE'
      ? { deed: 'ACKNOWLEDGE' as const, set: { syncedOn: todayInShanghai(work.now) } }
      : { deed: 'LAPSE' as const, note: '信用信息已被认定单位撤销' };
  await unlessOvertaken(takeStep(REPAIR, repair, step, context));
}

/**
 * Waits for a step that another process may take at the same moment: both know the same of the owner, so one of them is enough.
 *
 * @param step - what is being written
 */
export async function unlessOvertaken(step: Promise<unknown>): Promise<void> {
  try {
    await step;
  } catch (error) {
    if (!(error instanceof AppError && error.extensions['code'] === 'REVISION_CONFLICT')) throw error;
  }
}
