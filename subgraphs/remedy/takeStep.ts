import { correctFact } from '../../src/data/changeFact.ts';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import type { Procedure } from './procedure.ts';
import { possibleDeeds, statusAfter, type Flow } from './rules/flow.ts';
import { refusal, type Refusal } from './rules/refusals.ts';

/** One step of an application. */
export interface Step<Deed extends string> {
  readonly deed: Deed;
  /** What was said; shown to the applicant. */
  readonly note?: string | undefined;
  /** Values that change with it. */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** What a step needs of a stored application. */
export type Stepping<Status extends string> = FactDocumentBase & {
  readonly status?: Status | undefined;
  readonly steps?: readonly object[] | undefined;
};

/** Who took a step where no department did. */
export const APPLICANT = 'applicant';

/**
 * Takes an application one step further, if the table of its flow has it; the step is remembered with day, doer and note.
 *
 * @param procedure - the kind of application
 * @param application - as it was read; where it changed meanwhile nothing is written
 * @param step - what is to be done
 * @param context - the request
 * @returns what is wrong; empty where the step was taken
 * @throws AppError REVISION_CONFLICT
 */
export async function takeStep<Status extends string, Deed extends string>(
  { collection, flow }: Procedure<Status, Deed>,
  application: Stepping<Status>,
  { deed, note, set = {} }: Step<Deed>,
  context: SubgraphContext,
): Promise<readonly Refusal[]> {
  const { status, steps = [], record } = application;
  const next = status === undefined ? undefined : statusAfter(flow, status, deed);
  if (next === undefined) return [impossible(flow, status, context)];
  const step = { status: next, on: todayInShanghai(context.now), by: doer(context), ...(note ? { note } : {}) };
  const input = { ...set, status: next, steps: [...steps, step] };
  const why = { note: note ?? deed, expectedRevision: record.revision };
  const { errors } = await correctFact(collection, application._id, input, why, context);
  return errors;
}

/** Names what can be done instead. */
function impossible<Status extends string>(
  flow: Flow<Status, string>,
  status: Status | undefined,
  { locale }: SubgraphContext,
): Refusal {
  const possible = status === undefined ? [] : possibleDeeds(flow, status);
  const details = { status: status ?? '-', possible: possible.length === 0 ? '-' : possible.join(', ') };
  return refusal(locale, 'id', 'STEP_IMPOSSIBLE', details);
}

/**
 * Names who takes a step: a department, or the applicant.
 *
 * @param context - the request
 */
export function doer({ caller }: Pick<SubgraphContext, 'caller'>): string {
  return caller.department ?? APPLICANT;
}
