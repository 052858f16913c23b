import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { batchesOf } from '../../../src/ingest/batches.ts';
import { importFile } from '../../../src/ingest/importFile.ts';
import type { ImportReport } from '../../../src/ingest/ImportReport.ts';
import { quarantineOf } from '../../../src/ingest/quarantine.ts';
import { abnormalListings } from '../../../subgraphs/registry/collections/abnormalListings.ts';
import { department } from '../../../subgraphs/registry/department.ts';
import { NOW, openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { citizenIdOf } from '../values/citizenIdOf.ts';

const HEADER = '统一社会信用代码,企业名称,主体类别,列入事由,列入日期,列入决定机关,列入决定文书号';
const REASON = '未按期公示年度报告,2026-03-02,福州市市场监督管理局,榕市监列〔2026〕1号';
const ID_NUMBER = citizenIdOf('359999', '19900101', 1);
const LIST = '{ abnormalListings { totalCount nodes { id } } }';

describe('a file that is imported', () => {
  const folder = temporaryFolder();
  let registry: TestDepartment;
  beforeEach(async () => {
    registry = await openDepartment(department);
  });
  afterEach(() => registry.close());

  async function imported(name: string, ...rows: string[]): Promise<ImportReport> {
    const path = join(folder, name);
    writeFileSync(path, [HEADER, ...rows, ''].join('\n'));
    const { database } = registry.subgraph;
    const directory = { find: () => Promise.resolve([]) };
    return importFile({
      path,
      collection: abnormalListings,
      database,
      directory,
      profiles: [],
      operator: 't@r',
      now: NOW,
    });
  }

  it('leaves no citizen\u2019s number and no mobile number of its name behind', async () => {
    const enterprise = `91350100705362917E,福州测试有限公司,,${REASON}`;
    const report = await imported(`张三${ID_NUMBER}-13812341234.csv`, enterprise, `,,,${REASON}`);
    const file = `张三${'*'.repeat(18)}-138****1234.csv`;
    expect(report).toMatchObject({ accepted: 1, quarantined: 1, file });
    const { database } = registry.subgraph;
    const [facts, refused, batches] = await Promise.all([
      database.facts(abnormalListings).find().toArray(),
      quarantineOf(database).find().toArray(),
      batchesOf(database).find().toArray(),
    ]);
    expect(facts).toMatchObject([{ record: { provenance: { source: file } } }]);
    expect(refused).toMatchObject([{ file }]);
    expect(JSON.stringify([facts, refused, batches, report])).not.toMatch(new RegExp(`${ID_NUMBER}|13812341234`));
  });

  it('shows the public nothing about a natural person, and its report says so', async () => {
    const report = await imported('list.csv', `,欧阳修,自然人,${REASON}`);
    expect(report).toMatchObject({ accepted: 1, visible: { now: 0, expired: 0, withheld: 1 } });
    const list = async (request = {}) => (await registry.ask(LIST, {}, request)).data?.['abnormalListings'];
    expect(await list()).toEqual({ totalCount: 0, nodes: [] });
    expect(await list({ caller: staffOf('tax') })).toEqual({ totalCount: 0, nodes: [] });
    expect(await list({ caller: staffOf('registry') })).toMatchObject({ totalCount: 1 });
  });

  it('shows the public nothing of a row that names a person without saying so', async () => {
    const report = await imported('list.csv', `,欧阳修,,${REASON}`);
    expect(report).toMatchObject({ accepted: 1, linked: { UNLINKED: 1 }, visible: { now: 0, withheld: 1 } });
    expect(await registry.ask(LIST)).toEqual({ data: { abnormalListings: { totalCount: 0, nodes: [] } } });
  });
});
