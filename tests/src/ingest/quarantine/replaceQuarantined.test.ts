import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import writeWorkbook from 'write-excel-file/node';
import { exportQuarantine } from '../../../../src/ingest/quarantine/exportQuarantine.ts';
import { replaceQuarantined } from '../../../../src/ingest/quarantine/replaceQuarantined.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { citizenIdOf } from '../../values/citizenIdOf.ts';
import { openStore, settlingOf, type TestStore } from './openStore.ts';

const CODE = '91350100705362917E';
const CITIZEN = citizenIdOf('350102', '19800229', 1);
const DIRTY = 'name,code_raw,why_not_valid,established_on,province,city';

type Row = Record<string, string>;

describe('replaceQuarantined', () => {
  const folder = temporaryFolder();
  let store: TestStore;
  let sheets = 0;

  beforeEach(async () => {
    store = await openStore(folder);
  });
  afterEach(() => store.close());

  /** Exports a collection as a clerk opens it. */
  async function exported(collection: string): Promise<Row[]> {
    sheets += 1;
    const path = join(folder, `export${sheets}.csv`);
    await exportQuarantine(store.of(collection), {}, path, 'zh');
    return parse(readFileSync(path), { columns: true, bom: true });
  }

  function sheetOf(rows: readonly Row[]): string {
    sheets += 1;
    const path = join(folder, `sheet${sheets}.csv`);
    const columns = Object.keys(rows[0] ?? {});
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
    const quoted = lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
    writeFileSync(path, quoted.join('\r\n'));
    return path;
  }

  const replace = (collection: string, path: string) =>
    replaceQuarantined(store.of(collection), path, settlingOf(store));

  it('brings corrected rows in as rows of their file, and keeps the others with what is wrong with them now', async () => {
    const text = [
      DIRTY,
      '甲公司,350100100012345,,2005-07-18,福建,福州',
      `乙公司,${CITIZEN},,2005-07-18,福建,福州`,
      '丙公司,350100100012346,,2005-07-18,福建,福州',
    ].join('\n');
    const { batch } = await store.importText('enterprises', 'dirty.csv', text);
    const [first, second, third] = await exported('enterprises');
    if (first === undefined || second === undefined || third === undefined) throw new Error('Rows are missing.');
    const path = sheetOf([
      { ...third, established_on: '昨天' },
      second,
      { ...first, code_raw: CODE, name: '甲有限公司' },
    ]);
    const report = await replace('enterprises', path);
    expect(report).toMatchObject({
      read: 3,
      accepted: 1,
      quarantined: 2,
      reasons: { CITIZEN_ID: 1, REGISTRATION_NUMBER: 1, DATE_INVALID: 1 },
      resolvedBefore: 0,
      unknown: [],
    });
    const [fact] = await store.facts('enterprises');
    expect(fact).toMatchObject({ _id: CODE, name: '甲有限公司' });
    expect(fact?.record.provenance).toMatchObject({ batch, row: 2, operator: 'wang@registry' });
    const [one, two, three] = await store.entries();
    expect(one).toMatchObject({
      state: 'RESOLVED',
      resolvedBy: 'wang@registry',
      cells: { code_raw: CODE },
      original: { name: '甲公司', code_raw: '350100100012345' },
    });
    expect(two?.cells['code_raw']).toBe(CITIZEN);
    expect(two?.original).toBeUndefined();
    expect(three).toMatchObject({ state: 'OPEN', cells: { established_on: '昨天' } });
    expect(three?.reasons.map(({ code }) => code)).toEqual(['REGISTRATION_NUMBER', 'DATE_INVALID']);

    expect(await replace('enterprises', path)).toMatchObject({ read: 2, accepted: 0, resolvedBefore: 1 });
    expect(await store.facts('enterprises')).toEqual([fact]);

    await store.importText('enterprises', 'dirty.csv', text);
    expect(await store.facts('enterprises')).toEqual([fact]);
    expect((await store.entries()).map(({ state }) => state)).toEqual(['RESOLVED', 'OPEN', 'OPEN']);
  });

  it('links a fact by the name that a clerk has filled in, and reads a workbook', async () => {
    const enterprise = `uscc,名称,登记状态,成立日期,登记机关\n${CODE},甲公司,存续,2005-07-18,某局`;
    await store.importText('enterprises', 'own.csv', enterprise);
    const header = '统一社会信用代码,主体名称,列入事由,列入日期,列入决定机关';
    await store.importText('abnormalListings', 'listings.csv', `${header}\n12345,,未按期公示年度报告,2025-07-08,某局`);
    const [row = {}] = await exported('abnormalListings');
    const corrected = { ...row, 统一社会信用代码: '', 主体名称: '甲公司' };
    const path = join(folder, 'corrected.xlsx');
    await writeWorkbook([Object.keys(corrected), Object.values(corrected)]).toFile(path);
    expect(await replace('abnormalListings', path)).toMatchObject({ accepted: 1, linked: { NAME: 1 } });
    expect((await store.facts('abnormalListings'))[0]).toMatchObject({ subjectUscc: CODE });
  });

  it('brings in a row whose shape was wrong once its cells stand under their columns', async () => {
    const text = `uscc,名称,登记状态,成立日期,登记机关\n${CODE},甲,公司,存续,2005-07-18,某局`;
    await store.importText('enterprises', 'shifted.csv', text);
    const [row = {}] = await exported('enterprises');
    expect(row['#6']).toBe('某局');
    const right = { ...row, 名称: '甲公司', 登记状态: '存续', 成立日期: '2005-07-18', 登记机关: '某局' };
    expect(await replace('enterprises', sheetOf([right]))).toMatchObject({ reasons: { ROW_UNREADABLE: 1 } });
    expect(await replace('enterprises', sheetOf([{ ...right, '#6': '' }]))).toMatchObject({ accepted: 1 });
    expect((await store.facts('enterprises'))[0]).toMatchObject({ name: '甲公司', registrationAuthority: '某局' });
  });

  it('tells rows that name no row of the collection, name one twice, or can not be read, and takes the others', async () => {
    await store.importText('enterprises', 'dirty.csv', `${DIRTY}\n甲公司,350100100012345,,2005-07-18,福建,福州`);
    const [row = {}] = await exported('enterprises');
    const id = row['隔离编号'] ?? '';
    const path = join(folder, 'odd.csv');
    const lines = ['隔离编号,code_raw', `nothing:7,${CODE}`, `${id},${CODE}`, `${id},`, 'a,b,c', ''];
    writeFileSync(path, lines.join('\n'));
    const report = await replace('enterprises', path);
    expect(report).toMatchObject({ read: 1, accepted: 1, unknown: [2], repeated: [4], unreadable: [5] });
    expect(await replace('changes', path)).toMatchObject({ read: 0, unknown: [2, 3, 4] });
  });

  it('refuses a sheet without ids before anything is written', async () => {
    await expect(replace('enterprises', sheetOf([{ name: '甲公司' }]))).rejects.toMatchObject({
      code: 'INGEST_COLUMNS_MISSING',
      details: { columns: '隔离编号' },
    });
  });
});
