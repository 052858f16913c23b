import { isBlank } from '../../src/data/isBlank.ts';
import { visibleFact } from '../../src/data/visibleFact.ts';
import { AppError } from '../../src/errors/AppError.ts';
import type { WorkContext } from '../../src/ledger/Follower.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai, type LocalDate } from '../../src/values/localDate.ts';
import { objections } from './collections/objections.ts';
import { repairs } from './collections/repairs.ts';
import { OBJECTION, REPAIR, type Application, type Objection, type Procedure, type Repair } from './procedure.ts';
import type { ObjectionDeed } from './rules/objectionFlow.ts';
import { refusal, type Refusal } from './rules/refusals.ts';
import type { RepairDeed } from './rules/repairFlow.ts';
import { settleObjection } from './settleObjection.ts';
import { settleRepair } from './settleRepair.ts';
import { takeStep, type Step, type Stepping } from './takeStep.ts';
import type { MayStep } from './mayStep.ts';

/** `type RepairResult`. */
export interface RepairOutcome {
  readonly repair: Repair | null;
  readonly errors: readonly Refusal[];
}

/** `type ObjectionResult`. */
export interface ObjectionOutcome {
  readonly objection: Objection | null;
  readonly errors: readonly Refusal[];
}

/** How a mutation moves an application on. */
export interface StepPlan<Kind extends Application, Deed extends string, Args> {
  /** Its name in the schema, named to those who may not use it. */
  readonly mutation: string;
  readonly may: MayStep;
  /** The argument that must say something, where one must. */
  readonly said?: keyof Args & string;
  /** What is refused beyond what the flow knows. */
  refuse?(application: Kind, context: SubgraphContext, args: Args): readonly Refusal[];
  /** The deed and the values that change with it. */
  step(
    args: Args,
    situation: { readonly application: Kind; readonly today: LocalDate; readonly by: string },
  ): Step<Deed>;
}

interface IdArgument {
  readonly id: string;
}

/** How applications of a kind are read, and what is done at once after a step. */
interface Ways<Kind> {
  readonly read: (id: string, context: SubgraphContext) => Promise<Kind>;
  readonly settle: (id: string, work: WorkContext) => Promise<void>;
}

const REPAIRS: Ways<Repair> = { read: (id, context) => visibleFact(repairs, id, context), settle: settleRepair };
const OBJECTIONS: Ways<Objection> = {
  read: (id, context) => visibleFact(objections, id, context),
  settle: settleObjection,
};

/**
 * Makes the resolver of a mutation that moves an application for repair on, and has the owner of the fact do at once what follows from it.
 *
 * @param plan - see {@link StepPlan}
 */
export function repairStep<Args extends IdArgument>(plan: StepPlan<Repair, RepairDeed, Args>) {
  return async (_parent: unknown, args: Args, context: SubgraphContext): Promise<RepairOutcome> => {
    const errors = await moveOn(REPAIR, REPAIRS, plan, args, context);
    return { repair: await REPAIRS.read(args.id, context), errors };
  };
}

/**
 * Makes the resolver of a mutation that moves an objection on, and has the owner of the fact do at once what follows from it.
 *
 * @param plan - see {@link StepPlan}
 */
export function objectionStep<Args extends IdArgument>(plan: StepPlan<Objection, ObjectionDeed, Args>) {
  return async (_parent: unknown, args: Args, context: SubgraphContext): Promise<ObjectionOutcome> => {
    const errors = await moveOn(OBJECTION, OBJECTIONS, plan, args, context);
    return { objection: await OBJECTIONS.read(args.id, context), errors };
  };
}

async function moveOn<
  Kind extends Application & Stepping<Status>,
  Status extends string,
  Deed extends string,
  Args extends IdArgument,
>(
  procedure: Procedure<Status, Deed>,
  { read, settle }: Ways<Kind>,
  plan: StepPlan<Kind, Deed, Args>,
  args: Args,
  context: SubgraphContext,
): Promise<readonly Refusal[]> {
  const application = await read(args.id, context);
  if (!plan.may(application, context)) throw new AppError('FORBIDDEN', { coordinate: `Mutation.${plan.mutation}` });
  const { said } = plan;
  if (said !== undefined && isBlank(args[said])) return [refusal(context.locale, said, 'REASON_MISSING')];
  const refused = plan.refuse?.(application, context, args) ?? [];
  if (refused.length > 0) return refused;
  const situation = { application, today: todayInShanghai(context.now), by: context.caller.department ?? '' };
  const errors = await takeStep(procedure, application, plan.step(args, situation), context);
  if (errors.length === 0) await settle(args.id, context);
  return errors;
}
