import { staffOf, type TestDepartment } from '../../../kit/department.ts';
import { filed, subjectOf, TAX, write } from '../commitments/commitmentTest.ts';
import { DEFAULTER, enterListed, GREEN, index, openCredit, OTHER_UNIT, UNIT, WAGES } from '../listTest.ts';
import { entry, evaluationOf, followed, registration, storedIn } from './evaluationTest.ts';

const GOVERNMENT = { caller: TAX };
const at = (instant: string) => ({ now: new Date(instant) });

let credit: TestDepartment;
beforeEach(async () => {
  credit = await openCredit();
});
afterEach(() => credit.close());

describe('Enterprise.evaluation', () => {
  it('gives the base to whom nothing is known of', async () => {
    expect(await evaluationOf(credit)).toEqual({
      basis: 'PUBLIC',
      grade: 'GOOD',
      score: 800,
      excluded: null,
      asOf: '2026-06-15',
      points: [],
      model: { id: '2026.1' },
    });
  });

  it('is kept in step: a listing, an honour and a broken promise move it, each with its reason and fact', async () => {
    const black = await enterListed(credit, WAGES);
    const red = await enterListed(credit, GREEN);
    const promise = await filed(credit, VOLUNTARY, TAX);
    expect(await storedIn(credit)).toHaveLength(1);
    const broken = 'fulfilment: NONE, unperformed: "全部", liabilityPursued: "追责", note: "核查"';
    await write(credit, TAX, `commitmentConfirm(id: $id, ${broken})`, { id: promise });
    expect(await evaluationOf(credit)).toMatchObject({
      grade: 'POOR',
      score: 542,
      points: [
        { ruleId: 'serious-dishonesty', points: -208, reason: 'Serious dishonest conduct', fact: { id: black } },
        { ruleId: 'broken-commitment', points: -80, fact: { id: promise } },
        { ruleId: 'social-responsibility', points: 30, fact: { id: red } },
      ],
    });
    expect(await evaluationOf(credit, { locale: 'zh' }, { model: '2025.1' })).toMatchObject({
      grade: 'FAIR',
      score: 562,
      points: [
        { reason: '严重失信信息' },
        { reason: '未履行信用承诺或作出虚假承诺' },
        { ruleId: 'social-responsibility' },
      ],
    });
  });

  it('never mixes what the public may see with what departments share', async () => {
    await followed(credit, [
      entry(1, { fact: 'public', type: 'AdministrativePenalty' }, { severity: 'GENERAL' }),
      entry(2, { fact: 'shared', type: 'AdministrativePenalty' }, { severity: 'GENERAL', usageScope: 'GOV_SHARED' }),
      entry(
        3,
        { fact: 'asked', type: 'AdministrativePenalty' },
        { severity: 'GENERAL', usageScope: 'AUTHORISED_QUERY' },
      ),
      entry(
        4,
        { fact: 'own', department: 'credit', type: 'Commitment' },
        { severity: 'GENERAL', usageScope: 'AUTHORISED_QUERY' },
      ),
      entry(5, { fact: 'hidden', type: 'AdministrativePenalty' }, { severity: 'GENERAL', state: 'HIDDEN' }),
      entry(
        6,
        { fact: 'nobody', type: 'AdministrativePenalty' },
        { severity: 'GENERAL', qualityFlags: ['SUBJECT_UNLINKED'] },
      ),
    ]);
    const factsOf = async (request: object) => {
      const { basis, points } = await evaluationOf(credit, request, { model: '2025.1' });
      return [basis, points.map((point) => (point as unknown as { fact: { id: string } }).fact.id)];
    };
    const readers = [{}, { caller: subjectOf(UNIT) }, { caller: subjectOf(OTHER_UNIT) }];
    for (const reader of readers) expect(await factsOf(reader)).toEqual(['PUBLIC', ['public']]);
    for (const name of ['tax', 'credit', 'judiciary'])
      expect(await factsOf({ caller: staffOf(name) })).toEqual(['GOVERNMENT', ['nobody', 'public', 'shared']]);
    await credit.subgraph.database.db.collection('evaluations').deleteMany({});
    for (const reader of readers) expect(await factsOf(reader)).toEqual(['PUBLIC', ['public']]);
    expect(await factsOf({ caller: staffOf('credit') })).toEqual(['GOVERNMENT', ['nobody', 'public', 'shared']]);
  });

  it.each([
    ['on its last day', '2026-06-20T15:59:59Z', 560],
    ['on the next day, though nothing was computed since', '2026-06-20T16:00:00Z', 800],
  ])('counts a fact %s', async (_when, instant, score) => {
    await followed(credit, [entry(1, {}, { publicity: { from: '2025-03-10', until: '2026-06-20' } })]);
    expect(await evaluationOf(credit, at(instant))).toMatchObject({ score });
    expect(await evaluationOf(credit, { ...at(instant), ...GOVERNMENT })).toMatchObject({ score });
  });

  it('counts a fact from the day on which its window opens', async () => {
    await followed(credit, [entry(1, {}, { publicity: { from: '2026-06-20' } })]);
    const scores = ['2026-06-19T15:59:59Z', '2026-06-19T16:00:00Z'].map((day) => evaluationOf(credit, at(day)));
    expect((await Promise.all(scores)).map(({ score }) => score)).toEqual([800, 560]);
  });

  it('leaves out at once what its owner has changed and the index does not follow yet', async () => {
    const id = await enterListed(credit, WAGES);
    expect(await evaluationOf(credit)).toMatchObject({ score: 592 });
    const annul = 'mutation ($id: ID!) { listEntryAnnul(id: $id, note: "误录") { id } }';
    await credit.ask(annul, { id }, { caller: staffOf('credit') });
    expect(await evaluationOf(credit)).toMatchObject({ score: 800, points: [] });
    expect(await evaluationOf(credit, GOVERNMENT)).toMatchObject({ score: 800, points: [] });
    await credit.settle();
    expect(await evaluationOf(credit)).toMatchObject({ score: 800 });
  });

  it.each([
    ['REVOKED', 'REVOKED'],
    ['DEREGISTERED', 'DEREGISTERED'],
    ['ANNULLED', 'ANNULLED'],
    ['MOVED_OUT', 'MOVED_OUT'],
    ['SUSPENDED', null],
    ['IN_BUSINESS', null],
  ])('of an enterprise that is %s: not for %s', async (status, excluded) => {
    await followed(credit, [entry(1), registration(2, status)]);
    const expected =
      excluded === null ? { grade: 'FAIR', score: 560, excluded } : { grade: null, score: null, excluded, points: [] };
    expect(await evaluationOf(credit)).toMatchObject(expected);
    await credit.subgraph.database.db.collection('evaluations').deleteMany({});
    expect(await evaluationOf(credit)).toMatchObject(expected);
  });

  it('is made again where it was stored by other models', async () => {
    await followed(credit, [entry(1)]);
    const evaluations = credit.subgraph.database.db.collection('evaluations');
    await evaluations.updateMany({}, { $set: { 'evaluations.PUBLIC.0.score': 1 } });
    expect(await evaluationOf(credit)).toMatchObject({ score: 1 });
    await evaluations.updateMany({}, { $set: { version: 'other' } });
    expect(await evaluationOf(credit)).toMatchObject({ score: 560 });
  });

  it('says how it may be used, and refuses a model that there is not', async () => {
    const unit = { __typename: 'Enterprise', uscc: UNIT };
    const ask = (field: string) =>
      credit.ask(`query ($unit: _Any!) { _entities(representations: [$unit]) { ... on Enterprise { ${field} } } }`, {
        unit,
      });
    expect(JSON.stringify((await ask('evaluation { note digest dimensions { dimension points } }')).data)).toContain(
      'by it alone',
    );
    const { errors } = await ask('evaluation(model: "1999.1") { score }');
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['VALUE_INVALID']);
  });

  it('of many enterprises costs one command for what is stored', async () => {
    await index(credit, { ...DEFAULTER });
    const units = Array.from({ length: 20 }, (_, at_) => ({
      __typename: 'Enterprise',
      uscc: at_ % 2 === 0 ? UNIT : OTHER_UNIT,
    }));
    const { data, errors } = await credit.ask(
      'query ($units: [_Any!]!) { _entities(representations: $units) { ... on Enterprise { evaluation { score } } } }',
      { units },
    );
    expect(errors).toBeUndefined();
    const scores = (data?.['_entities'] as { evaluation: { score: number } }[]).map(
      ({ evaluation }) => evaluation.score,
    );
    expect(scores).toEqual(Array.from({ length: 20 }, (_, at_) => (at_ % 2 === 0 ? 560 : 800)));
  });
});

describe('Query.evaluationModels', () => {
  it('opens all criteria to everybody', async () => {
    const { data, errors } = await credit.ask(`{
      evaluationModels { id title validFrom basePoints highest grades { grade from } dimensions { dimension gain lose } exclusions
        rules { id dimension reason polarity severity factTypes lists catalogueKinds values points cap decay { months percent } } }
      evaluationModel(id: "2025.1") { id } none: evaluationModel(id: "1.1") { id } }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      evaluationModels: [{ id: '2026.1' }, { id: '2025.1' }],
      evaluationModel: { id: '2025.1' },
      none: null,
    });
    expect(JSON.stringify(data)).toContain('result: UNREACHABLE | FALSE_DISCLOSURE | REFUSED_COOPERATION');
  });
});

/** A promise that also those with serious records may make. */
const VOLUNTARY = {
  subjectUscc: UNIT,
  subjectName: '福州测试（集团）有限公司',
  subjectCategory: 'LEGAL_OR_UNINCORPORATED',
  kind: 'VOLUNTARY',
  reason: '诚信经营',
  content: '诚信经营',
  liability: '记入信用记录',
  acceptUnit: '福州市商务局',
  acceptUnitUscc: '11350100003604563L',
};
