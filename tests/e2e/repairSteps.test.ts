import {
  APPLICANT,
  APPLY,
  applicationFor,
  DECIDE,
  openRemedyCity,
  RESULT,
  STRANGER,
  type RemedyCity,
  type RepairableFact,
  type RepairReply,
} from '../kit/openRemedyCity.ts';

let remedy: RemedyCity;
beforeAll(async () => {
  remedy = await openRemedyCity();
}, 120_000);
afterAll(() => remedy.city.stop());

/** Whether the public sees a penalty. */
async function isShown({ id }: RepairableFact): Promise<boolean> {
  return (await remedy.one(`query ($id: ID!) { penalty(id: $id) { id } }`, { id })) !== null;
}

describe('an application for repair', () => {
  it('is refused before the minimum period is over, and tells from when on', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕2号', '2026-04-10');
    const { repair, errors } = await remedy.one<RepairReply>(APPLY, applicationFor(fact), APPLICANT);
    expect(repair).toBeNull();
    expect(errors).toEqual([
      {
        field: 'fact',
        code: 'TOO_EARLY',
        message: 'the minimum period runs until 2026-07-10; apply from 2026-07-11 on',
      },
    ]);
    const outlook = `query ($type: String!, $id: ID!) { repairOutlook(factType: $type, fact: $id) { isAvailable obstacle from regime papers } }`;
    expect(await remedy.one(outlook, { type: fact.type, id: fact.id })).toEqual({
      isAvailable: false,
      obstacle: 'TOO_EARLY',
      from: '2026-07-11',
      regime: 'ORDER_36',
      papers: ['PROOF_OF_PERFORMANCE', 'PROMISE_LETTER'],
    });
    expect(await remedy.one(outlook, { type: 'AdministrativePenalty', id: 'none' })).toBeNull();
    expect(await remedy.one(outlook, { type: 'Nonsense', id: 'none' })).toBeNull();
  });

  it('wants proof and a promise letter, and is one for one fact at a time', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕3号');
    const bare = { input: { factType: fact.type, fact: fact.id } };
    const { errors } = await remedy.one<RepairReply>(APPLY, bare, APPLICANT);
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ['evidence', 'REQUIRED_MISSING'],
      ['promise', 'REQUIRED_MISSING'],
    ]);
    const both = await Promise.all([1, 2].map(() => remedy.one<RepairReply>(APPLY, applicationFor(fact), APPLICANT)));
    const ids = new Set(both.flatMap(({ repair }) => (repair === null ? [] : [repair.id])));
    expect(ids.size).toBe(1);
    const third = await remedy.one<RepairReply>(APPLY, applicationFor(fact), APPLICANT);
    expect(third.errors).toMatchObject([{ code: 'OPEN_APPLICATION' }]);
  });

  it('can be begun as a draft, and handed in again after it was rejected once with all that is missing', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕4号');
    const { input } = applicationFor(fact);
    const draft = `mutation ($input: RepairInput!) { repairApply(input: $input, isDraft: true) ${RESULT} }`;
    const { repair } = await remedy.one<RepairReply>(draft, { input: { ...input, promise: null } }, APPLICANT);
    const id = repair?.id ?? '';
    expect(repair?.status).toBe('DRAFT');
    const submit = `mutation ($id: ID!, $promise: RemedyPaperInput) { repairSubmit(id: $id, promise: $promise) ${RESULT} }`;
    expect((await remedy.one<RepairReply>(submit, { id }, APPLICANT)).errors).toMatchObject([{ field: 'promise' }]);
    const promise = { name: '信用承诺书', digest: 'cd'.repeat(32) };
    expect(await remedy.one(submit, { id, promise }, APPLICANT)).toMatchObject({ repair: { status: 'SUBMITTED' } });
    const reject = `mutation ($id: ID!) { repairReject(id: $id, missing: "缺少整改报告") ${RESULT} }`;
    expect(await remedy.one(reject, { id }, 'remedy')).toMatchObject({ repair: { status: 'REJECTED' } });
    const missing = `query ($id: ID!) { repair(id: $id) { missing possible } }`;
    expect(await remedy.one(missing, { id }, APPLICANT)).toEqual({
      missing: '缺少整改报告',
      possible: ['SUBMIT', 'WITHDRAW'],
    });
    expect(await remedy.one(submit, { id }, APPLICANT)).toMatchObject({ repair: { status: 'SUBMITTED' } });
  });

  it('moves only along its table, and says what is possible', async () => {
    const id = await remedy.forwarded(await remedy.penalty('榕环罚〔2026〕5号'));
    const accept = `mutation ($id: ID!) { repairAccept(id: $id) ${RESULT} }`;
    expect(await remedy.one(accept, { id }, 'remedy')).toMatchObject({
      repair: { status: 'FORWARDED' },
      errors: [
        {
          code: 'STEP_IMPOSSIBLE',
          message: 'this step can not be done at FORWARDED; possible are: REVIEW, EXTEND, APPROVE, DENY, WITHDRAW',
        },
      ],
    });
  });

  it('can be denied, appealed against and granted then', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕6号');
    const id = await remedy.forwarded(fact);
    const extend = `mutation ($id: ID!) { repairExtend(id: $id, reason: "需现场核查") ${RESULT} }`;
    expect(await remedy.one(extend, { id }, 'disclosure')).toMatchObject({ repair: { status: 'EXTENDED' } });
    expect(await remedy.one(extend, { id }, 'disclosure')).toMatchObject({ errors: [{ code: 'STEP_IMPOSSIBLE' }] });
    expect(await remedy.one(DECIDE, { id, decision: 'DENIED' }, 'disclosure')).toMatchObject({
      repair: { status: 'DENIED' },
    });
    expect(await isShown(fact)).toBe(true);
    const undo = `mutation ($id: ID!) { repairUndo(id: $id, reason: "不实") ${RESULT} }`;
    expect(await remedy.one(undo, { id }, 'remedy')).toMatchObject({ errors: [{ code: 'NOT_APPROVED' }] });
    const appeal = `mutation ($id: ID!) { repairAppeal(id: $id, reason: "已整改") ${RESULT} }`;
    expect(await remedy.one(appeal, { id }, APPLICANT)).toMatchObject({ repair: { status: 'APPEALED' } });
    expect(await remedy.one(DECIDE, { id, decision: 'APPROVED' }, 'disclosure')).toMatchObject({
      repair: { status: 'APPROVED' },
    });
    expect(await isShown(fact)).toBe(false);
  });
});

