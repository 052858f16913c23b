import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { department } from '../../subgraphs/disclosure/department.ts';
import { importUpload } from '../../gateway/importUpload.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { openDepartment } from '../kit/department.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

const CSV = `统一社会信用代码,名称,登记状态,成立日期,登记机关
91350100705362917E,福州测试有限公司,存续,2001-05-06,福州市市场监督管理局
坏代码,福州坏码有限公司,存续,2001-05-06,福州市市场监督管理局
`;

describe('the right to send files', () => {
  const may = async (scope: string, collection: string) => {
    const owner = await openDepartment(department);
    const clock = () => new Date();
    const upload = importUpload([owner.subgraph], { folder: '', logger: createLogger({ logLevel: 'silent' }), clock });
    const caller = {
      audience: 'INTERNAL',
      department: 'disclosure',
      operator: 'li',
      scopes: new Set([scope]),
    } as const;
    try {
      upload.authorise(caller, collection);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ extensions: { code: 'IMPORT_FORBIDDEN' } });
      return false;
    } finally {
      await owner.close();
    }
  };

  it.each([
    ['disclosure:penalty:write', 'disclosure.penalties', true],
    ['disclosure:penalty:write', 'disclosure.permits', false],
    ['disclosure:penalties:write', 'disclosure.penalties', false],
    ['disclosure:*', 'disclosure.permits', true],
  ])('comes with %s for %s as for the mutation: %s', async (scope, collection, isAllowed) => {
    expect(await may(scope, collection)).toBe(isAllowed);
  });
});

describe('files over HTTP', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'some-path.csv');
  writeFileSync(path, CSV);
  let city: TestCity;
  beforeAll(async () => {
    city = await startTestCity();
  });
  afterAll(() => city.stop());

  const post = (collection: string, headers: Record<string, string> = {}) =>
    fetch(`${city.url}/imports/${collection}`, { method: 'POST', body: CSV, headers });

  it('are imported for the department that owns the collection, and reported like on the command line', async () => {
    const { status, report } = await city.upload('registry.enterprises', path, '名册.csv');
    expect(status).toBe(200);
    expect(report).toMatchObject({
      file: '名册.csv',
      read: 2,
      accepted: 1,
      quarantined: 1,
      reasons: { USCC_INVALID: 1 },
    });
    const reply = await city.ask(
      '{ enterprise(uscc: "91350100705362917E") { name record { provenance { source } } } }',
    );
    expect(reply.errors).toBeUndefined();
    expect(reply.data).toEqual({
      enterprise: { name: '福州测试有限公司', record: { provenance: { source: '名册.csv' } } },
    });
    const internal = '{ enterprise(uscc: "91350100705362917E") { record { provenance { operator } } } }';
    expect(await city.ask(internal, {}, 'registry')).toMatchObject({
      data: { enterprise: { record: { provenance: { operator: 'tester@registry' } } } },
    });
  });

  it('are refused without a token before they are read', async () => {
    const response = await post('registry.enterprises');
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'IMPORT_FORBIDDEN' } }] });
    const forged = await post('registry.enterprises', { authorization: 'Bearer x.y.z' });
    expect(forged.status).toBe(401);
  });

  it('are refused for a collection of another department', async () => {
    const department = 'registry';
    const response = await city.send(`/imports/disclosure.penalties`, CSV, department);
    expect(response.status).toBe(403);
    const unknown = await city.send('/imports/registry.nothing', CSV, department);
    expect(unknown.status).toBe(400);
    expect(await unknown.json()).toMatchObject({ errors: [{ extensions: { code: 'INGEST_COLLECTION_UNKNOWN' } }] });
  });

  it('are refused by their name, not by where they wait, where they can not be used', async () => {
    const response = await city.send('/imports/registry.enterprises?name=broken.csv', 'x\n1\n', 'registry');
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain('broken.csv');
    expect(text).not.toContain('uploads');
    expect(readdirSync(join(city.folder, 'uploads'))).toEqual([]);
  });
});
