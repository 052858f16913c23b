import {
  annulFact,
  correctFact,
  createFact,
  type ChangeNote,
  type FactWriteResult,
} from '../../../src/data/changeFact.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import { holdsScope } from '../../../src/identity/Caller.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { measureExecutions } from '../collections/measureExecutions.ts';
import { onList } from '../lists/onList.ts';
import { readableFilter, timelineOf } from '../timeline/readableFacts.ts';
import { linkOf, measureById } from './measureDefinitions.ts';

type Values = Readonly<Record<string, unknown>>;

const COORDINATE = 'Mutation.measureExecution…';

/**
 * Takes a department's report that it applied a measure. Whoever reports is the department of the caller and nobody else; the fact must be
 * one that it may see and that stands on a list now. The rules of the collection say which measures are its own.
 *
 * @param factId - the fact that put the unit on the list
 * @param input - the report
 * @param context - the request
 * @throws AppError FORBIDDEN without the scope `<department>:measureExecution:write`, FACT_UNKNOWN where nothing stands
 */
export async function reportExecution(
  factId: string,
  input: Values,
  context: SubgraphContext,
): Promise<FactWriteResult> {
  const department = reporterOf(context);
  const { subjectUscc, record, lists } = await standingFact(factId, context);
  const measure = measureById(String(input['measureId']));
  const listId = lists.find((list) => measure !== undefined && linkOf(measure, list) !== undefined) ?? lists[0];
  return createFact(
    measureExecutions,
    {
      ...input,
      ...{ factId, listId, executingDepartment: department.name, providerName: department.title },
      ...(subjectUscc === undefined ? {} : { subjectUscc }),
      ...(record.subjectName === undefined ? {} : { subjectName: record.subjectName }),
    },
    context,
  );
}

/**
 * Corrects a report; only the department that made it may.
 *
 * @param id - the report
 * @param input - what changes
 * @param note - why
 * @param context - the request
 * @throws AppError FORBIDDEN, FACT_UNKNOWN where it is another department's, or REVISION_CONFLICT
 */
export async function correctExecution(
  id: string,
  input: Values,
  note: ChangeNote,
  context: SubgraphContext,
): Promise<FactWriteResult> {
  await checkReporter(id, context);
  return correctFact(measureExecutions, id, input, note, context);
}

/**
 * Annuls a report; only the department that made it may.
 *
 * @param id - the report
 * @param note - why
 * @param context - the request
 * @throws AppError FORBIDDEN, FACT_UNKNOWN where it is another department's, or REVISION_CONFLICT
 */
export async function annulExecution(id: string, note: ChangeNote, context: SubgraphContext): Promise<FactWriteResult> {
  await checkReporter(id, context);
  return annulFact(measureExecutions, id, note, context);
}

function reporterOf({ caller, departments }: SubgraphContext): { readonly name: string; readonly title: string } {
  const { department: name } = caller;
  if (name === undefined || !holdsScope(caller, `${name}:measureExecution:write`))
    throw new AppError('FORBIDDEN', { coordinate: COORDINATE });
  return { name, title: departments.find((card) => card.name === name)?.title ?? name };
}

async function standingFact(factId: string, context: SubgraphContext) {
  const match = { $and: [await readableFilter(context), onList(), { _id: factId }] };
  const fact = await timelineOf(context.database).findOne(match);
  if (fact === null) throw new AppError('FACT_UNKNOWN', { type: 'CreditListEntry' });
  return fact;
}

async function checkReporter(id: string, context: SubgraphContext): Promise<void> {
  const { name } = reporterOf(context);
  const own = { _id: id, executingDepartment: name };
  const stored = await context.database.facts(measureExecutions).findOne(own, { projection: { _id: 1 } });
  if (stored === null) throw new AppError('FACT_UNKNOWN', { type: measureExecutions.type });
}