describe('a fact that turned out to be about another enterprise', () => {
  it('is not repaired by the old applicant’s draft, whose number the new one does not learn', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕9号');
    const { input } = applicationFor(fact);
    const draft = `mutation ($input: RepairInput!) { repairApply(input: $input, isDraft: true) ${RESULT} }`;
    const { repair } = await remedy.one<RepairReply>(draft, { input }, APPLICANT);
    const id = repair?.id ?? '';
    expect(repair?.status).toBe('DRAFT');
    const correct = `mutation ($id: ID!, $input: AdministrativePenaltyInput!) {
      penaltyCorrect(id: $id, input: $input, note: "当事人有误") { errors { field } }
    }`;
    const moved = { id: fact.id, input: { subjectUscc: STRANGER.enterprise } };
    expect(await remedy.one(correct, moved, 'disclosure')).toMatchObject({ errors: [] });

    const submit = `mutation ($id: ID!) { repairSubmit(id: $id) ${RESULT} }`;
    for (const holder of [APPLICANT, 'remedy'])
      expect(await remedy.one(submit, { id }, holder)).toMatchObject({
        repair: { status: 'DRAFT' },
        errors: [{ field: 'id', code: 'SUBJECT_CHANGED' }],
      });
    expect(await remedy.one(APPLY, applicationFor(fact), STRANGER)).toMatchObject({
      repair: { status: 'SUBMITTED' },
      errors: [],
    });
    const again = await remedy.one<RepairReply>(APPLY, applicationFor(fact), STRANGER);
    expect(again.errors).toMatchObject([{ code: 'OPEN_APPLICATION' }]);
  });
});

