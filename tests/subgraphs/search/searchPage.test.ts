import { CODES, openSearch, type Hit, type SearchCity } from './openSearch.ts';

const [RONGDA = '', SHUICHAN = '', CHONGQING = '', FANDAN = '', KFC = '', GONE = ''] = CODES;
const OLD_NUMBER = '350100100012341';

let search: SearchCity;
beforeAll(async () => {
  search = await openSearch();
  await search.register([
    {
      uscc: RONGDA,
      name: '江西荣达爆破新技术开发有限公司',
      formerNames: ['南昌荣达矿山工程队'],
      industryCode: 'M7320',
      districtCode: '360102',
      establishedOn: '2009-05-18',
      legacyRegistrationNo: OLD_NUMBER,
    },
    { uscc: SHUICHAN, name: '福州海丰水产（集团）有限公司', industryCode: '1361', districtCode: '350102' },
    { uscc: CHONGQING, name: '重庆长安汽车股份有限公司', industryCode: '3610' },
    { uscc: FANDAN, name: '福清市樊丹食品有限公司', industryCode: '1439', districtCode: '350181' },
    { uscc: KFC, name: '福州KFC餐饮管理有限公司', industryCode: '6210', districtCode: '350102' },
    { uscc: GONE, name: '福州海丰水产贸易有限公司', status: 'DEREGISTERED', districtCode: '350102' },
  ]);
  await search.city.settle();
}, 120_000);
afterAll(() => search.city.close());

async function best(query: string, more: Record<string, unknown> = {}): Promise<Hit | undefined> {
  return (await search.search(query, more)).nodes[0];
}

describe('searchEnterprises finds', () => {
  it.each([
    ['the whole name', '江西荣达爆破新技术开发有限公司', RONGDA, 'NAME', 1],
    ['a name with other brackets and widths', '福州海丰水产 (集团)有限公司', SHUICHAN, 'NAME', 1],
    ['a trade name', '荣达', RONGDA, 'NAME', undefined],
    ['a part in the middle', '爆破新技术', RONGDA, 'NAME', undefined],
    ['scattered parts', '江西 爆破 开发', RONGDA, 'NAME', undefined],
    ['a former name', '荣达矿山', RONGDA, 'FORMER_NAME', undefined],
    ['traditional characters', '江西榮達爆破', RONGDA, 'NAME', undefined],
    ['full-width letters', '福州ＫＦＣ餐饮', KFC, 'NAME', undefined],
    ['a wrong character that sounds alike', '江西容达爆破', RONGDA, 'SIMILAR', undefined],
    ['a missing character', '福州海丰水集团', SHUICHAN, 'NAME', undefined],
    ['a wrong character', '江西荣达暴坡新技术', RONGDA, 'SIMILAR', undefined],
    ['pinyin', 'rongdabaopo', RONGDA, 'PINYIN', undefined],
    ['pinyin of the whole name', 'fuzhouhaifeng', SHUICHAN, 'PINYIN', undefined],
    ['the sound that a character has in a place name', 'chongqingchangan', CHONGQING, 'PINYIN', undefined],
    ['initials', 'rdbp', RONGDA, 'INITIALS', undefined],
    ['an old registration number', OLD_NUMBER, RONGDA, 'CODE', 1],
    ['an organisation code with its hyphen', `${RONGDA.slice(8, 16)}-${RONGDA.slice(16, 17)}`, RONGDA, 'CODE', 0.95],
    ['a code in small letters and blanks', RONGDA.toLowerCase().replace(/(.{6})/g, '$1 '), RONGDA, 'CODE', 1],
  ])('%s', async (_what, query, uscc, matchedBy, score) => {
    const hit = await best(query);
    expect(hit).toMatchObject({ enterprise: { uscc }, matchedBy });
    expect(hit?.score).toBeGreaterThan(0.4);
    if (score !== undefined) expect(hit?.score).toBe(score);
  });

  it('nothing where nothing is alike', async () => {
    expect(await search.search('宇宙飞船')).toMatchObject({ nodes: [], totalCount: 0, isCut: false });
  });

  it('what is there before what is gone', async () => {
    const { nodes } = await search.search('福州海丰水产');
    expect(nodes.map(({ enterprise }) => enterprise.uscc)).toEqual([SHUICHAN, GONE]);
  });
});

