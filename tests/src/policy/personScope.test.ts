import { personScope } from '../../../src/policy/personScope.ts';

it.each([
  ['PUBLIC', 'NATURAL_PERSON', 'AUTHORISED_QUERY'],
  ['GOV_SHARED', 'NATURAL_PERSON', 'GOV_SHARED'],
  ['AUTHORISED_QUERY', 'NATURAL_PERSON', 'AUTHORISED_QUERY'],
  ['PUBLIC', 'INDIVIDUAL_HOUSEHOLD', 'PUBLIC'],
  ['PUBLIC', 'LEGAL_OR_UNINCORPORATED', 'PUBLIC'],
  ['PUBLIC', undefined, 'PUBLIC'],
] as const)('lets what is %s about %s be %s', (scope, category, expected) => {
  expect(personScope(scope, category)).toBe(expected);
});
