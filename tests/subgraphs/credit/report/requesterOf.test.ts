import { ANONYMOUS } from '../../../../src/identity/Caller.ts';
import { requesterOf } from '../../../../subgraphs/credit/report/requesterOf.ts';
import { staffOf } from '../../../kit/department.ts';

const USCC = '91350100M000100Y43';

it('a report says what kind of caller asked for it, never who', () => {
  expect(requesterOf(ANONYMOUS, USCC)).toBe('PUBLIC');
  expect(requesterOf({ audience: 'AGENCY', scopes: new Set() }, USCC)).toBe('AGENCY');
  expect(requesterOf({ audience: 'SUBJECT', subject: USCC, scopes: new Set() }, USCC)).toBe('SUBJECT');
  expect(requesterOf({ audience: 'SUBJECT', subject: 'another', scopes: new Set() }, USCC)).toBe('ENTERPRISE');
  expect(requesterOf(staffOf('judiciary'), USCC)).toBe('DEPARTMENT');
});
