import { ANONYMOUS } from '../../../../src/identity/Caller.ts';
import { staffOf, type TestDepartment } from '../../../kit/department.ts';
import { DEFAULTER, enterListed, GREEN, index, openCredit, OTHER_UNIT, UNIT, WAGES } from '../listTest.ts';
import { listSearch } from '../../../../subgraphs/credit/lists/listSearch.ts';
import { onList } from '../../../../subgraphs/credit/lists/onList.ts';
import { timelineOf } from '../../../../subgraphs/credit/timeline/readableFacts.ts';

const PAGE = `query ($id: ID!, $first: Int, $after: String, $search: String) { creditList(id: $id) { entryCount
  entries(first: $first, after: $after, search: $search) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id list { id } subject { uscc } subjectName listedOn expiresOn earlyRemovalOn decidedBy fact { __typename id } } } } }`;

interface Page {
  readonly entryCount: number;
  readonly entries: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly id: string; readonly subjectName: string }[];
  };
}

describe('those who stand on a list', () => {
  let credit: TestDepartment;
  const page = async (variables: Record<string, unknown>, request = {}): Promise<Page> => {
    const { data, errors } = await credit.ask(PAGE, variables, request);
    expect(errors).toBeUndefined();
    return data?.['creditList'] as Page;
  };
  beforeEach(async () => {
    credit = await openCredit();
  });
  afterEach(() => credit.close());

  it('are found with the days of the law, whoever decided, and the fact behind them', async () => {
    const id = await enterListed(credit, WAGES);
    const { entries } = await page({ id: 'wage-arrears' });
    expect(entries.nodes).toEqual([
      {
        id,
        list: { id: 'wage-arrears' },
        subject: { uscc: UNIT },
        subjectName: '福州测试（集团）有限公司',
        listedOn: '2025-01-10',
        expiresOn: '2028-01-10',
        earlyRemovalOn: '2025-07-11',
        decidedBy: '福州市人力资源和社会保障局',
        fact: { __typename: 'ListEntry', id },
      },
    ]);
  });

  it('are facts of other departments too, without a day where the law has none', async () => {
    await index(credit, {});
    const { entries } = await page({ id: 'judgment-defaulters' });
    expect(entries.nodes).toMatchObject([
      { listedOn: '2025-03-10', expiresOn: null, earlyRemovalOn: null, decidedBy: '福州市鼓楼区人民法院' },
    ]);
  });

  it('are none of a type that no department knows, whoever asks', async () => {
    await index(credit, { _id: 'known' }, { _id: 'unheard', type: 'Unheard' });
    for (const caller of [ANONYMOUS, staffOf('judiciary')]) {
      const { entryCount, entries } = await page({ id: 'judgment-defaulters' }, { caller });
      expect([entryCount, entries.totalCount, entries.nodes.map(({ id }) => id)]).toEqual([1, 1, ['known']]);
    }
  });

  it('come page by page, newest first, and are counted', async () => {
    const days = ['2025-01-01', '2025-01-03', '2025-01-02'];
    await index(credit, ...days.map((sortOn) => ({ _id: sortOn, sortOn })));
    const first = await page({ id: 'judgment-defaulters', first: 2 });
    expect(first.entryCount).toBe(3);
    expect(first.entries).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.entries.nodes.map(({ id }) => id)).toEqual(['2025-01-03', '2025-01-02']);
    const next = await page({ id: 'judgment-defaulters', first: 2, after: first.entries.pageInfo.endCursor });
    expect(next.entries.nodes.map(({ id }) => id)).toEqual(['2025-01-01']);
    expect(next.entries.pageInfo.hasNextPage).toBe(false);
  });

  it('refuse the cursor of another list', async () => {
    await index(credit, {}, {});
    const { entries } = await page({ id: 'judgment-defaulters', first: 1 });
    const { errors } = await credit.ask(PAGE, { id: 'wage-arrears', after: entries.pageInfo.endCursor });
    expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  });

  it('leave with the end of their term, by removal and by annulment', async () => {
    await enterListed(credit, WAGES);
    const count = async (day: string) =>
      (await page({ id: 'wage-arrears' }, { now: new Date(`${day}T04:00:00Z`) })).entries.totalCount;
    expect([await count('2028-01-10'), await count('2028-01-11')]).toEqual([1, 0]);
  });

  it('are shown to departments alone while they are shared', async () => {
    await index(credit, { record: { ...DEFAULTER.record, usageScope: 'GOV_SHARED' } });
    expect((await page({ id: 'judgment-defaulters' })).entries.totalCount).toBe(0);
    const seen = await page({ id: 'judgment-defaulters' }, { caller: staffOf('registry') });
    expect(seen).toMatchObject({ entryCount: 1, entries: { totalCount: 1 } });
  });
});

