import { createFact } from '../../src/data/changeFact.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import type { Procedure } from './procedure.ts';
import { refusal, type Refusal } from './rules/refusals.ts';
import { targetKindOf } from './rules/targetKinds.ts';
import { doer } from './takeStep.ts';
import type { Target } from './target.ts';

/** What an application begins with. */
export interface Beginning<Status extends string> {
  readonly status: Status;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Enters an application about a fact. Its number is made from the fact and how many there were before, so that two that are entered at the
 * same moment are one, or the later one is refused.
 *
 * @param procedure - the kind of application
 * @param target - the fact
 * @param uscc - the enterprise that applies
 * @param beginning - status and own values
 * @param context - the request
 * @returns its id, or what is wrong
 */
export async function openApplication<Status extends string>(
  { collection, open, sign }: Procedure<Status, string>,
  target: Target,
  uscc: string,
  { status, values }: Beginning<Status>,
  context: SubgraphContext,
): Promise<{ readonly id: string } | { readonly errors: readonly Refusal[] }> {
  const before = await context.database
    .facts(collection)
    .find<{ status: Status; applicationNo: string; subjectUscc?: string }>(
      { targetFact: target.id },
      { projection: { status: 1, applicationNo: 1, subjectUscc: 1 } },
    )
    .toArray();
  // A fact may have been about another enterprise before: its application is not told to this one, but counts for the number.
  const pending = before.find(({ status: at, subjectUscc }) => subjectUscc === uscc && open.includes(at));
  if (pending !== undefined) {
    const { applicationNo } = pending;
    return { errors: [refusal(context.locale, 'fact', 'OPEN_APPLICATION', { applicationNo })] };
  }
  const today = todayInShanghai(context.now);
  const { id, errors } = await createFact(
    collection,
    {
      subjectUscc: uscc,
      applicationNo: `${sign}-${target.id}-${before.length + 1}`,
      targetFact: target.id,
      targetType: target.type,
      targetDepartment: target.department,
      targetKind: targetKindOf(target.type),
      filedOn: today,
      ...values,
      status,
      steps: [{ status, on: today, by: doer(context) }],
    },
    context,
  );
  return id === null ? { errors } : { id };
}
