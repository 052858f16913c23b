import { APPLICANT, openRemedyCity, STRANGER, type RemedyCity, type RepairableFact } from '../kit/openRemedyCity.ts';

let remedy: RemedyCity;
beforeAll(async () => {
  remedy = await openRemedyCity();
}, 120_000);
afterAll(() => remedy.city.stop());

const RESULT = '{ objection { id status openEffects } errors { field code } }';
const FILE = `mutation ($input: ObjectionInput!) { objectionFile(input: $input) ${RESULT} }`;

interface Reply {
  readonly objection: { readonly id: string; readonly status: string; readonly openEffects: unknown } | null;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

const objectionTo = ({ type, id }: RepairableFact) => ({
  input: { factType: type, fact: id, grounds: ['ERROR'], statement: '罚款金额有误' },
});

async function filed(fact: RepairableFact): Promise<string> {
  const { objection } = await remedy.one<Reply>(FILE, objectionTo(fact), APPLICANT);
  return objection?.id ?? '';
}

const take = (mutation: string, id: string, holder: string | typeof APPLICANT, more = ''): Promise<Reply> =>
  remedy.one(`mutation ($id: ID!) { ${mutation}(id: $id${more}) ${RESULT} }`, { id }, holder);

/** Whether the fact is marked; null where nobody sees it. */
async function mark({ id }: RepairableFact): Promise<boolean | null> {
  const fact = await remedy.one<{ record: { disputed: boolean } } | null>(
    `query ($id: ID!) { penalty(id: $id) { record { disputed } } }`,
    { id },
  );
  return fact?.record.disputed ?? null;
}

describe('an objection', () => {
  it('marks the fact at once, in the timeline as well, and unmarks it when it is rejected', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕21号');
    expect(await mark(fact)).toBe(false);
    const { objection } = await remedy.one<Reply>(FILE, objectionTo(fact), APPLICANT);
    expect(objection).toMatchObject({ status: 'MARKED', openEffects: null });
    expect(await mark(fact)).toBe(true);
    await remedy.city.settled();
    const timeline = `{ enterprise(uscc: "${APPLICANT.enterprise}") { timeline { nodes { fact { id record { disputed } } } } } }`;
    expect(await remedy.one(timeline)).toMatchObject({
      timeline: { nodes: [{ fact: { id: fact.id, record: { disputed: true } } }] },
    });

    const id = objection?.id ?? '';
    await take('objectionCheck', id, 'remedy');
    expect(await take('objectionAnswer', id, 'remedy', ', answer: "与文书一致"')).toMatchObject({
      objection: { status: 'ANSWERED' },
    });
    const end = ', outcome: REJECTED, conclusion: "原记录无误"';
    expect(await take('objectionConclude', id, 'remedy', end)).toMatchObject({
      objection: { status: 'REJECTED', openEffects: null },
    });
    expect(await mark(fact)).toBe(false);

    expect(await take('objectionReview', id, APPLICANT, ', reason: "仍有异议"')).toMatchObject({
      objection: { status: 'REVIEW', openEffects: null },
    });
    expect(await mark(fact)).toBe(true);
    await take('objectionConclude', id, 'remedy', ', outcome: CORRECTED, conclusion: "已更正"');
    expect(await mark(fact)).toBe(false);
  }, 120_000);

  it('that is upheld takes the fact from every door', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕22号');
    const id = await filed(fact);
    const read = `query ($id: ID!) { objection(id: $id) { id } }`;
    expect(await remedy.one(read, { id }, 'disclosure')).toBeNull();
    await take('objectionForward', id, 'remedy');
    expect(await remedy.one(read, { id }, 'disclosure')).toEqual({ id });
    const answer = `mutation ($id: ID!) { objectionAnswer(id: $id, answer: "x") ${RESULT} }`;
    for (const holder of ['remedy', 'registry'])
      expect(await remedy.codes(answer, { id }, holder)).toEqual(['FORBIDDEN']);
    expect(await remedy.codes(answer, { id }, APPLICANT)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    await take('objectionAnswer', id, 'disclosure', ', answer: "不符合处罚条件"');
    expect(await take('objectionConclude', id, 'remedy', ', outcome: UPHELD, conclusion: "终止公示"')).toMatchObject({
      objection: { status: 'UPHELD', openEffects: null },
    });
    expect(await mark(fact)).toBeNull();
    expect(await take('objectionReview', id, APPLICANT, ', reason: "x"')).toMatchObject({
      errors: [{ code: 'STEP_IMPOSSIBLE' }],
    });
  }, 120_000);

  it('is never upheld by the office alone: the owner answers first, and anew after a review', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕25号');
    const id = await filed(fact);
    const uphold = () => take('objectionConclude', id, 'remedy', ', outcome: UPHELD, conclusion: "终止公示"');
    const refused = (status: string) => ({
      objection: { status, openEffects: null },
      errors: [{ field: 'outcome', code: 'OWNER_MUST_ANSWER' }],
    });
    await take('objectionCheck', id, 'remedy');
    expect(await uphold()).toMatchObject({ errors: [{ code: 'STEP_IMPOSSIBLE' }] });
    await take('objectionAnswer', id, 'remedy', ', answer: "不符合处罚条件"');
    expect(await uphold()).toMatchObject(refused('ANSWERED'));
    expect(await mark(fact)).toBe(true);

    expect(await take('objectionForward', id, 'remedy')).toMatchObject({ objection: { status: 'FORWARDED' } });
    await take('objectionAnswer', id, 'disclosure', ', answer: "与文书一致"');
    await take('objectionConclude', id, 'remedy', ', outcome: REJECTED, conclusion: "原记录无误"');
    await take('objectionReview', id, APPLICANT, ', reason: "仍有异议"');
    expect(await uphold()).toMatchObject(refused('REVIEW'));
    expect(await mark(fact)).toBe(true);

    await take('objectionForward', id, 'remedy');
    await take('objectionAnswer', id, 'disclosure', ', answer: "确不符合处罚条件"');
    expect(await uphold()).toMatchObject({ objection: { status: 'UPHELD', openEffects: null }, errors: [] });
    expect(await mark(fact)).toBeNull();
  }, 120_000);

  it('can be withdrawn, which unmarks the fact', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕23号');
    const id = await filed(fact);
    expect(await take('objectionWithdraw', id, APPLICANT)).toMatchObject({ objection: { status: 'WITHDRAWN' } });
    expect(await mark(fact)).toBe(false);
  });

  it('is for the enterprise concerned alone; nothing is written and nothing marked for others', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕24号');
    for (const holder of [STRANGER, 'disclosure'])
      expect(await remedy.codes(FILE, objectionTo(fact), holder)).toEqual(['FORBIDDEN']);
    expect(await remedy.codes(FILE, objectionTo(fact))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await mark(fact)).toBe(false);
    const list = `query ($id: ID!) { objections(filter: { targetFact: $id }) { totalCount } }`;
    expect(await remedy.one(list, { id: fact.id }, 'remedy')).toEqual({ totalCount: 0 });
    await filed(fact);
    expect(await remedy.one(FILE, objectionTo(fact), APPLICANT)).toMatchObject({
      errors: [{ code: 'OPEN_APPLICATION' }],
    });
  });
});