describe('a search of a list', () => {
  let credit: TestDepartment;
  const found = async (search: string): Promise<string[]> => {
    const { data, errors } = await credit.ask(PAGE, { id: 'judgment-defaulters', search });
    if (errors !== undefined) throw new Error(String(errors[0]?.extensions['code']));
    return (data?.['creditList'] as Page).entries.nodes.map(({ id }) => id);
  };
  beforeAll(async () => {
    credit = await openCredit();
    const named = (_id: string, subjectName: string) => ({
      _id,
      subjectUscc: OTHER_UNIT,
      record: { ...DEFAULTER.record, subjectName },
    });
    await index(credit, { _id: 'one' }, named('two', '厦门.*食品厂'), named('three', '厦门食品厂'));
  });
  afterAll(() => credit.close());

  it.each([
    ['测试（集团）', ['one']],
    ['测试(集团)', ['one']],
    [' 测 试 [集团] ', ['one']],
    [UNIT, ['one']],
    [UNIT.toLowerCase(), ['one']],
    ['食品厂', ['two', 'three']],
    ['.*', ['two']],
    ['门.*食', ['two']],
    ['不存在', []],
    ['', ['two', 'three', 'one']],
  ])('for %j finds %j', async (search, ids) => {
    expect((await found(search)).sort()).toEqual([...ids].sort());
  });

  it.each(['厂', '厂'.repeat(101)])('refuses what is too short or too long', async (search) => {
    await expect(found(search)).rejects.toThrow('VALUE_INVALID');
  });

  it('reads no fact whose name does not match, even in the middle of names', async () => {
    const filter = { $and: [onList('judgment-defaulters'), listSearch('judgment-defaulters', '集团')] };
    const sought = timelineOf(credit.subgraph.database).find(filter).sort({ sortOn: -1, _id: -1 });
    expect(await sought.explain('executionStats')).toMatchObject({
      executionStats: { totalDocsExamined: 1, totalKeysExamined: 1 },
    });
  });
});

describe('a red list', () => {
  let credit: TestDepartment;
  beforeEach(async () => {
    credit = await openCredit();
  });
  afterEach(() => credit.close());
  const count = async (day: string) => {
    const { data } = await credit.ask(PAGE, { id: 'environment-green' }, { now: new Date(`${day}T04:00:00Z`) });
    const { entryCount, entries } = data?.['creditList'] as Page;
    return [entryCount, entries.totalCount];
  };

  it('holds an entry, as trustworthy conduct, once its public notice is over', async () => {
    const id = await enterListed(credit, { ...GREEN, listedOn: '2026-02-20' });
    expect([await count('2026-02-28'), await count('2026-03-01')]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const { data } = await credit.ask(
      'query ($id: ID!) { listEntry(id: $id) { list { kind } record { polarity severity } } }',
      {
        id,
      },
    );
    expect(data).toEqual({ listEntry: { list: { kind: 'RED' }, record: { polarity: 'POSITIVE', severity: null } } });
  });

  it('holds none without a notice, and none under objection', async () => {
    await enterListed(credit, { ...GREEN, noticeFrom: null, noticeUntil: null });
    await index(credit, {
      type: 'ListEntry',
      lists: ['environment-green'],
      record: { ...DEFAULTER.record, polarity: 'POSITIVE', disputed: true },
    });
    const { data } = await credit.ask(PAGE, { id: 'environment-green' }, { caller: staffOf('credit') });
    expect(data?.['creditList']).toMatchObject({ entryCount: 0, entries: { totalCount: 0 } });
  });

  it('leaves a black entry under objection where it is', async () => {
    await index(credit, { record: { ...DEFAULTER.record, disputed: true } });
    const { data } = await credit.ask(PAGE, { id: 'judgment-defaulters' });
    expect(data?.['creditList']).toMatchObject({ entryCount: 1 });
  });
});

describe('the lists of an enterprise', () => {
  it('are all that it stands on, of both kinds or of one', async () => {
    const credit = await openCredit();
    await enterListed(credit, WAGES);
    await enterListed(credit, GREEN);
    const { data, errors } = await credit.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise {
        all: listEntries { list { id } } red: listEntries(kind: RED) { list { id } } } } }`,
      { of: [UNIT, OTHER_UNIT].map((uscc) => ({ __typename: 'Enterprise', uscc })) },
    );
    expect(errors).toBeUndefined();
    const green = { list: { id: 'environment-green' } };
    expect(data?.['_entities']).toEqual([
      { all: [green, { list: { id: 'wage-arrears' } }], red: [green] },
      { all: [], red: [] },
    ]);
    await credit.close();
  });
});

describe('the catalogue of lists', () => {
  it('is narrowed by kind and owner, and names the law, terms and measures of each', async () => {
    const credit = await openCredit();
    const { data, errors } = await credit.ask(
      `{ creditLists(kind: BLACK, owner: "judiciary") { id kind title owner authority
          edition { edition basis { law mark } terms { months earlyRemovalMonths when } }
          editions { from } measures { id } } none: creditList(id: "unheard-of") { id } }`,
      {},
      { locale: 'zh' },
    );
    expect(errors).toBeUndefined();
    expect(data?.['none']).toBeNull();
    expect(data?.['creditLists']).toMatchObject([
      {
        id: 'judgment-defaulters',
        title: '失信被执行人名单',
        owner: 'judiciary',
        edition: {
          edition: '2017',
          basis: { mark: 'CONFIRMED' },
          terms: [
            { months: null, earlyRemovalMonths: null, when: ['conduct: REFUSES_THOUGH_ABLE'] },
            { months: 24, earlyRemovalMonths: null, when: [] },
          ],
        },
        editions: [{ from: '2017-05-01' }, { from: '2013-10-01' }],
      },
    ]);
    await credit.close();
  });
});
