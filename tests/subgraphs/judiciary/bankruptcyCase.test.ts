import { department } from '../../../subgraphs/judiciary/department.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { documentsIn, enter, UNIT } from './courtTest.ts';

const CASE = {
  subjectUscc: UNIT,
  subjectName: '福州测试有限公司',
  caseNo: '（2026）闽01破7号',
  court: '福州市中级人民法院',
  kind: 'REORGANISATION',
  acceptedOn: '2026-03-02',
  administrator: '福建某某律师事务所',
  stage: 'ACCEPTED',
};

let courts: TestDepartment;
beforeEach(async () => {
  courts = await openDepartment(department);
});
afterEach(() => courts.close());

const staff = { caller: staffOf('judiciary') };
const CORRECT = `mutation ($id: ID!, $input: BankruptcyCaseInput!) {
  bankruptcyCaseCorrect(id: $id, input: $input, note: "更正") { revision errors { field code } } }`;

describe('bankruptcy cases', () => {
  it('are entered by the court and read back under the enterprise by anybody, as neutral facts', async () => {
    await enter(courts, 'BankruptcyCase', CASE);
    const { data, errors } = await courts.ask(
      `query ($unit: _Any!) { _entities(representations: [$unit]) { ... on Enterprise { uscc bankruptcyCases { totalCount nodes {
        decidedOn caseNo court kind acceptedOn administrator stage planApprovedOn declaredOn endedOn repairNote
        record { polarity severity publicity { from until } } } } } } }`,
      { unit: { __typename: 'Enterprise', uscc: UNIT } },
    );
    expect(errors).toBeUndefined();
    const { caseNo, court, kind, acceptedOn, administrator, stage } = CASE;
    const node = {
      ...{ caseNo, court, kind, acceptedOn, administrator, stage },
      decidedOn: '2026-03-02',
      planApprovedOn: null,
      declaredOn: null,
      endedOn: null,
      repairNote: null,
      record: { polarity: 'NEUTRAL', severity: null, publicity: { from: '2026-03-02', until: null } },
    };
    expect(data).toEqual({ _entities: [{ uscc: UNIT, bankruptcyCases: { totalCount: 1, nodes: [node] } }] });
  });

  it('open credit repair with the approval of the plan, also where nothing else is asked for', async () => {
    const id = await enter(courts, 'BankruptcyCase', CASE);
    const query = `query ($id: ID!) { bankruptcyCase(id: $id) { repairOpenFrom } }`;
    expect((await courts.ask(query, { id })).data).toEqual({ bankruptcyCase: { repairOpenFrom: null } });
    const input = { stage: 'PLAN_APPROVED', planApprovedOn: '2026-06-01', repairNote: '重整计划执行中' };
    expect(await courts.ask(CORRECT, { id, input }, staff)).toMatchObject({
      data: { bankruptcyCaseCorrect: { revision: 2, errors: [] } },
    });
    expect((await courts.ask(query, { id })).data).toEqual({ bankruptcyCase: { repairOpenFrom: '2026-06-01' } });
  });

  it('refuse an end before the beginning, and nothing is written', async () => {
    const id = await enter(courts, 'BankruptcyCase', CASE);
    const before = await documentsIn(courts);
    expect(await courts.ask(CORRECT, { id, input: { endedOn: '2026-03-01' } }, staff)).toMatchObject({
      data: { bankruptcyCaseCorrect: { revision: null, errors: [{ field: 'endedOn', code: 'DATE_ORDER' }] } },
    });
    expect(await documentsIn(courts)).toEqual(before);
  });

  it('are written by the court only, and nothing changes when others try', async () => {
    const id = await enter(courts, 'BankruptcyCase', CASE);
    const before = await documentsIn(courts);
    const annul = `mutation ($id: ID!) { bankruptcyCaseAnnul(id: $id, note: "误录") { revision } }`;
    for (const request of [{}, { caller: staffOf('tax') }]) {
      for (const [mutation, variables] of [
        [CORRECT, { id, input: { stage: 'ENDED' } }],
        [annul, { id }],
      ] as const) {
        const { errors } = await courts.ask(mutation, variables, request);
        expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
      }
    }
    expect(await documentsIn(courts)).toEqual(before);
    expect((await courts.ask(annul, { id }, staff)).data).toEqual({ bankruptcyCaseAnnul: { revision: 2 } });
    const gone = await courts.ask('{ bankruptcyCases { totalCount nodes { id } } }', {}, staff);
    expect(gone.data).toEqual({ bankruptcyCases: { totalCount: 0, nodes: [] } });
  });
});
