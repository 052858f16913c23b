import { department } from '../../../subgraphs/judiciary/department.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { documentsIn, enter, UNIT } from './courtTest.ts';

const ORDER = {
  subjectUscc: UNIT,
  subjectName: '福州测试有限公司',
  caseNo: '（2026）闽0102执00007号',
  court: '福州市鼓楼区人民法院',
  restrictedPerson: '欧阳修、王安石',
  issuedOn: '2026-03-02',
  measures: ['G_TRAINS', 'FLIGHTS'],
};
const LIFT = `mutation ($id: ID!) {
  consumptionRestrictionCorrect(id: $id, input: { liftedOn: "2026-06-15", liftReason: PERFORMED }, note: "解除") { revision errors { field } } }`;
const PERSON = `query ($id: ID!, $fact: _Any!, $unit: _Any!) {
  one: consumptionRestriction(id: $id) { restrictedPerson who: restrictedPerson }
  list: consumptionRestrictions { edges { node { ...Who } } nodes { ... on ConsumptionRestriction { ...Who } } }
  _entities(representations: [$fact, $unit]) { ...Who ... on Enterprise { consumptionRestrictions(first: 1) { nodes { ...Who } } } }
}
fragment Who on ConsumptionRestriction { restrictedPerson }`;

let courts: TestDepartment;
beforeEach(async () => {
  courts = await openDepartment(department);
});
afterEach(() => courts.close());

const count = async (request: Parameters<TestDepartment['ask']>[2] = {}) => {
  const { data } = await courts.ask('{ consumptionRestrictions { totalCount } }', {}, request);
  return (data?.['consumptionRestrictions'] as { totalCount: number }).totalCount;
};

describe('consumption restrictions', () => {
  it('are entered by the court and read back by anybody', async () => {
    const id = await enter(courts, 'ConsumptionRestriction', ORDER);
    const { data, errors } = await courts.ask(
      `query ($id: ID!) { consumptionRestriction(id: $id) {
        subject { uscc } decidedOn caseNo court issuedOn measures liftedOn liftReason record { severity polarity publicity { from until } } } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    expect(data?.['consumptionRestriction']).toEqual({
      subject: { uscc: UNIT },
      decidedOn: '2026-03-02',
      caseNo: ORDER.caseNo,
      court: ORDER.court,
      issuedOn: '2026-03-02',
      measures: ['FLIGHTS', 'G_TRAINS'],
      liftedOn: null,
      liftReason: null,
      record: { severity: null, polarity: 'NEGATIVE', publicity: { from: '2026-03-02', until: null } },
    });
  });

  it.each([
    ['the public', {}, '欧阳某、王某'],
    ['another department', { caller: staffOf('tax') }, '欧阳某、王某'],
    ['the court', { caller: staffOf('judiciary') }, '欧阳修、王安石'],
  ])('name the restricted persons to %s on every path as %j', async (_who, request, shown) => {
    const id = await enter(courts, 'ConsumptionRestriction', ORDER);
    const variables = {
      id,
      fact: { __typename: 'ConsumptionRestriction', id },
      unit: { __typename: 'Enterprise', uscc: UNIT },
    };
    const { data, errors } = await courts.ask(PERSON, variables, request);
    expect(errors).toBeUndefined();
    const restrictedPerson = shown;
    expect(data).toEqual({
      one: { restrictedPerson, who: shown },
      list: { edges: [{ node: { restrictedPerson } }], nodes: [{ restrictedPerson }] },
      _entities: [{ restrictedPerson }, { consumptionRestrictions: { nodes: [{ restrictedPerson }] } }],
    });
  });

  it('are public to nobody from the day on which they are lifted', async () => {
    const id = await enter(courts, 'ConsumptionRestriction', ORDER);
    expect(await count()).toBe(1);
    expect(await courts.ask(LIFT, { id }, { caller: staffOf('judiciary') })).toMatchObject({
      data: { consumptionRestrictionCorrect: { revision: 2, errors: [] } },
    });
    expect(await count()).toBe(0);
    expect(await count({ now: new Date('2026-06-14T15:59:59Z') })).toBe(1);
    expect(await count({ caller: staffOf('judiciary') })).toBe(0);
  });

  it('against two persons in one case are two facts, and the same order again is one', async () => {
    const first = await enter(courts, 'ConsumptionRestriction', { ...ORDER, restrictedPerson: '欧阳修' });
    expect(await enter(courts, 'ConsumptionRestriction', { ...ORDER, restrictedPerson: '王安石' })).not.toBe(first);
    expect(await enter(courts, 'ConsumptionRestriction', { ...ORDER, restrictedPerson: '欧阳修' })).toBe(first);
    expect(await documentsIn(courts)).toMatchObject({ consumptionRestrictions: 2 });
  });

  it('against a natural person alone are for the court only', async () => {
    await enter(courts, 'ConsumptionRestriction', {
      ...ORDER,
      subjectUscc: null,
      subjectName: '王安石',
      subjectCategory: 'NATURAL_PERSON',
    });
    expect(await count()).toBe(0);
    expect(await count({ caller: staffOf('tax') })).toBe(0);
    expect(await count({ caller: staffOf('judiciary') })).toBe(1);
  });

  it('are annulled by the court only, and nothing changes when others try', async () => {
    const id = await enter(courts, 'ConsumptionRestriction', ORDER);
    const annul = `mutation ($id: ID!) { consumptionRestrictionAnnul(id: $id, note: "误录") { id errors { field } } }`;
    const before = await documentsIn(courts);
    for (const request of [{}, { caller: staffOf('tax') }]) {
      for (const mutation of [annul, LIFT]) {
        const { errors } = await courts.ask(mutation, { id }, request);
        expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
      }
    }
    expect(await documentsIn(courts)).toEqual(before);
    expect(await courts.ask(annul, { id }, { caller: staffOf('judiciary') })).toMatchObject({
      data: { consumptionRestrictionAnnul: { id } },
    });
    expect(await count({ caller: staffOf('judiciary') })).toBe(0);
  });
});
