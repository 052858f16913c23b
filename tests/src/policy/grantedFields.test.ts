import { isFieldWithheld } from '../../../src/policy/grantedFields.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import { staffOf } from '../../kit/department.ts';

const authorisation = {
  ...{ number: 'SQ-1', subject: '91350100M000100Y43', factTypes: ['Penalty', 'Permit'] },
  fields: ['Penalty.content', 'PenaltyList.name'],
};
const AGENCY: Caller = { audience: 'AGENCY', scopes: new Set(), authorisation };
const OPENED = { record: { usageScope: 'AUTHORISED_QUERY' } };

it.each([
  ['a field that is granted', AGENCY, 'Penalty', 'content', OPENED, false],
  ['a field that is not', AGENCY, 'Penalty', 'amount', OPENED, true],
  ['the id', AGENCY, 'Penalty', 'id', OPENED, false],
  ['the subject', AGENCY, 'Penalty', 'subject', OPENED, false],
  ['the day', AGENCY, 'Penalty', 'decidedOn', OPENED, false],
  ['the envelope', AGENCY, 'Penalty', 'record', OPENED, true],
  ['a type without single fields', AGENCY, 'Permit', 'content', OPENED, false],
  [
    'a type that is open as a whole',
    { ...AGENCY, authorisation: { ...authorisation, fields: [] } },
    'Penalty',
    'amount',
    OPENED,
    false,
  ],
  ['what is public', AGENCY, 'Penalty', 'amount', { record: { usageScope: 'PUBLIC' } }, false],
  [
    'what a department sees anyhow',
    { ...staffOf('tax'), authorisation },
    'Penalty',
    'amount',
    { record: { usageScope: 'GOV_SHARED' } },
    false,
  ],
  ['what the owner sees anyhow', { ...staffOf('disclosure'), authorisation }, 'Penalty', 'amount', OPENED, false],
  ['a row that does not say why it is seen', AGENCY, 'Penalty', 'amount', {}, true],
  ['whoever has no authorisation', staffOf('tax'), 'Penalty', 'amount', OPENED, false],
] as const)('judges %s', (_what, caller, type, field, row, expected) => {
  expect(isFieldWithheld({ caller, department: 'disclosure' }, type, field, row)).toBe(expected);
});