describe('a hit tells which characters of the printed name fit', () => {
  it.each([
    ['荣达', [{ start: 2, end: 4 }]],
    [
      '江西 开发',
      [
        { start: 0, end: 2 },
        { start: 9, end: 11 },
      ],
    ],
  ])('%s', async (query, highlights) => {
    expect((await best(query))?.highlights).toEqual(highlights);
  });

  it('counted in the name with its brackets', async () => {
    expect((await best('水产集团'))?.highlights).toEqual([
      { start: 4, end: 6 },
      { start: 7, end: 9 },
    ]);
  });

  it('and none where only a sound or a code fits', async () => {
    expect((await best('rdbp'))?.highlights).toEqual([]);
    expect((await best(RONGDA))?.highlights).toEqual([]);
  });
});

describe('filters', () => {
  const found = async (query: string, filter: Record<string, unknown>): Promise<readonly string[]> =>
    (await search.search(query, { filter })).nodes.map(({ enterprise }) => enterprise.uscc).sort();

  it.each([
    [{ district: '35' }, [SHUICHAN, FANDAN, KFC, GONE]],
    [{ district: '350181' }, [FANDAN]],
    [{ industry: '13' }, [SHUICHAN]],
    [{ industry: 'C' }, [SHUICHAN, FANDAN]],
    [{ industry: 'H62' }, [KFC]],
    [{ statuses: ['DEREGISTERED'] }, [GONE]],
    [{ statuses: [] }, []],
    [{ establishedFrom: '2019-03-05' }, []],
    [{ establishedTo: '2019-03-04', district: '3501', statuses: ['IN_BUSINESS'] }, [SHUICHAN, FANDAN, KFC]],
    [{ establishedFrom: '2009-01-01', establishedTo: '2009-12-31', statuses: ['IN_BUSINESS', 'DEREGISTERED'] }, []],
    [{ establishedFrom: '2019-03-04', establishedTo: '2019-03-04', industry: 'C' }, [SHUICHAN, FANDAN]],
    [{ lists: [] }, []],
  ])('%j', async (filter, usccs) => {
    expect(await found('福', filter)).toEqual([...usccs].sort());
  });

  it('narrow what is found by its sound as well', async () => {
    expect(await found('fzhf', {})).toEqual([SHUICHAN, GONE].sort());
    expect(await found('fzhf', { statuses: ['DEREGISTERED'] })).toEqual([GONE]);
    expect(await found('fzhf', { establishedTo: '2018-12-31' })).toEqual([]);
  });

  it.each([
    [{ district: '3501*' }, 'VALUE_INVALID'],
    [{ industry: 'Z' }, 'VALUE_INVALID'],
    [{ lists: Array.from({ length: 21 }, () => 'x') }, 'LIST_TOO_LONG'],
  ])('refuse %j', async (filter, code) => {
    expect(await search.refusal('福州', { filter })).toEqual([code]);
  });
});

describe('facets and pages', () => {
  it('count over the hits', async () => {
    const { facets } = await search.search('海丰水产');
    expect(facets).toEqual({
      districts: [{ value: '350102', count: 2 }],
      industries: [{ value: '1361', count: 1 }],
      statuses: [
        { value: 'DEREGISTERED', count: 1 },
        { value: 'IN_BUSINESS', count: 1 },
      ],
      years: [{ value: '2019', count: 2 }],
      lists: [],
    });
  });

  it('follow each other without a gap, by cursors that hold for this search only', async () => {
    const whole = await search.search('福', { first: 100 });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<SearchCity['search']>> = await search.search('福', { first: 1, after });
      seen.push(...page.nodes.map(({ enterprise }) => enterprise.uscc));
      expect(page.totalCount).toBe(whole.totalCount);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(whole.nodes.map(({ enterprise }) => enterprise.uscc));
    expect(await search.refusal('海丰', { after: whole.pageInfo.endCursor })).toEqual(['CURSOR_INVALID']);
    expect(await search.refusal('福', { filter: { district: '35' }, after: whole.pageInfo.endCursor })).toEqual([
      'CURSOR_INVALID',
    ]);
  });
});

describe('hostile input', () => {
  it.each([
    ['10,000 characters', '福'.repeat(10_000), 'VALUE_INVALID'],
    ['nothing', '', 'VALUE_INVALID'],
    ['emoji and control characters', '\u0000\u0007🙂🙂', 'VALUE_INVALID'],
    ['signs of regular expressions', '.*+?^${}()|[]\\', 'VALUE_INVALID'],
    ['only what every name has', '有限公司', 'SEARCH_TOO_COMMON'],
  ])('%s is refused with a code', async (_what, query, code) => {
    expect(await search.refusal(query)).toEqual([code]);
  });

  it('signs between characters do no harm', async () => {
    expect((await best('荣.*达🙂'))?.enterprise.uscc).toBe(RONGDA);
  });
});
