import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../../src/ingest/importFile.ts';
import { abnormalListings } from '../../../subgraphs/registry/collections/abnormalListings.ts';
import { department } from '../../../subgraphs/registry/department.ts';
import { NOW, openDepartment, type TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const LISTING = {
  subjectUscc: '91350100705362917E',
  subjectName: '福州测试有限公司',
  reason: 'ANNUAL_REPORT_NOT_FILED',
  listedOn: '2026-03-02',
  listingAuthority: '福州市市场监督管理局',
};
const numbered = (at: number) => ({ ...LISTING, listingDocNo: `榕市监列〔2026〕${at}号` });

describe('a file of JSON Lines', () => {
  const path = join(temporaryFolder(), 'city.jsonl');
  let registry: TestDepartment;
  beforeEach(async () => {
    registry = await openDepartment(department);
  });
  afterEach(() => registry.close());

  const run = async (rows: readonly object[]) => {
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return importFile({
      path,
      collection: abnormalListings,
      database: registry.subgraph.database,
      directory: { find: () => Promise.resolve([]) },
      profiles: [],
      operator: 'tester@registry',
      now: NOW,
    });
  };
  const stored = (filter: object) => registry.subgraph.database.facts(abnormalListings).find(filter).toArray();

  it('has all its columns read, also one that turns up far behind its first block', async () => {
    const many = Array.from({ length: 2_500 }, (_, at) => numbered(at));
    const report = await run([...many, { ...numbered(9_999), foundOn: '2026-02-20' }]);
    expect(report).toMatchObject({ read: 2_501, accepted: 2_501, ignoredColumns: [] });
    const { listingDocNo } = numbered(9_999);
    expect(await stored({ foundOn: { $exists: true } })).toMatchObject([{ listingDocNo, foundOn: '2026-02-20' }]);
  });

  it('has rows that name another collection left alone and counted', async () => {
    const report = await run([
      { collection: 'registry.enterprises', uscc: LISTING.subjectUscc, name: LISTING.subjectName },
      { collection: 'registry.abnormalListings', ...numbered(1) },
      { collection: 'disclosure.penalties', docNo: '1' },
    ]);
    expect(report).toMatchObject({ read: 1, accepted: 1, otherRows: 2, quarantined: 0, ignoredColumns: [] });
    const { listingDocNo } = numbered(1);
    expect(await stored({})).toMatchObject([{ listingDocNo, record: { provenance: { row: 2 } } }]);
  });
});
