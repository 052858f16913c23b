import { correctFact } from '../../src/data/changeFact.ts';
import { visibleFact } from '../../src/data/visibleFact.ts';
import type { WorkContext } from '../../src/ledger/Follower.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { askOwner, type OwnerAnswer, type OwnerEffect } from './askOwner.ts';
import { asService } from './asService.ts';
import { OBJECTION_EFFECTS, objections } from './collections/objections.ts';
import { OBJECTION, type Objection } from './procedure.ts';
import { unlessOvertaken } from './settleRepair.ts';
import { takeStep } from './takeStep.ts';

type Effect = keyof typeof OBJECTION_EFFECTS;

/** Stored in the order of letters, done in this one. */
const ORDER = Object.keys(OBJECTION_EFFECTS) as readonly Effect[];

/**
 * Has the owner of a disputed fact do what is still to be done: mark it, end its publicity, take the mark off. Where it does not
 * answer, the rest stays to be done the next time.
 *
 * @param id - the objection
 * @param work - of the request that changed it, or of the duty that asks again
 */
export async function settleObjection(id: string, work: WorkContext): Promise<void> {
  const context = asService(work);
  const objection: Objection = await visibleFact(objections, id, context);
  const { openEffects = [] } = objection;
  if (openEffects.length === 0) return;
  const left = ORDER.filter((effect) => openEffects.includes(effect));
  let answer: OwnerAnswer = 'DONE';
  for (const effect of [...left]) {
    answer = await ask(objection, effect, work);
    if (answer === 'OPEN') break;
    left.shift();
  }
  if (left.length < openEffects.length) await unlessOvertaken(goOn(objection, left, answer === 'GONE', context));
}

function ask(
  { _id, targetDepartment = '', targetType = '', targetFact = '' }: Objection,
  effect: OwnerEffect & Effect,
  { graph }: WorkContext,
): Promise<OwnerAnswer> {
  return askOwner(graph, effect, {
    department: targetDepartment,
    factType: targetType,
    fact: targetFact,
    decision: _id,
    reason: 'OBJECTION_UPHELD',
  });
}

async function goOn(
  objection: Objection,
  left: readonly Effect[],
  isGone: boolean,
  context: SubgraphContext,
): Promise<unknown> {
  const openEffects = left.length === 0 ? null : left;
  if (objection.status === 'SUBMITTED') {
    return isGone
      ? takeStep(
          OBJECTION,
          objection,
          { deed: 'LAPSE', note: '信用信息已被认定单位撤销', set: { openEffects } },
          context,
        )
      : takeStep(
          OBJECTION,
          objection,
          { deed: 'MARK', set: { openEffects, markedOn: todayInShanghai(context.now) } },
          context,
        );
  }
  const note = { note: '认定单位已执行', expectedRevision: objection.record.revision };
  return correctFact(objections, objection._id, { openEffects }, note, context);
}
