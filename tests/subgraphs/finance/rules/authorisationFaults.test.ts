import type { AgencyStanding } from '../../../../subgraphs/finance/agencies/CreditAgencyDocument.ts';
import {
  authorisationFaults,
  type AuthorisationWish,
} from '../../../../subgraphs/finance/rules/authorisationFaults.ts';

const SETTING = {
  standing: 'REGISTERED' as AgencyStanding,
  ...{ today: '2026-06-15', subject: '91350100M000100Y43', departments: ['registry', 'tax'] },
  fields: new Map([
    ['TaxArrears', new Set(['amount'])],
    ['Judgment', new Set(['caseNo', 'court'])],
  ]),
};
const WISH = { querierUscc: '91350100705362917E', factTypes: ['Judgment'], from: '2026-06-15', until: '2027-06-15' };

it.each<[string, Partial<AuthorisationWish>, readonly string[]]>([
  ['the longest term from today', {}, []],
  ['one day', { until: '2026-06-15' }, []],
  ['a department', { querierUscc: null, querierDepartment: 'tax' }, []],
  ['nobody', { querierUscc: null }, ['querierUscc REQUIRED_MISSING']],
  ['two', { querierDepartment: 'tax' }, ['querierDepartment NOT_APPLICABLE']],
  ['itself', { querierUscc: SETTING.subject }, ['querierUscc NOT_APPLICABLE']],
  ['no department there is', { querierUscc: null, querierDepartment: 'taxes' }, ['querierDepartment CODE_UNKNOWN']],
  ['no types', { factTypes: [] }, ['factTypes LIST_INVALID']],
  ['51 types', { factTypes: Array.from({ length: 51 }, () => 'Judgment') }, ['factTypes LIST_INVALID']],
  ['a type that can not be opened', { factTypes: ['Judgment', 'Enterprise'] }, ['factTypes CODE_UNKNOWN']],
  ['single fields', { fields: ['Judgment.caseNo', 'Judgment.court'] }, []],
  ['all fields', { fields: null }, []],
  ['no field at all', { fields: [] }, ['fields LIST_INVALID']],
  ['a field that there is not', { fields: ['Judgment.caseNo', 'Judgment.judge'] }, ['fields CODE_UNKNOWN']],
  ['a field of a type that is not named', { fields: ['TaxArrears.amount'] }, ['fields CODE_UNKNOWN']],
  ['a field of a field', { fields: ['Judgment.caseNo.x'] }, ['fields CODE_UNKNOWN']],
  ['201 fields', { fields: Array.from({ length: 201 }, () => 'Judgment.court') }, ['fields LIST_INVALID']],
  ['yesterday', { from: '2026-06-14' }, ['from DATE_ORDER']],
  ['no day', { from: '2026-07-01', until: '2026-06-30' }, ['until DATE_ORDER']],
  ['more than a year', { until: '2027-06-16' }, ['until DATE_ORDER']],
  [
    'all at once',
    { querierUscc: null, factTypes: [], from: '2026-06-14' },
    ['querierUscc REQUIRED_MISSING', 'factTypes LIST_INVALID', 'from DATE_ORDER'],
  ],
])('judges an authorisation for %s', (_what, wish, expected) => {
  const faults = authorisationFaults({ ...WISH, ...wish }, SETTING);
  expect(faults.map(({ field, fault }) => `${field} ${fault.code}`)).toEqual(expected);
});

it.each<[AgencyStanding, object, readonly string[]]>([
  ['UNKNOWN', {}, ['querierUscc CODE_UNKNOWN']],
  ['STRUCK_OFF', {}, ['querierUscc NOT_APPLICABLE']],
  ['UNKNOWN', { querierUscc: null, querierDepartment: 'tax' }, []],
])('judges an authorisation for an agency that is %s', (standing, wish, expected) => {
  const faults = authorisationFaults({ ...WISH, ...wish }, { ...SETTING, standing });
  expect(faults.map(({ field, fault }) => `${field} ${fault.code}`)).toEqual(expected);
});
