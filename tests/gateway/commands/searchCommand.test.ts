import { MongoClient } from 'mongodb';
import { searchCommand } from '../../../gateway/commands/searchCommand.ts';
import { startTestCity, type TestCity } from '../../kit/startTestCity.ts';
import { runCommand } from '../../kit/runCommand.ts';

const SEARCH = '{ searchEnterprises(query: "示例", first: 1) { totalCount nodes { enterprise { name } name } } }';

describe('credit-graph search rebuild', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startTestCity({ sampleOf: 20 });
    await city.settled();
  }, 120_000);
  afterAll(() => city.stop());

  it('makes a new index while the product answers with the old one, and then with the new one', async () => {
    const { uri, prefix } = city.database;
    const before = await city.ask(SEARCH);
    expect(before.data?.['searchEnterprises']).toMatchObject({ totalCount: 20 });
    const environment = { MONGODB_URI: uri, DATABASE_PREFIX: prefix, DATA_DIR: city.folder, LC_ALL: 'C' };
    const out = await runCommand(searchCommand(), ['rebuild'], { ...environment, LOG_LEVEL: 'silent' });
    expect(out).toBe('the search index was rebuilt\n');
    expect(await city.ask(SEARCH)).toMatchObject({ data: before.data });
    const client = await new MongoClient(uri).connect();
    const collections = await client.db(`${prefix}search`).listCollections().toArray();
    expect(await client.db(`${prefix}audit`).collection('operations').countDocuments({ name: 'search rebuild' })).toBe(
      1,
    );
    await client.close();
    expect(collections.map(({ name }) => name).filter((name) => name.startsWith('enterprises_'))).toEqual([
      'enterprises_2',
    ]);
  }, 60_000);

  it('and the new one follows what is registered afterwards', async () => {
    const uscc = '91350100705362917E';
    const input = {
      ...{ uscc, name: '福州新翼（测试）科技有限公司', status: 'IN_BUSINESS', establishedOn: '2020-01-02' },
      registrationAuthority: '福州市市场监督管理局',
    };
    const register =
      'mutation ($input: EnterpriseInput!) { enterpriseCreate(input: $input) { id errors { message } } }';
    const written = await city.ask(register, { input }, 'registry');
    expect(written.data?.['enterpriseCreate']).toEqual({ id: uscc, errors: [] });
    const started = performance.now();
    const asked = '{ searchEnterprises(query: "新翼科技") { nodes { enterprise { uscc name } } } }';
    const found = { nodes: [{ enterprise: { uscc, name: input.name } }] };
    let hits: unknown;
    while (JSON.stringify(hits) !== JSON.stringify(found) && performance.now() - started < 10_000) {
      hits = (await city.ask(asked)).data?.['searchEnterprises'];
    }
    expect(hits).toEqual(found);
  }, 30_000);
});
