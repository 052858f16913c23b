import { readSettled } from '../../../subgraphs/search/index/readSettled.ts';
import { findCandidates } from '../../../subgraphs/search/index/findCandidates.ts';
import { findCandidatesOfAll } from '../../../subgraphs/search/index/findCandidatesOfAll.ts';
import { prepareQuery } from '../../../subgraphs/search/matching/prepareQuery.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { commandsOf } from '../../kit/commands.ts';
import { NOW } from '../../kit/department.ts';
import { CODES, openSearch, type SearchCity } from './openSearch.ts';

const [RONGDA = '', SHUICHAN = '', GONE = '', HIDDEN = ''] = CODES;
const OLD_NUMBER = '350100100012341';
const CITIZEN = '11010519491231002X';

interface Candidate {
  readonly uscc: string;
  readonly enterprise: { readonly uscc: string };
  readonly name: string;
  readonly score: number;
  readonly nameScore: number | null;
  readonly isMatch: boolean;
  readonly features: readonly { feature: string; similarity: number; weight: number; query: string; target: string }[];
}

const MATCH = `query ($queries: [EnterpriseMatchInput!]!, $threshold: Float, $cutOff: Float, $first: Int) {
  matchEnterprises(queries: $queries, threshold: $threshold, cutOff: $cutOff, first: $first) {
    index candidates { uscc enterprise { uscc } name score nameScore isMatch
      features { feature similarity weight query target } }
  }
}`;

let search: SearchCity;
beforeAll(async () => {
  search = await openSearch();
  await search.register([
    {
      uscc: RONGDA,
      name: '江西荣达爆破新技术开发有限公司',
      districtCode: '360102',
      establishedOn: '2009-05-18',
      legacyRegistrationNo: OLD_NUMBER,
    },
    { uscc: SHUICHAN, name: '福州海丰水产（集团）有限公司', districtCode: '350102' },
    { uscc: GONE, name: '福州海丰水产贸易有限公司', status: 'DEREGISTERED', districtCode: '350102' },
    { uscc: HIDDEN, name: '福州秘密潜水器材有限公司', state: 'HIDDEN' },
  ]);
  await search.city.settle();
}, 120_000);
afterAll(() => search.city.close());

async function match(queries: readonly object[], more: object = {}): Promise<readonly (readonly Candidate[])[]> {
  const { data, errors } = await search.city.ask('search', MATCH, { queries, ...more });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const found = data?.['matchEnterprises'] as readonly { index: number; candidates: readonly Candidate[] }[];
  expect(found.map(({ index }) => index)).toEqual(queries.map((_, at) => at));
  return found.map(({ candidates }) => candidates);
}

async function refusal(queries: readonly object[], more: object = {}) {
  const { data, errors = [] } = await search.city.ask('search', MATCH, { queries, ...more });
  const [error] = errors as unknown as readonly { message: string; extensions: { code: string; details: object } }[];
  expect(data?.['matchEnterprises'] ?? null).toBeNull();
  return error === undefined ? undefined : { ...error.extensions, message: error.message };
}

