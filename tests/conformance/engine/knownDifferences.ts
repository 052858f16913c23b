import type { CaseOutcome } from './runCase.ts';

/** Where `@apollo/gateway` is known to be the wrong one. */
export interface KnownDifference {
  readonly name: string;
  /** What the specification says; each of them stands in a test of its own. */
  readonly sentence: string;
  /** Whether a case is one of them. */
  matches(outcome: CaseOutcome): boolean;
}

/** Every way in which `@apollo/gateway` is known to differ from graphql-js and the specification. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'introspection below a condition',
    sentence:
      'GraphQL October 2021, 6.3.2: CollectFields follows fragments wherever they stand, so that __schema and __type may stand in a fragment with a condition beside other fields.',
    matches: ({ apollo, question }) =>
      question.text.includes('__') &&
      messagesOf(apollo).some((message) =>
        /find any options for \w*:? ?__(schema|type)|find any options for __/.test(message),
      ),
  },
  {
    name: 'an object of which every field is skipped',
    sentence:
      'GraphQL October 2021, 3.13.1: a field with @skip "must not be queried if the skip condition is true"; its parent is still there, as an empty map.',
    matches: ({ apollo, whole, failures }) =>
      failures.length === 0 &&
      codesOf(apollo).every((code) => code === 'INVALID_GRAPHQL') &&
      JSON.stringify(whole.data).includes('{}'),
  },
];

function messagesOf({ errors = [] }: CaseOutcome['apollo']): string[] {
  return errors.map(({ message }) => message);
}

function codesOf({ errors = [] }: CaseOutcome['apollo']): unknown[] {
  return errors.map(({ extensions }) => extensions['code']);
}
