import { bindProfile } from '../../../../src/ingest/source/bindProfile.ts';
import { chooseProfile } from '../../../../src/ingest/source/chooseProfile.ts';
import { sourceProfileSchema, type SourceProfile } from '../../../../src/ingest/source/SourceProfile.ts';
import { failure } from '../read/readAll.ts';

const profile = (name: string, rest: object): SourceProfile => ({
  name,
  ...sourceProfileSchema.parse({ title: name, collection: 'registry.enterprises', ...rest }),
});

const SMALL = profile('small', { columns: { name: 'name', uscc: 'uscc' } });
const LARGE = profile('large', { columns: { name: 'name', uscc: 'uscc' }, ignored: ['district_code'] });
const FOREIGN = profile('foreign', {
  collection: 'judiciary.defaulters',
  columns: { name: 'name' },
  where: { list: 'x' },
});
const PROFILES = [SMALL, LARGE, FOREIGN];
const choose = (header: string[], name?: string): string | undefined =>
  chooseProfile(PROFILES, 'registry.enterprises', header, name)?.name;
const refused = (header: string[], name?: string, profiles = PROFILES): Promise<{ code: unknown; message: string }> =>
  failure(Promise.resolve().then(() => chooseProfile(profiles, 'registry.enterprises', header, name)));

describe('chooseProfile', () => {
  it('takes the profile that knows most columns, ignored ones included', () => {
    expect(choose(['name', 'uscc', 'district_code', 'more'])).toBe('large');
    expect(choose(['name', 'uscc', 'more'])).toBe('small');
  });

  it('finds none where a column that it reads is absent, or the collection is another', () => {
    expect(choose(['name', 'district_code'])).toBeUndefined();
    expect(chooseProfile(PROFILES, 'tax.ratings', ['name', 'uscc'])).toBeUndefined();
  });

  it('needs the columns of its conditions too', () => {
    expect(chooseProfile(PROFILES, 'judiciary.defaulters', ['name'])).toBeUndefined();
    expect(chooseProfile(PROFILES, 'judiciary.defaulters', ['name', 'list'])?.name).toBe('foreign');
    const flagged = profile('flagged', { columns: { name: 'name' }, flagsWhere: { OCR_SOURCE: { ocr: '1' } } });
    expect(chooseProfile([flagged], 'registry.enterprises', ['name'])).toBeUndefined();
  });

  it('takes the profile that is named, though another knows more', () => {
    expect(choose(['name', 'uscc', 'district_code'], 'small')).toBe('small');
    expect(choose(['name', 'uscc'], 'large')).toBe('large');
  });

  it('lists the profiles where the named one is unknown or belongs to another collection', async () => {
    expect(await refused(['name'], 'foreign')).toEqual({
      code: 'INGEST_PROFILE_UNKNOWN',
      message: 'registry.enterprises has no source profile "foreign". Known: small, large.',
    });
  });

  it('names the columns that a file lacks for the named profile', async () => {
    expect(await refused(['x'], 'small')).toEqual({
      code: 'INGEST_PROFILE_UNFIT',
      message: 'The source profile small needs columns that the file does not have: name, uscc.',
    });
  });

  it('does not guess between two that fit equally well', async () => {
    const twin = profile('twin', { columns: { name: 'name', uscc: 'code' } });
    expect(await refused(['name', 'uscc'], undefined, [...PROFILES, twin])).toEqual({
      code: 'INGEST_PROFILE_AMBIGUOUS',
      message: 'Several source profiles of registry.enterprises fit the file equally well: small, twin.',
    });
  });
});

describe('bindProfile', () => {
  const bound = bindProfile(
    profile('list', {
      columns: { Name_Raw: 'name', code: 'uscc' },
      ignored: ['matched'],
      where: { list_id: 'debtors', year: '2017' },
      flags: ['USCC_WRONG'],
      flagsWhere: { OCR_SOURCE: { ocr: '1' } },
    }),
    ['list_id', 'name_raw', 'code', 'matched', 'year', 'ocr', 'more', 'code'],
  );

  it('lays fields over columns, the first of two with one name', () => {
    expect(bound.columns).toEqual([null, 'name', 'uscc', null, null, null, null, null]);
    expect(bound.unknown).toEqual(['more']);
  });

  it('reads only rows whose cells equal all that is asked', () => {
    expect(bound.belongs(['debtors', '', '', '', ' 2017 ', '0'])).toBe(true);
    expect(bound.belongs(['debtors', '', '', '', '2018', '0'])).toBe(false);
    expect(bound.belongs(['other', '', '', '', '2017', '0'])).toBe(false);
    expect(bound.belongs(['debtors'])).toBe(false);
  });

  it('flags every row, and rows whose cells say so', () => {
    expect(bound.flagsOf(['', '', '', '', '', '0'])).toEqual(['USCC_WRONG']);
    expect(bound.flagsOf(['', '', '', '', '', '1'])).toEqual(['USCC_WRONG', 'OCR_SOURCE']);
  });
});
