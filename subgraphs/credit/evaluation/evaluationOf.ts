import DataLoader from 'dataloader';
import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import { positionOf } from '../../../src/ledger/follow/followLedger.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai, type LocalDate } from '../../../src/values/localDate.ts';
import { readableFacts } from '../timeline/readableFacts.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { BASIS_CALLERS, basisFor, type EvaluationBasis } from './evaluationBasis.ts';
import { evaluationsOf, type EvaluationDocument } from './EvaluationDocument.ts';
import type { EvaluationExclusion, EvaluationModel } from './EvaluationModel.ts';
import { modelByVersion, modelOn } from './evaluationModels.ts';
import { EVALUATION } from './evaluationVersion.ts';
import { pendingEnterprises } from './pendingEnterprises.ts';
import { EVALUATED } from './readEvaluated.ts';
import { exclusionsOf } from './registrationStates.ts';

/** `type CompositeEvaluation`: how an enterprise comes out today, or why it is not evaluated. */
export interface CompositeEvaluation {
  readonly model: EvaluationModel;
  readonly basis: EvaluationBasis;
  readonly asOf: LocalDate;
  readonly excluded?: EvaluationExclusion;
  readonly evaluation?: Evaluation;
}

/**
 * Gives the evaluation of an enterprise as it stands today, made from what the caller's side may see. What is stored is used while it
 * holds and nothing of the enterprise is under way; else it is computed at once. Enterprises of a request are read together.
 *
 * @param uscc - the enterprise
 * @param version - of the model; the one in force today unless given
 * @param context - the request
 * @throws AppError VALUE_INVALID where there is no such model
 */
export async function evaluationOf(
  uscc: string,
  version: string | null | undefined,
  context: SubgraphContext,
): Promise<CompositeEvaluation> {
  const today = todayInShanghai(context.now);
  const model = typeof version === 'string' ? modelByVersion(version) : modelOn(today);
  if (model === undefined) throw new AppError('VALUE_INVALID', { type: 'EvaluationModel', reason: 'no such model' });
  const basis = basisFor(context.caller);
  const stored = await context.loaders.get('evaluations', () => storedLoader(context, today)).load(uscc);
  const outcome = stored === null ? await computed(uscc, model, basis, context) : outcomeOf(stored, basis, model);
  return { model, basis, asOf: today, ...outcome };
}

type Outcome = Pick<CompositeEvaluation, 'excluded' | 'evaluation'>;

function outcomeOf(
  { excluded, evaluations }: EvaluationDocument,
  basis: EvaluationBasis,
  model: EvaluationModel,
): Outcome {
  if (excluded !== undefined) return { excluded };
  const evaluation = evaluations[basis].find(({ model: version }) => version === model.version);
  return evaluation === undefined ? {} : { evaluation };
}

/** Null for each enterprise whose evaluation has to be computed. */
function storedLoader(context: SubgraphContext, today: LocalDate): DataLoader<string, EvaluationDocument | null> {
  return new DataLoader(async (usccs) => {
    const { database, ledger } = context;
    // Position and pending facts first: what is followed meanwhile is then computed for no reason, and nothing is old for no reason.
    const position = await positionOf(database, EVALUATION);
    const pending = await pendingEnterprises(usccs, (asked) => ledger.pendingFacts(position, asked));
    const found = await evaluationsOf(database)
      .find({ _id: { $in: [...usccs] }, version: EVALUATION.version, validUntil: { $not: { $lt: today } } })
      .toArray();
    const byUscc = new Map(found.map((document) => [document._id, document]));
    return usccs.map((uscc) => (pending.has(uscc) ? null : (byUscc.get(uscc) ?? null)));
  });
}

async function computed(
  uscc: string,
  model: EvaluationModel,
  basis: EvaluationBasis,
  context: SubgraphContext,
): Promise<Outcome> {
  const excluded = await context.loaders.get('evaluation.exclusions', () => exclusionLoader(context)).load(uscc);
  if (excluded !== null) return { excluded };
  const reader = context.loaders.get(`evaluation.reader ${basis}`, () => readerOf(context, basis));
  const facts = await readableFacts(reader, uscc, { projection: EVALUATED });
  const rows = facts.map((fact) => ({ ...fact, values: valuesOf(fact) }));
  return { evaluation: evaluate(model, rows, todayInShanghai(context.now)) };
}

/** Nothing is asked for where no model looks at values, and then nothing comes. */
function valuesOf({ values }: Partial<Pick<Awaited<ReturnType<typeof readableFacts>>[number], 'values'>>) {
  return values ?? {};
}

function exclusionLoader({ database }: SubgraphContext): DataLoader<string, EvaluationExclusion | null> {
  return new DataLoader(async (usccs) => {
    const exclusions = await exclusionsOf(database, usccs);
    return usccs.map((uscc) => exclusions.get(uscc) ?? null);
  });
}

/** The request as whoever sees exactly what the basis holds; its loaders are its own, so that no rows are shared with the caller's. */
function readerOf(context: SubgraphContext, basis: EvaluationBasis): SubgraphContext {
  return { ...context, caller: BASIS_CALLERS[basis], loaders: new LoaderCache() };
}
