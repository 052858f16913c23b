import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import { violations } from '../gateway/http/reconcile/validate.ts';

/** Plays what OpenRefine does with a column of names: manifest, reconcile, suggest, preview, extend. */
describe('a tool that reconciles a table', () => {
  let city: TestCity;
  let enterprises: readonly Enterprise[];

  beforeAll(async () => {
    city = await startTestCity({ clock: () => new Date('2026-06-15T04:00:00Z'), sampleOf: 300 });
    await city.settled();
    const { data } = await city.ask(`{ enterprises(first: 60) { nodes {
      uscc name status establishedOn domicile districtCode legalRepresentative } } }`);
    enterprises = (data?.['enterprises'] as { nodes: readonly Enterprise[] }).nodes;
  }, 240_000);
  afterAll(() => city.stop());

  const first = (): Enterprise => {
    const [one] = enterprises;
    if (one === undefined) throw new Error('The sample is empty.');
    return one;
  };

  interface Enterprise {
    readonly uscc: string;
    readonly name: string;
    readonly establishedOn: string;
    readonly domicile: string;
    readonly districtCode: string;
    readonly legalRepresentative: string;
  }
  interface Manifest {
    readonly batchSize: number;
    readonly preview: { readonly url: string };
    readonly view: { readonly url: string };
    readonly suggest: Readonly<Record<string, { readonly service_url: string; readonly service_path: string }>>;
    readonly extend: { readonly propose_properties: { readonly service_url: string; readonly service_path: string } };
  }
  interface Candidate {
    readonly id: string;
    readonly name: string;
    readonly score: number;
    readonly match: boolean;
    readonly features: readonly { readonly id: string; readonly value: number }[];
  }
  type Results = Readonly<Record<string, { readonly result: readonly Candidate[] }>>;

  const get = async (url: string): Promise<unknown> => {
    const response = await fetch(url, { headers: { origin: 'http://127.0.0.1:3333' } });
    expect([url, response.status]).toEqual([url, 200]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    return response.json();
  };
  const post = async (form: Readonly<Record<string, string>>, headers = {}): Promise<unknown> => {
    const response = await fetch(`${city.url}/reconcile`, { method: 'POST', body: new URLSearchParams(form), headers });
    expect(response.status).toBe(200);
    return response.json();
  };
  const reconcile = async (queries: Readonly<Record<string, object>>, headers = {}): Promise<Results> => {
    expect(violations('reconciliationQueryBatch', queries)).toEqual([]);
    const results = await post({ queries: JSON.stringify(queries) }, headers);
    expect(violations('reconciliationResultBatch', results)).toEqual([]);
    return results as Results;
  };
  const manifest = async (): Promise<Manifest> => {
    const found = await get(`${city.url}/reconcile`);
    expect(violations('manifest', found)).toEqual([]);
    return found as Manifest;
  };

  it('reconciles a column of names, each with the code of its enterprise, certain where nobody is as near', async () => {
    const { batchSize } = await manifest();
    const column = Object.fromEntries(
      enterprises.slice(0, batchSize).map(({ name }, at) => [`q${at}`, { query: name, type: 'Enterprise', limit: 3 }]),
    );
    const results = await reconcile(column);
    const best = enterprises.map((_, at) => results[`q${at}`]?.result[0]);
    expect(best.map((candidate) => candidate?.id)).toEqual(enterprises.map(({ uscc }) => uscc));
    expect(best.every((candidate) => (candidate?.score ?? 0) > 0.95)).toBe(true);
    expect(best.filter((candidate) => candidate?.match === true).length).toBeGreaterThan(enterprises.length * 0.9);
    for (const { result } of Object.values(results)) {
      expect(result.length).toBeLessThanOrEqual(3);
      expect(result.map(({ score }) => score)).toEqual(result.map(({ score }) => score).sort((a, b) => b - a));
      for (const { features } of result) expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    }
  });

  it('gives the same by GET, and for a code the enterprise that has it', async () => {
    const one = first();
    const queries = { a: { query: one.uscc }, b: { query: one.name } };
    const results = await reconcile(queries);
    expect(results['a']?.result[0]).toMatchObject({ id: one.uscc, match: true });
    expect(await get(`${city.url}/reconcile?queries=${encodeURIComponent(JSON.stringify(queries))}`)).toEqual(results);
  });

  it('compares with other columns as well, by whatever name they have', async () => {
    const one = first();
    const properties = [
      { pid: '成立日期', v: one.establishedOn },
      { pid: 'domicile', v: [one.domicile] },
      { pid: 'districtCode', v: { id: one.districtCode, name: '某区' } },
      { pid: 'unknown', v: true },
    ];
    const { q } = await reconcile({ q: { query: one.name, properties } });
    expect(q?.result[0]?.id).toBe(one.uscc);
    expect(q?.result[0]?.features.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['trade_name', 'founding_date', 'address', 'name']),
    );
    const byCode = await reconcile({ q: { properties: [{ pid: 'uscc', v: one.uscc }] } });
    expect(byCode['q']?.result[0]?.id).toBe(one.uscc);
  });

  it('suggests enterprises, properties and types while somebody types', async () => {
    const { suggest } = await manifest();
    const ask = (what: string, prefix: string): Promise<unknown> =>
      get(`${suggest[what]?.service_url}${suggest[what]?.service_path}?prefix=${encodeURIComponent(prefix)}`);
    const one = first();
    for (const prefix of [one.name, one.uscc]) {
      const entities = await ask('entity', prefix);
      expect(violations('suggestEntities', entities)).toEqual([]);
      expect((entities as { result: readonly { id: string }[] }).result.map(({ id }) => id)).toContain(one.uscc);
    }
    const properties = await ask('property', '住所');
    expect(violations('suggestProperties', properties)).toEqual([]);
    expect(JSON.stringify(properties)).toContain('"domicile"');
    const types = await ask('type', '市场');
    expect(violations('suggestTypes', types)).toEqual([]);
    expect(await ask('entity', ' ')).toEqual({ result: [] });
  });

  it('previews an enterprise on a page that runs nothing and may stand in a frame', async () => {
    const { preview, view } = await manifest();
    const one = first();
    for (const template of [preview.url, view.url]) {
      const response = await fetch(template.replace('{{id}}', encodeURIComponent(one.uscc)));
      const page = await response.text();
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors \*$/);
      expect(page).toContain(`<h1>${one.name}</h1>`);
      expect(page).toContain(one.uscc);
      expect(page).not.toContain(one.legalRepresentative);
      expect(page).not.toContain('<script');
    }
    const unknown = await fetch(preview.url.replace('{{id}}', '91350100M000100Y43'));
    expect(unknown.status).toBe(404);
  });

  it('fills columns from the enterprises that were found', async () => {
    const { extend } = await manifest();
    const proposed = await get(
      `${extend.propose_properties.service_url}${extend.propose_properties.service_path}?type=Enterprise`,
    );
    expect(violations('dataExtensionPropertyProposal', proposed)).toEqual([]);
    const { properties } = proposed as { properties: readonly { id: string; name: string }[] };
    const query = {
      ids: [...enterprises.map(({ uscc }) => uscc), '91350100M000100Y43'],
      properties: properties.map(({ id }) => ({ id })),
    };
    expect(violations('dataExtensionQuery', query)).toEqual([]);
    const extension = await post({ extend: JSON.stringify(query) });
    expect(violations('dataExtensionResponse', extension)).toEqual([]);
    const { meta, rows } = extension as {
      meta: readonly { id: string; name: string }[];
      rows: Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>;
    };
    expect(meta).toEqual(properties);
    const one = first();
    expect(rows[one.uscc]).toMatchObject({
      name: [{ str: one.name }],
      uscc: [{ str: one.uscc }],
      status: [{ str: expect.stringMatching(/^\p{Script=Han}/u) as string }],
      establishedOn: [{ date: `${one.establishedOn}T00:00:00Z` }],
      domicile: [{ str: one.domicile }],
    });
    expect(Object.values(rows['91350100M000100Y43'] ?? {}).flat()).toEqual([]);
    expect(JSON.stringify(extension)).not.toContain(one.legalRepresentative);
  });

  it.each([
    ['10,000 characters', '公'.repeat(10_000)],
    ['what every name has', '有限公司'],
    ['one common word', '公司'],
    ['signs of regular expressions', '.*+?^${}()|[]\\'],
    ['control characters', '\u0000\u0007\u001b'],
    ['emoji', '🙂🙂🙂'],
    ['an operator of the database', '{"$where":"1"}'],
  ])('gives %s an answer or a code at every door, and no fault', async (_what, text) => {
    const refusals = ['VALUE_INVALID', 'SEARCH_TOO_COMMON'];
    for (const question of [
      'query ($text: String!) { searchEnterprises(query: $text) { totalCount } }',
      'query ($text: String!) { suggestEnterprises(prefix: $text) { name } }',
      'query ($text: String!) { matchEnterprises(queries: [{ name: $text, address: "福州" }]) { index } }',
    ]) {
      const { data, errors = [] } = await city.ask(question, { text });
      const codes = errors.map(({ extensions }) => extensions['code']);
      const isAnswered = Object.values(data ?? {}).some((value) => value !== null);
      expect({ question, isAnswered }).toEqual({ question, isAnswered: codes.length === 0 });
      expect(refusals).toEqual(expect.arrayContaining(codes));
    }
    expect(Object.keys(await reconcile({ q: { query: text } }))).toEqual(['q']);
    await get(`${city.url}/reconcile/suggest/entity?prefix=${encodeURIComponent(text.slice(0, 1_000))}`);
  });

  it('answers a department by its token the same, and refuses a wrong one', async () => {
    const one = first();
    const authorization = await city.bearer('registry');
    expect(await reconcile({ q: { query: one.name } }, { authorization })).toEqual(
      await reconcile({ q: { query: one.name } }),
    );
    const refused = await fetch(`${city.url}/reconcile?queries={}`, { headers: { authorization: 'Bearer nonsense' } });
    expect(refused.status).toBe(401);
  });
});
