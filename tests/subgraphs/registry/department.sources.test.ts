import { join } from 'node:path';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { columnsOf } from '../../../src/data/envelopeFields.ts';
import { judgeFact, type FactVerdict } from '../../../src/data/judgeFact.ts';
import { bindProfile } from '../../../src/ingest/source/bindProfile.ts';
import { chooseProfile } from '../../../src/ingest/source/chooseProfile.ts';
import { loadProfiles } from '../../../src/ingest/source/loadProfiles.ts';
import { department } from '../../../subgraphs/registry/department.ts';
import { enterprises } from '../../../subgraphs/registry/collections/enterprises.ts';

const profiles = loadProfiles(join(projectRoot(), 'subgraphs', 'registry', 'sources'));

const FUZHOU =
  'name,uscc,established_on,entity_type,capital_raw,capital_amount_wan,capital_currency,business_scope,province,city,reg_authority_code,district_code,district_name,district_basis,address';
const FUJIAN =
  'name,uscc,established_on,entity_type,capital_raw,capital_amount_wan,capital_currency,business_scope,province,city,reg_authority_code,address';
const NATIONAL = 'name,uscc,established_on,province,city';
const DIRTY = 'name,code_raw,why_not_valid,established_on,province,city';

/** Reads one row of a file as its profile says. */
function judgeRow(header: string, cells: readonly string[]): FactVerdict {
  const profile = chooseProfile(profiles, 'registry.enterprises', header.split(','));
  if (profile === undefined) throw new Error('no profile');
  const { columns } = bindProfile(profile, header.split(','));
  const values: Record<string, string> = {};
  columns.forEach((field, at) => {
    if (field !== null) values[field] = cells[at] ?? '';
  });
  const setting = {
    today: '2026-06-15',
    neverHas: new Set(profile.neverHas),
    provider: profile.provider ?? {},
    flags: profile.flags,
  };
  return judgeFact(enterprises, values, setting, 2);
}

describe('source profiles of the registry', () => {
  it.each([
    ['enterprises_fuzhou', FUZHOU],
    ['enterprises_fujian_other', FUJIAN],
    ['names_national', NATIONAL],
    ['registry_dirty_codes', DIRTY],
  ])('%s is chosen by its file’s header and knows every column', (name, header) => {
    const profile = chooseProfile(profiles, 'registry.enterprises', header.split(','));
    expect(profile?.name).toBe(name);
    expect(profile === undefined ? [] : bindProfile(profile, header.split(',')).unknown).toEqual([]);
  });

  it.each(profiles.map((profile) => [profile.name, profile] as const))(
    '%s names fields that exist, and says of each other field that the source never has it',
    (_name, profile) => {
      const collection = department.collections[profile.collection.split('.')[1] ?? ''];
      const fields = collection === undefined ? [] : columnsOf(collection).map(([field]) => field);
      const read = Object.values(profile.columns);
      expect([...read, ...profile.neverHas].filter((field) => !fields.includes(field))).toEqual([]);
      const own = Object.keys(collection?.fields ?? {});
      const filled = read.includes('registeredCapital') ? [...read, 'capitalCurrency'] : read;
      expect(own.filter((field) => !filled.includes(field)).sort()).toEqual([...profile.neverHas].sort());
    },
  );

  it('read a row of Fuzhou without its derived columns', () => {
    const cells = [
      '福州测试企业联合公司,91350100705362917E,1980-01-01,,146(万元人民币),999,USD,纺织品进出口,福建,福州,999999,999999,别处,address,福州市鼓楼区福飞路135号',
    ].flatMap((line) => line.split(','));
    expect(judgeRow(FUZHOU, cells)).toMatchObject({
      draft: {
        id: '91350100705362917E',
        values: { capitalCurrency: 'CNY', city: '福州', divisionCode: '350100', domicile: '福州市鼓楼区福飞路135号' },
        provider: { name: '企业登记公开汇编（非官方）' },
        flags: ['INCOMPLETE_SOURCE'],
      },
    });
  });

  it('repair letter case in a dirty code, and refuse an old registration number', () => {
    const row = (code: string) => judgeRow(DIRTY, ['某公司', code, 'other', '2005-07-18', '辽宁', '大连']);
    expect(row('91350100705362917e')).toMatchObject({
      draft: { id: '91350100705362917E', flags: ['INCOMPLETE_SOURCE', 'USCC_REPAIRED'] },
    });
    expect(row('350100100012345')).toMatchObject({
      faults: [{ field: 'uscc', fault: { code: 'REGISTRATION_NUMBER' } }],
    });
  });
});
