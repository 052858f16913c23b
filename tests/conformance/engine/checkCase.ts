import { compareErrors } from './compareErrors.ts';
import { INTROSPECTED } from './differsOnlyAt.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { knownDifferences } from './knownDifferences.ts';
import type { OpenedWorld } from './openWorld.ts';
import { planSignature } from './planSignature.ts';
import { requiresInChain } from './requiresInChain.ts';
import { requiresInTwoWays } from './requiresInTwoWays.ts';
import { requiresFailed } from './requiresFailed.ts';
import type { CaseOutcome } from './runCase.ts';
import type { Tally } from './Tally.ts';
import { canonical } from './valueOf.ts';
import { withEmptied } from './withEmptied.ts';

/**
 * Finds what is wrong with a case.
 *
 * - While nothing fails, the product's answer must be that of the graph in one piece, keys in the same order; where
 *   `@apollo/gateway` answers otherwise, the difference must be a known one, and is counted.
 * - While something fails, it may lack only what it says that it lacks; and where both planners ask the same of the
 *   departments, data and errors must be those of `@apollo/gateway`.
 * - What is refused must be known to have no plan; where `@apollo/gateway` gives up its search, there is nothing to compare with.
 * - Mutations are carried out one after the other, in the order of the document.
 *
 * Data are compared with `@apollo/gateway` without the order of keys, which it does not keep.
 *
 * @param tally - counts what was compared
 * @param opened - the world
 * @param outcome - of the case
 * @returns one line per problem
 */
export function checkCase(tally: Tally, opened: OpenedWorld, outcome: CaseOutcome): string[] {
  const { own, whole, failures, runs } = outcome;
  if (isRefused(own)) {
    const refusal = REFUSALS.find(({ explains }) => explains(outcome));
    tally.refuse(refusal?.name ?? 'for no known reason');
    return refusal ? [] : ['own engine has no plan'];
  }
  const mayMiss = [...runs.own.happened].some(({ kind }) => kind === 'misses');
  const faults = requiresFailed(outcome) ? [] : judgeAnswer(own, whole, mayMiss);
  tally.count('comparison', ['with the whole']);
  if (isGivenUp(outcome)) {
    tally.giveUp();
    return faults;
  }
  return [...faults, ...(failures.length === 0 ? unfailing(tally, outcome) : failing(tally, opened, outcome))];
}

function unfailing(tally: Tally, outcome: CaseOutcome): string[] {
  const { own, apollo, whole } = outcome;
  tally.count('comparison', ['with Apollo, nothing failing']);
  const problems: string[] = [];
  if (normal(own.data) !== normal(whole.data)) problems.push('own data are not those of the whole');
  if (Boolean(own.errors) !== Boolean(whole.errors)) problems.push('own errors where the whole has none, or none');
  if (!isSameOrder(outcome)) problems.push('mutations in another order');
  const told = compareErrors(own, apollo);
  const isSame = normal(apollo.data) === normal(whole.data) && told.length === 0;
  // The own answer is judged by the graph in one piece; where Apollo's is another one, this has to be known.
  if (problems.length > 0 || isSame || isKnown(tally, outcome)) return problems;
  return ['apollo differs from the whole in no known way', ...told];
}

/** graphql-js leaves out the rest once the answer is null, which the specification allows and does not demand (6.4.4). */
function isSameOrder({ runs, whole }: CaseOutcome): boolean {
  const [own, expected] = [runs.own.mutations, runs.whole.mutations];
  const compared = whole.data === null ? own.slice(0, expected.length) : own;
  return compared.join() === expected.join();
}

function failing(tally: Tally, opened: OpenedWorld, outcome: CaseOutcome): string[] {
  const { own, apollo, question } = outcome;
  const plan = opened.own.planOf(question);
  if (
    !plan ||
    planSignature(opened, plan, question) !== planSignature(opened, opened.apollo.planOf(question), question)
  )
    return [];
  tally.count('comparison', ['with Apollo, same requests, something failing']);
  const isSame = normal(own.data) === normal(apollo.data);
  const problems = isSame ? compareErrors(own, apollo) : ['other data than apollo'];
  return problems.length > 0 && isKnown(tally, outcome) ? [] : problems;
}

function isKnown(tally: Tally, outcome: CaseOutcome): boolean {
  const alike = withEmptied(outcome);
  const known = knownDifferences.find((difference) => difference.matches(outcome) || difference.matches(alike));
  if (known) tally.differ(known.name);
  return known !== undefined;
}

/** What neither planner plans is refused, never answered wrongly: these requirements (the first: classics/requires.ts). */
const REFUSALS = [
  { name: 'one field is required with several arguments', explains: requiresInTwoWays },
  { name: 'a requirement requires something itself', explains: requiresInChain },
  { name: 'a mutation to whose result two interface objects add fields', explains: isOverInterfaceObjects },
];

/** Whether `@apollo/gateway` met the bound that the test gives it (apolloContestant.ts). */
function isGivenUp({ apollo: { data, errors = [] } }: CaseOutcome): boolean {
  return !data && errors.some(({ message }) => message.startsWith('Too many options generated'));
}

/** A query would be answered in parts; what is written is written once, so a mutation needs one plan. */
function isOverInterfaceObjects({ own: { errors = [] }, question }: CaseOutcome): boolean {
  const isMutation = /\bmutation\b/.test(question.text);
  return (
    isMutation && errors.some(({ message }) => /No field found for name 'i\d+[fx]\d+' in type 'Face\d+'/.test(message))
  );
}

function isRefused({ data, errors = [] }: CaseOutcome['own']): boolean {
  return !data && errors.some(({ extensions }) => extensions['code'] === 'OPERATION_NOT_PLANNED');
}

/** Data as text, without the order of keys and of what introspection lists, which no specification fixes. */
function normal(data: unknown): string {
  if (typeof data !== 'object' || data === null) return data === null ? 'null' : 'none';
  const entries = Object.entries(data).map(([key, value]): [string, unknown] => [
    key,
    INTROSPECTED.has(key) ? sorted(value) : value,
  ]);
  return canonical(Object.fromEntries(entries));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
}
