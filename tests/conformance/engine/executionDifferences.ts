import { codeOf, compareErrors, isOfEngine } from './compareErrors.ts';
import { hasEqualData, isSilentAbout, placeIn, valueAt } from './differsOnlyAt.ts';
import type { KnownDifference } from './KnownDifference.ts';
import type { CaseOutcome } from './runCase.ts';
import { canonical } from './valueOf.ts';

/** What `@apollo/gateway` does otherwise while it carries out a plan. */
export const executionDifferences: readonly KnownDifference[] = [
  {
    name: 'a field of a mutation that is carried out twice',
    sentence:
      'GraphQL October 2021, 6.3.2: CollectFields groups the fields that share a response key, so that they "are executed at the same time"; each group of a mutation is executed once.',
    matches: ({ runs: { own, apollo, whole } }) =>
      apollo.mutations.length > whole.mutations.length && own.mutations.join() === whole.mutations.join(),
  },
  {
    name: 'the rest of a mutation whose answer is null already',
    sentence:
      'GraphQL October 2021, 6.3: once a Non-Null field has raised an error, "any sibling fields which have not yet executed" may be "cancelled to avoid unnecessary work", as graphql-js does it.',
    matches: ({ own, apollo, runs, question }) => {
      const done = runs.own.mutations;
      const told = compareErrors(own, apollo);
      return (
        /\bmutation\b/.test(question.text) &&
        own.data === null &&
        apollo.data === null &&
        // What was asked for last may have failed before it did anything.
        runs.apollo.mutations.slice(0, done.length).join() === done.join() &&
        told.every((line) => line.startsWith('only apollo: '))
      );
    },
  },
  {
    name: 'a department that answers null and no error',
    sentence:
      'GraphQL October 2021, 7.1.1: data is null where "an error was raised during the execution that prevented a valid response", so that a null without one is an error.',
    matches: (outcome) =>
      [...outcome.runs.own.happened].some(({ kind }) => kind === 'silent') &&
      hasEqualData(outcome) &&
      isSilentAbout(outcome),
  },
  {
    name: 'the place of an error, beside objects of other types',
    sentence:
      'GraphQL October 2021, 7.1.2: the path of an error is that "of the response field which experienced the error", with the index of the item in its list.',
    matches: (outcome) => {
      const { own, apollo } = outcome;
      const told = compareErrors(own, apollo);
      const missed = told.filter((line) => line.startsWith('only own: '));
      return (
        told.length > 0 &&
        hasEqualData(outcome) &&
        namesOf(own).join() === namesOf(apollo).join() &&
        missed.every((line) => isDamaged(outcome, line))
      );
    },
  },
];

/** What departments' errors are called, with the fields on their ways; two of one field may stand at one place or at two. */
function namesOf({ errors = [] }: CaseOutcome['own']): readonly string[] {
  const named = errors.filter((error) => !isOfEngine(error));
  return [...new Set(named.map((error) => `${codeOf(error)} ${fieldsOn(error.path).join('.')}`))].toSorted();
}

function fieldsOn(path: readonly (string | number)[] = []): readonly (string | number)[] {
  return path.filter((segment) => typeof segment === 'string');
}

/** Whether the answer lacks something at the place of an error that the graph in one piece has there. */
function isDamaged({ own, whole }: CaseOutcome, line: string): boolean {
  const place = placeIn(line);
  return canonical(valueAt(own.data, place)) !== canonical(valueAt(whole.data, place));
}
