import { authorisationsOf } from '../../../../subgraphs/finance/authorisations/AuthorisationDocument.ts';
import { department as definition } from '../../../../subgraphs/finance/department.ts';
import type { Caller } from '../../../../src/identity/Caller.ts';
import { serviceCaller } from '../../../../src/identity/serviceCaller.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../../kit/department.ts';

const [GIVER, BANK] = ['91350100M000100Y43', '91350100310686155Q'] as const;
const FILE = `mutation ($input: CreditAgencyInput!) { creditAgencyRegister(input: $input) {
  agency { uscc isRegistered struckOffOn licenceNo } errors { field code } } }`;
const STRIKE = `mutation ($uscc: USCC!, $on: LocalDate!) { creditAgencyStrikeOff(uscc: $uscc, on: $on, reason: "违规") {
  agency { isRegistered struckOffOn } errors { field code } } }`;
const GRANT = `mutation ($uscc: USCC!) { authorisationGrant(input: {
  querierUscc: $uscc, purpose: CREDIT_GRANTING, factTypes: ["Commitment"], until: "2026-07-15" }) { errors { field code } } }`;
const SPEND = `mutation ($uscc: String!) {
  authorisationSpend(number: "SQ-1", purpose: CREDIT_GRANTING, organisation: $uscc) { subject refusal } }`;
const LIST = `query ($isRegistered: Boolean) { creditAgencies(isRegistered: $isRegistered) {
  totalCount nodes { uscc kind isRegistered } } }`;
const INPUT = { uscc: BANK, name: '某银行', kind: 'FINANCIAL', filedOn: '2020-01-02' };

describe('the register of credit agencies', () => {
  let office: TestDepartment;
  beforeAll(async () => {
    office = await openDepartment(definition);
    await authorisationsOf(office.subgraph.database).insertOne({
      ...{ _id: 'SQ-1', subject: GIVER, querier: { organisation: BANK }, purpose: 'CREDIT_GRANTING' },
      ...{ factTypes: ['Commitment'], from: '2026-06-01', until: '2026-07-15', usage: 'MANY', used: 0 },
      ...{ grantedAt: new Date(), sortOn: '2026-06-01', grantedBy: 'someone' },
    });
  });
  afterAll(() => office.close());

  const ask = async (query: string, variables: Record<string, unknown>, caller: Caller = staffOf('finance')) => {
    const { data, errors } = await office.ask(query, variables, { caller });
    return data ? Object.values(data)[0] : errors?.map(({ extensions }) => extensions['code']);
  };
  const spend = () => ask(SPEND, { uscc: BANK }, serviceCaller('gateway'));
  const subject: Caller = { audience: 'SUBJECT', subject: GIVER, operator: 'e', scopes: new Set() };
  const faultOf = async (uscc: string): Promise<unknown> =>
    ((await ask(GRANT, { uscc }, subject)) as { readonly errors: readonly { readonly field: string }[] }).errors.find(
      ({ field }) => field === 'querierUscc',
    );

  it('lets nobody be opened anything who is not in it, and whoever was struck off use nothing that was opened', async () => {
    expect(await faultOf(BANK)).toEqual({ field: 'querierUscc', code: 'CODE_UNKNOWN' });
    expect(await spend()).toEqual({ subject: null, refusal: 'AGENCY_UNKNOWN' });
    expect(await ask(FILE, { input: INPUT })).toEqual({
      agency: { uscc: BANK, isRegistered: true, struckOffOn: null, licenceNo: null },
      errors: [],
    });
    expect(await faultOf(BANK)).toBeUndefined();
    expect(await spend()).toEqual({ subject: GIVER, refusal: null });
    expect(await ask(STRIKE, { uscc: BANK, on: '2026-06-01' })).toEqual({
      agency: { isRegistered: false, struckOffOn: '2026-06-01' },
      errors: [],
    });
    expect(await faultOf(BANK)).toEqual({ field: 'querierUscc', code: 'NOT_APPLICABLE' });
    expect(await spend()).toEqual({ subject: null, refusal: 'AGENCY_STRUCK_OFF' });
    const row = { uscc: BANK, kind: 'FINANCIAL', isRegistered: false };
    expect(await ask(LIST, { isRegistered: false })).toEqual({ totalCount: 1, nodes: [row] });
    expect(await ask(LIST, { isRegistered: true })).toEqual({ totalCount: 0, nodes: [] });
    await ask(FILE, { input: { ...INPUT, licenceNo: '某1' } });
    expect(await spend()).toEqual({ subject: GIVER, refusal: null });
    await office.subgraph.database.end();
    const stored = await authorisationsOf(office.subgraph.database).findOne({ _id: 'SQ-1' });
    expect(stored?.used).toBe(2);
  });

  it('is kept by the financial office alone, and takes nothing that its rules refuse', async () => {
    for (const caller of [staffOf('credit'), subject]) {
      expect(await ask(FILE, { input: { ...INPUT, uscc: GIVER } }, caller)).toBeNull();
      expect(await ask(STRIKE, { uscc: BANK, on: '2026-06-01' }, caller)).toBeNull();
    }
    for (const [field, text] of [
      ['name', '张三 110101199003070046'],
      ['licenceNo', '手机13812345678'],
    ] as const)
      expect(await ask(FILE, { input: { ...INPUT, uscc: GIVER, [field]: text } })).toEqual({
        agency: null,
        errors: [{ field, code: 'PERSONAL_DATA' }],
      });
    const errors = [{ field: 'filedOn', code: 'DATE_ORDER' }];
    expect(await ask(FILE, { input: { ...INPUT, uscc: GIVER, filedOn: '2027-01-01' } })).toEqual({
      agency: null,
      errors,
    });
    expect(await ask(STRIKE, { uscc: GIVER, on: '2026-06-01' })).toEqual({
      agency: null,
      errors: [{ field: 'uscc', code: 'CODE_UNKNOWN' }],
    });
    expect(await ask(LIST, {})).toMatchObject({ totalCount: 1, nodes: [{ uscc: BANK, isRegistered: true }] });
  });
});
