import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportQuarantine } from '../../../../src/ingest/quarantine/exportQuarantine.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { citizenIdOf } from '../../values/citizenIdOf.ts';
import { readAll } from '../read/readAll.ts';
import { openStore, type TestStore } from './openStore.ts';

const CITIZEN = citizenIdOf('350102', '19800229', 1);

describe('exportQuarantine', () => {
  const folder = temporaryFolder();
  let store: TestStore;
  let batch: string;

  beforeAll(async () => {
    store = await openStore(folder);
    const dirty = [
      'name,code_raw,why_not_valid,established_on,province,city',
      '"甲公司, ""分部""",350100100012345,old,2005-07-18,福建,福州',
      `=HYPERLINK("http://x"),${CITIZEN},other,2005-07-18,007,"两\n行"`,
    ];
    batch = (await store.importText('enterprises', 'dirty.csv', dirty.join('\n'))).batch;
    const now = new Date('2026-06-16T04:00:00Z');
    await store.importText('enterprises', 'own.csv', 'uscc,名称,登记状态,成立日期,登记机关\n,丁公司,存续,,某局\n', {
      now,
    });
  });
  afterAll(() => store.close());

  it('writes the columns of all files beside id and reasons, so that a spreadsheet leaves the cells as they are', async () => {
    const path = join(folder, 'all.csv');
    expect(await exportQuarantine(store.of('enterprises'), {}, path, 'zh')).toBe(3);
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\uFEFF隔离编号,隔离原因,')).toBe(true);
    const {
      source: { header },
      rows,
    } = await readAll(path);
    const own = ['uscc', '名称', '登记状态', '成立日期', '登记机关'];
    const dirty = ['name', 'code_raw', 'why_not_valid', 'established_on', 'province', 'city'];
    expect(header.toSorted()).toEqual(['隔离编号', '隔离原因', ...own, ...dirty].toSorted());
    const byName = new Map(
      rows.map(({ cells }) => [cells[0]?.trim(), Object.fromEntries(header.map((column, at) => [column, cells[at]]))]),
    );
    expect(byName.get(`${batch}:2`)).toMatchObject({
      name: '甲公司, "分部"',
      code_raw: '\t350100100012345',
      established_on: '2005-07-18',
      名称: '',
    });
    expect(byName.get(`${batch}:2`)?.['隔离原因']).toContain('code_raw: 填的是 15 位注册号');
    expect(byName.get(`${batch}:3`)).toMatchObject({
      name: '\t=HYPERLINK("http://x")',
      code_raw: '*'.repeat(18),
      province: '\t007',
      city: '两\n行',
    });
    expect(text).not.toContain(CITIZEN);
  });

  it('narrows to one file', async () => {
    const path = join(folder, 'one.csv');
    expect(await exportQuarantine(store.of('enterprises'), { batch }, path, 'en')).toBe(2);
    expect(readFileSync(path, 'utf8')).toContain('code_raw: an old registration number stands in its place');
  });

  it('leaves a file alone that is there, and writes none where there are no rows', async () => {
    const path = join(folder, 'mine.csv');
    writeFileSync(path, 'corrected');
    await expect(exportQuarantine(store.of('enterprises'), {}, path, 'zh')).rejects.toMatchObject({
      code: 'INGEST_TARGET_EXISTS',
    });
    expect(readFileSync(path, 'utf8')).toBe('corrected');
    const none = join(folder, 'none.csv');
    expect(await exportQuarantine(store.of('changes'), {}, none, 'zh')).toBe(0);
    expect(existsSync(none)).toBe(false);
    await expect(
      exportQuarantine(store.of('enterprises'), {}, join(folder, 'no', 'where.csv'), 'zh'),
    ).rejects.toMatchObject({ code: 'INGEST_TARGET_UNWRITABLE' });
  });
});