describe('matchEnterprises', () => {
  it.each([
    ['a damaged name', { name: '江西荣达爆破新技术开发有眼公司' }, RONGDA],
    ['a name and its region beside it', { name: '海丰水产集团有限公司', district: '福州市' }, SHUICHAN],
    ['a code', { codes: [SHUICHAN] }, SHUICHAN],
    ['an old registration number', { codes: [OLD_NUMBER] }, RONGDA],
    ['a name with a code', { name: '荣达爆破', codes: [RONGDA] }, RONGDA],
    ['everything at once', { name: '江西荣达爆破新技术开发有限公司', establishedOn: '2009-05-18' }, RONGDA],
  ])('finds by %s', async (_what, query, uscc) => {
    const [candidates = []] = await match([query]);
    expect(candidates[0]).toMatchObject({ uscc, enterprise: { uscc }, isMatch: true });
    expect(candidates[0]?.score).toBeGreaterThanOrEqual(0.7);
    expect(candidates[0]?.features.length).toBeGreaterThan(0);
  });

  it('explains the score by features with what was compared', async () => {
    const [candidates = []] = await match([{ name: '江西荣大爆破新技术开发有限公司' }]);
    const features = new Map(candidates[0]?.features.map((feature) => [feature.feature, feature]));
    expect(features.get('REGION')).toMatchObject({ similarity: 1, query: '江西', target: '江西' });
    expect(features.get('TRADE_NAME')?.query).toContain('荣大');
    expect(features.get('TRADE_NAME')?.target).toContain('荣达');
    expect(features.get('TRADE_NAME')?.similarity).toBeLessThan(1);
    expect(candidates[0]?.nameScore).toBe(candidates[0]?.score);
  });

  it('turns its knobs', async () => {
    const query = { name: '福州海丰水产有限公司' };
    const [all = []] = await match([query], { cutOff: 0 });
    const { score = 0 } = all[0] ?? {};
    expect(all.length).toBeGreaterThan(1);
    expect((await match([query], { cutOff: 0, first: 1 }))[0]).toHaveLength(1);
    expect((await match([query], { cutOff: 1 }))[0]?.every((candidate) => candidate.score === 1)).toBe(true);
    expect((await match([query], { threshold: 0 }))[0]?.every(({ isMatch }) => isMatch)).toBe(true);
    const [strict = []] = await match([query], { threshold: Math.min(1, score + 0.0001) });
    expect(strict[0]?.isMatch).toBe(score === 1);
  });

  it('shows what the caller may see, and masks what may be a person’s number', async () => {
    expect(await match([{ name: '福州秘密潜水器材有限公司' }, { codes: [HIDDEN] }], { cutOff: 0.6 })).toEqual([[], []]);
    const found = await match([{ name: '荣达爆破', codes: [CITIZEN, RONGDA] }]);
    expect(JSON.stringify(found)).not.toContain(CITIZEN);
  });

  it.each([
    ['an empty record', [{ name: '荣达' }, {}], {}, 'RECORD_EMPTY', { index: 1 }],
    ['a record of placeholders', [{ name: ' - ', codes: ['', '无'] }], {}, 'RECORD_EMPTY', { index: 0 }],
    ['101 records', Array.from({ length: 101 }, () => ({ name: '荣达' })), {}, 'LIST_TOO_LONG', { limit: 100 }],
    [
      'eleven codes',
      [{ codes: Array.from({ length: 11 }, String) }],
      {},
      'LIST_TOO_LONG',
      { argument: 'queries[0].codes' },
    ],
    ['a page for a name', [{ name: '公'.repeat(10_000) }], {}, 'VALUE_INVALID', { type: 'queries[0].name' }],
    ['a threshold that is none', [{ name: '荣达' }], { threshold: 1.5 }, 'VALUE_INVALID', { type: 'threshold' }],
    ['a cut-off that is none', [{ name: '荣达' }], { cutOff: -0.1 }, 'VALUE_INVALID', { type: 'cutOff' }],
    ['too many candidates', [{ name: '荣达' }], { first: 21 }, 'PAGE_SIZE', { limit: 20 }],
  ])('refuses %s', async (_what, queries, more, code, details) => {
    expect(await refusal(queries, more)).toMatchObject({ code, details });
  });

  it.each(['公司', '有限公司', '.*', '$where', '\u0000\u0001', '😀😀😀', '((((', '福', 'a'.repeat(400), '%'])(
    'answers the hostile name %j',
    async (name) => {
      const { data, errors = [] } = await search.city.ask('search', MATCH, { queries: [{ name }] });
      const code = (errors[0]?.extensions as { code?: string } | undefined)?.code;
      expect(data?.['matchEnterprises'] === null ? code : 'answered').toMatch(/answered|RECORD_EMPTY/);
    },
  );

  it('answers nothing for nothing', async () => {
    expect(await match([])).toEqual([]);
  });

  it('reads a batch with as few commands as a record', async () => {
    const department = { subgraph: search.city.department('search') };
    const queries = Array.from({ length: 100 }, (_, at) => ({
      name: `福州海丰水产${at}有限公司`,
      codes: [CODES[at % CODES.length] ?? ''],
    }));
    const count = async (some: readonly object[]): Promise<number> => {
      const sent = await commandsOf(department, () => match(some));
      // The state of the index is read once a second, however much is asked.
      const reads = sent.filter(({ collection }) => collection !== 'index_state');
      return reads.filter(({ name }) => ['find', 'aggregate'].includes(name)).length;
    };
    await match(queries);
    const single = await count(queries.slice(0, 1));
    expect(single).toBeGreaterThan(2);
    expect(await count(queries)).toBe(single);
  });

  it('finds in a batch what it finds one by one', async () => {
    const context = search.city
      .department('search')
      .contextFor({ caller: ANONYMOUS, requestId: 'test', now: NOW, locale: 'en' });
    const queries = ['海丰水产', '江西荣达', '不存在', '福州海丰贸易'].map((name, at) =>
      prepareQuery({ name, codes: at === 1 ? [SHUICHAN] : [] }),
    );
    const read = await readSettled(
      context,
      async (generation) => (await findCandidatesOfAll(generation, queries, context, 100)).flat(),
      ({ subjectUscc }) => subjectUscc,
    );
    const singly = await Promise.all(queries.map((query) => findCandidates(query, context)));
    expect(read.rows).toEqual(singly.flat());
  });
});
