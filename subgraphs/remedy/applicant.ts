import { AppError } from '../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { isApplicant } from './mayStep.ts';
import { repairOutlook } from './rules/repairOutlook.ts';
import { refusal, type Refusal } from './rules/refusals.ts';
import type { Target } from './target.ts';

/**
 * Gives the enterprise that a fact is about, if the caller may apply for it.
 *
 * @param target - the fact
 * @param context - the request
 * @param mutation - named in the error
 * @returns undefined where the fact is about none that is known
 * @throws AppError FORBIDDEN
 */
export function applicantOf(target: Target, context: SubgraphContext, mutation: string): string | undefined {
  const { uscc } = target;
  if (!isApplicant({ subjectUscc: uscc }, context))
    throw new AppError('FORBIDDEN', { coordinate: `Mutation.${mutation}` });
  return uscc;
}

/**
 * Says what stands against the repair of a fact today.
 *
 * @param target - the fact
 * @param context - the request
 */
export function obstaclesOf({ ground }: Target, { now, locale }: SubgraphContext): readonly Refusal[] {
  const { obstacle, from, until, minimumUntil, rule } = repairOutlook(ground, todayInShanghai(now));
  if (obstacle === null) return [];
  const details = { from: from ?? '', until: until ?? '', minimumUntil: minimumUntil ?? '', rule: rule ?? '' };
  return [refusal(locale, 'fact', obstacle, details)];
}