describe('what is not one’s own', () => {
  it('is refused, and nothing is written', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕7号');
    expect(await remedy.codes(APPLY, applicationFor(fact), STRANGER)).toEqual(['FORBIDDEN']);
    expect(await remedy.codes(APPLY, applicationFor(fact), 'registry')).toEqual(['FORBIDDEN']);
    // At the public's door there is no such thing.
    expect(await remedy.codes(APPLY, applicationFor(fact))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const ofFact = `query ($id: ID!) { repairs(filter: { targetFact: $id }) { totalCount } }`;
    expect(await remedy.one(ofFact, { id: fact.id }, 'remedy')).toEqual({ totalCount: 0 });

    const id = await remedy.forwarded(fact);
    const state = `query ($id: ID!) { repair(id: $id) { status record { revision } } }`;
    const before = await remedy.one(state, { id }, 'remedy');
    const withdraw = `mutation ($id: ID!) { repairWithdraw(id: $id) ${RESULT} }`;
    const undo = `mutation ($id: ID!) { repairUndo(id: $id, reason: "不实") ${RESULT} }`;
    const close = `mutation ($id: ID!) { repairClose(id: $id) ${RESULT} }`;
    const decision = { id, decision: 'APPROVED' };
    // The credit office does not decide: whoever found it repairs it.
    for (const holder of ['remedy', 'registry'])
      expect(await remedy.codes(DECIDE, decision, holder)).toEqual(['FORBIDDEN']);
    for (const holder of [APPLICANT, undefined])
      expect(await remedy.codes(DECIDE, decision, holder)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    for (const holder of ['registry', 'disclosure'])
      expect(await remedy.codes(withdraw, { id }, holder)).toEqual(['FORBIDDEN']);
    expect(await remedy.codes(withdraw, { id }, STRANGER)).toEqual(['FACT_UNKNOWN']);
    expect(await remedy.codes(undo, { id }, 'registry')).toEqual(['FORBIDDEN']);
    expect(await remedy.codes(close, { id }, 'disclosure')).toEqual(['FORBIDDEN']);
    const end = `mutation ($id: ID!) { disclosureEndPublicity(factType: "AdministrativePenalty", fact: $id, reason: REPAIRED, decision: "x") { revision } }`;
    // The departments' software ends publicity, and it comes in by no door.
    for (const holder of ['remedy', 'disclosure', APPLICANT])
      expect(await remedy.codes(end, { id: fact.id }, holder)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await remedy.one(state, { id }, 'remedy')).toEqual(before);
    expect(await isShown(fact)).toBe(true);
  });

  it('is not seen: another enterprise, and another department before it was forwarded', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕8号');
    const { repair } = await remedy.one<RepairReply>(APPLY, applicationFor(fact), APPLICANT);
    const id = repair?.id ?? '';
    const read = `query ($id: ID!) { repair(id: $id) { id } }`;
    for (const holder of [STRANGER, 'disclosure']) expect(await remedy.one(read, { id }, holder)).toBeNull();
    for (const holder of [APPLICANT, 'remedy']) expect(await remedy.one(read, { id }, holder)).toEqual({ id });
    const list = `query ($uscc: USCC!) { enterprise(uscc: $uscc) { repairs(first: 100) { nodes { id } } } }`;
    const { repairs } = await remedy.one<{ repairs: { nodes: readonly { id: string }[] } }>(
      list,
      { uscc: APPLICANT.enterprise },
      APPLICANT,
    );
    expect(repairs.nodes.map((node) => node.id)).toContain(id);
    const others = await remedy.one<{ repairs: { nodes: readonly unknown[] } }>(
      list,
      { uscc: APPLICANT.enterprise },
      STRANGER,
    );
    expect(others.repairs.nodes).toEqual([]);
  });
});
