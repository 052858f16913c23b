import { isObjectType, isScalarType } from 'graphql';
import { department } from '../../../subgraphs/judiciary/department.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { documentsIn, enter, ID_NUMBER, LISTING, PERSON_LISTING, UNIT } from './courtTest.ts';

const CALLERS = {
  public: {},
  department: { caller: staffOf('tax') },
  owner: { caller: staffOf('judiciary') },
};

let courts: TestDepartment;
beforeEach(async () => {
  courts = await openDepartment(department);
});
afterEach(() => courts.close());

/** Every way to one listing, each with the name under aliases, in fragments and in both halves of a connection. */
const EVERY_PATH = `
  query ($id: ID!, $fact: _Any!, $unit: _Any!) {
    one: judgmentDefaulter(id: $id) { ...Shown again: legalRepresentative ... on CreditFact { record { subjectName } } }
    list: judgmentDefaulters(filter: { caseNo: "(2025)闽0102执123号" }) { edges { cursor node { ...Shown } } nodes { ... { rep: legalRepresentative } } }
    entity: _entities(representations: [$fact]) { ... on JudgmentDefaulter { ...Shown } }
    subject: _entities(representations: [$unit]) { ... on Enterprise { facts: judgmentDefaulterRecords { edges { node { ...Shown } } nodes { ...Shown } } } }
  }
  fragment Shown on JudgmentDefaulter { id ...Name }
  fragment Name on JudgmentDefaulter { legalRepresentative name: legalRepresentative }`;

async function askEveryPath(id: string, who: keyof typeof CALLERS): Promise<string> {
  const variables = {
    id,
    fact: { __typename: 'JudgmentDefaulter', id },
    unit: { __typename: 'Enterprise', uscc: UNIT },
  };
  const { data, errors } = await courts.ask(EVERY_PATH, variables, CALLERS[who]);
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
}

describe('the legal representative of a unit in default', () => {
  it.each(['public', 'department'] as const)('is masked on every path for the %s', async (who) => {
    const answer = await askEveryPath(await enter(courts, 'JudgmentDefaulter', LISTING), who);
    expect(answer).not.toContain('欧阳修');
    expect(answer.match(/欧阳某/g)).toHaveLength(12);
  });

  it('is shown in full to the court itself', async () => {
    const answer = await askEveryPath(await enter(courts, 'JudgmentDefaulter', LISTING), 'owner');
    expect(answer).not.toContain('欧阳某');
    expect(answer.match(/欧阳修/g)).toHaveLength(12);
  });

  it('is never in default for that: no fact, event or type of anybody follows from the listing', async () => {
    await enter(courts, 'JudgmentDefaulter', LISTING);
    expect(await documentsIn(courts)).toEqual({
      judgmentDefaulters: 1,
      judgmentDefaulters_revisions: 0,
      consumptionRestrictions: 0,
      consumptionRestrictions_revisions: 0,
      judgments: 0,
      judgments_revisions: 0,
      bankruptcyCases: 0,
      bankruptcyCases_revisions: 0,
      outbox: 1,
    });
    const { db } = courts.subgraph.database;
    const [event] = await db.collection('outbox').find().toArray();
    expect(JSON.stringify(event)).not.toContain('欧阳修');
    expect(event).toMatchObject({ collection: 'judgmentDefaulters', subjectUscc: UNIT });
  });

  it('leads nowhere in the graph: the name is a plain text, and nobody is found by it', () => {
    const type = department.schema.getType('JudgmentDefaulter');
    const field = isObjectType(type) ? type.getFields()['legalRepresentative'] : undefined;
    expect(isScalarType(field?.type)).toBe(true);
    const root = department.schema.getQueryType()?.getFields() ?? {};
    const filters = Object.values(root).flatMap(({ args }) => args.map(({ name }) => name));
    expect(new Set(filters)).toEqual(new Set(['id', 'first', 'after', 'filter', 'factType', 'representations']));
  });
});

describe('a natural person in default', () => {
  const DETAILS = 'sex age idNo record { subjectName usageScope subjectCategory }';

  it.each(['public', 'department'] as const)('is seen on no path by the %s', async (who) => {
    const id = await enter(courts, 'JudgmentDefaulter', PERSON_LISTING);
    const answer = await askEveryPath(id, who);
    expect(JSON.parse(answer)).toEqual({
      one: null,
      list: { edges: [], nodes: [] },
      entity: [null],
      subject: [{ facts: { edges: [], nodes: [] } }],
    });
  });

  it('is seen by the court, without the birth date and without an enterprise', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', PERSON_LISTING);
    const { data, errors } = await courts.ask(
      `query ($id: ID!) { judgmentDefaulter(id: $id) { subject { uscc } ${DETAILS} } }`,
      { id },
      CALLERS.owner,
    );
    expect(errors).toBeUndefined();
    expect(data?.['judgmentDefaulter']).toEqual({
      subject: null,
      sex: 'MALE',
      age: 36,
      idNo: `359***********${ID_NUMBER.slice(-4)}`,
      record: { subjectName: '张三丰', usageScope: 'AUTHORISED_QUERY', subjectCategory: 'NATURAL_PERSON' },
    });
  });

  it('keeps its details when it is corrected, although nobody reads them in full', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', PERSON_LISTING);
    await courts.ask(
      `mutation ($id: ID!) { judgmentDefaulterCorrect(id: $id, input: { age: 37 }, note: "更正") { id } }`,
      { id },
      CALLERS.owner,
    );
    const stored = await courts.subgraph.database.db.collection('judgmentDefaulters').findOne();
    expect(stored).toMatchObject({ age: 37, idNo: ID_NUMBER, record: { usageScope: 'AUTHORISED_QUERY' } });
  });

  it('is refused where its number stands in the field of the code', async () => {
    const answer = await courts.ask(
      `mutation ($input: JudgmentDefaulterInput!) { judgmentDefaulterCreate(input: $input) { id errors { code } } }`,
      { input: { ...PERSON_LISTING, subjectUscc: ID_NUMBER } },
      CALLERS.owner,
    );
    expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'USCC_INVALID', details: { part: 'CITIZEN_ID' } },
    ]);
    expect(await documentsIn(courts)).toMatchObject({ judgmentDefaulters: 0, outbox: 0 });
  });

  it.each(['sex', 'age', 'idNo'])('has a field %s that does not exist for the public', async (field) => {
    const id = await enter(courts, 'JudgmentDefaulter', LISTING);
    const query = `query ($id: ID!) { judgmentDefaulter(id: $id) { id ${field} } }`;
    const { data, errors } = await courts.ask(query, { id });
    expect(data).toEqual({ judgmentDefaulter: { id, [field]: null } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    expect(await courts.ask(query, { id }, CALLERS.department)).toEqual({ data });
  });
});
