import { agencyFaults, struckOffFaults } from '../../../../subgraphs/finance/rules/agencyFaults.ts';

const TODAY = '2026-06-15';
const AGENCY = { name: '某征信公司', kind: 'ENTERPRISE', filedOn: TODAY };

it.each([
  ['an agency', {}, []],
  ['one without a name', { name: ' ' }, ['name REQUIRED_MISSING']],
  ['one with a long name', { name: '某'.repeat(201) }, ['name TEXT_TOO_LONG']],
  ['one of tomorrow', { filedOn: '2026-06-16' }, ['filedOn DATE_ORDER']],
  ['one on persons without a licence', { kind: 'PERSONAL', licenceNo: '' }, ['licenceNo REQUIRED_MISSING']],
  ['one on persons with a licence', { kind: 'PERSONAL', licenceNo: '某1' }, []],
])('judges %s', (_what, wish, expected) => {
  const faults = agencyFaults({ ...AGENCY, ...wish }, TODAY);
  expect(faults.map(({ field, fault }) => `${field} ${fault.code}`)).toEqual(expected);
});

it.each([
  ['today', { on: TODAY, reason: '违规' }, { filedOn: '2026-06-01' }, []],
  ['tomorrow', { on: '2026-06-16', reason: '违规' }, { filedOn: '2026-06-01' }, ['on DATE_ORDER']],
  ['before it was filed', { on: '2026-05-31', reason: '违规' }, { filedOn: '2026-06-01' }, ['on DATE_ORDER']],
  ['without a reason', { on: TODAY, reason: '' }, { filedOn: '2026-06-01' }, ['reason REQUIRED_MISSING']],
  ['where it was never filed', { on: TODAY, reason: '违规' }, null, ['uscc CODE_UNKNOWN']],
])('judges striking one off %s', (_what, wish, agency, expected) => {
  expect(struckOffFaults(wish, agency, TODAY).map(({ field, fault }) => `${field} ${fault.code}`)).toEqual(expected);
});
