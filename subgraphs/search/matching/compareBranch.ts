import { alignText } from '../likeness/alignText.ts';
import { BRANCH_WORDS } from '../names/legalForms.ts';
import type { NameParts } from '../names/NameParts.ts';
import type { MatchFeature } from './MatchFeature.ts';

/** A branch is not its parent, and not another branch. */
const OTHER_BRANCH = 0.9;
const BRANCH_OR_PARENT = 0.6;
/** A character or two behind the form of a damaged name are no branch. */
const REMNANT = 0.15;
/** How much the place or the trade name of a branch tells, beside its kind. */
const OWN_NAME = 0.85;
const NUMBERS = /\d+|[一二三四五六七八九十百]+/gu;

/**
 * Compares what two names say behind the legal form.
 *
 * @param query - the name that was asked for
 * @param target - the name of an enterprise
 * @returns `undefined` where neither names a branch
 */
export function compareBranch(query: NameParts, target: NameParts): MatchFeature | undefined {
  const asked = query.branch;
  const known = target.branch;
  if (asked === '' && known === '') return undefined;
  const of = (similarity: number, weight: number): MatchFeature => ({
    feature: 'BRANCH',
    similarity,
    weight,
    query: asked,
    target: known,
  });
  if (asked === known) return of(1, OTHER_BRANCH);
  if (known === '') return of(0, asked.length <= 2 && asked.search(BRANCH_WORDS) < 0 ? REMNANT : BRANCH_OR_PARENT);
  if (asked === '') return of(0, BRANCH_OR_PARENT);
  return of(branchLikeness(asked, known, query.isDamaged), OTHER_BRANCH);
}

function branchLikeness(asked: string, known: string, isDamaged: boolean): number {
  const own = alike(asked.replace(BRANCH_WORDS, ''), known.replace(BRANCH_WORDS, ''));
  const whole = alike(asked, known);
  const likeness = OWN_NAME * own + (1 - OWN_NAME) * whole;
  return !isDamaged && numbersOf(asked) !== numbersOf(known) ? Math.min(likeness, 0.1) : likeness;
}

function alike(asked: string, known: string): number {
  if (asked === known) return 1;
  const { targetCosts, surplus } = alignText(asked, known);
  const cost = targetCosts.reduce((sum, one) => sum + one, surplus.length);
  return Math.max(0, 1 - cost / Math.max(asked.length, known.length));
}

function numbersOf(text: string): string {
  return (text.match(NUMBERS) ?? []).join(' ');
}
