import { isOwnersAnswerMissing } from '../../../../subgraphs/remedy/rules/isOwnersAnswerMissing.ts';

describe('the owner’s answer', () => {
  it.each([
    ['ANSWERED', 'disclosure', 'disclosure', false],
    ['ANSWERED', 'disclosure', 'remedy', true],
    ['ANSWERED', 'disclosure', undefined, true],
    ['REVIEW', 'disclosure', 'disclosure', true],
    ['ANSWERED', undefined, undefined, true],
    ['ANSWERED', 'credit', 'remedy', false],
    ['REVIEW', 'remedy', undefined, false],
  ] as const)(
    'at %s, of a fact of %s, answered by %s: is missing %s',
    (status, targetDepartment, answeredBy, missing) => {
      expect(isOwnersAnswerMissing({ status, targetDepartment, answeredBy })).toBe(missing);
    },
  );
});
