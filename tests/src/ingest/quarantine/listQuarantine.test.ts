import { listQuarantine } from '../../../../src/ingest/quarantine/listQuarantine.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { citizenIdOf } from '../../values/citizenIdOf.ts';
import { openStore, PROFILES, type TestStore } from './openStore.ts';

const CITIZEN = citizenIdOf('350102', '19800229', 1);
const DIRTY = 'name,code_raw,why_not_valid,established_on,province,city';

describe('listQuarantine', () => {
  const folder = temporaryFolder();
  let store: TestStore;
  let batch: string;

  beforeAll(async () => {
    store = await openStore(folder);
    const rows = [
      '甲公司,350100100012345,old,2005-07-18,福建,福州',
      `乙公司,${CITIZEN},other,2005-07-18,福建,福州`,
      '丙公司 13912345678,91350100705362917X,other,gestern,福建,福州',
    ];
    batch = (await store.importText('enterprises', 'dirty.csv', [DIRTY, ...rows].join('\n'))).batch;
    const other =
      'uscc,name,status,establishedOn,registrationAuthority,liaison,登记联络员电话\n,丁公司,存续,,某局,张三丰,\n';
    await store.importText('enterprises', 'other.csv', other);
  });
  afterAll(() => store.close());

  it('shows rows by file and row with what is wrong, and masks what may be a person’s', async () => {
    const { total, entries } = await listQuarantine(store.of('enterprises'), { batch }, 10);
    expect(total).toBe(3);
    expect(entries.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(entries[0]).toEqual({
      id: `${batch}:2`,
      collection: 'registry.enterprises',
      batch,
      file: 'dirty.csv',
      source: 'registry_dirty_codes',
      row: 2,
      cells: {
        name: '甲公司',
        code_raw: '350100100012345',
        why_not_valid: 'old',
        established_on: '2005-07-18',
        province: '福建',
        city: '福州',
      },
      reasons: [{ column: 'code_raw', code: 'REGISTRATION_NUMBER', expected: expect.any(String) as string }],
      at: expect.any(Date) as Date,
    });
    expect(entries[1]?.cells['code_raw']).toBe('*'.repeat(18));
    expect(entries[2]?.cells['name']).toBe('丙公司 139****5678');
    expect(entries[2]?.reasons.map(({ column, code }) => [column, code])).toEqual([
      ['code_raw', 'USCC_INVALID'],
      ['established_on', 'DATE_INVALID'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(CITIZEN);
  });

  it('narrows by reason, limits, and counts what it does not show', async () => {
    const dates = await listQuarantine(store.of('enterprises'), { reason: 'DATE_INVALID' }, 10);
    expect(dates.entries.map(({ row }) => row)).toEqual([4]);
    const one = await listQuarantine(store.of('enterprises'), {}, 1);
    expect([one.total, one.entries.length]).toEqual([4, 1]);
    expect(await listQuarantine(store.of('enterprises'), {}, 0)).toEqual({ total: 4, entries: [] });
    expect(await listQuarantine(store.of('changes'), {}, 10)).toEqual({ total: 0, entries: [] });
  });

  it('shows rows whose source profile is gone', async () => {
    const known = PROFILES.filter(({ name }) => name !== 'registry_dirty_codes');
    const { entries } = await listQuarantine(store.of('enterprises', known), { batch }, 10);
    expect(entries).toHaveLength(3);
    expect(JSON.stringify(entries)).not.toContain(CITIZEN);
  });
});
