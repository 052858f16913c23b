import fc from 'fast-check';
import { headerKey, withoutRemarks } from '../../../../src/ingest/read/headerKey.ts';
import { resolveHeader, type HeaderField } from '../../../../src/ingest/read/resolveHeader.ts';

const field = (name: string, title: string, aliases: readonly string[] = [], required = false): HeaderField => ({
  name,
  title,
  aliases,
  required,
});

const USCC = field('uscc', '统一社会信用代码', ['社会信用代码', 'credit_code'], true);
const NAME = field('subjectName', '企业名称', ['行政相对人名称'], true);
const FINE = field('fineAmount', '罚款金额(万元)', ['罚款金额（元）'.replace('元', '万元')]);
const FIELDS = [USCC, NAME, FINE];

describe('resolveHeader', () => {
  it.each([
    ['the title', '统一社会信用代码', 'uscc'],
    ['an alias', '社会信用代码', 'uscc'],
    ['the name of the field', 'subjectName', 'subjectName'],
    ['snake_case', 'subject_name', 'subjectName'],
    ['words in capitals', 'Subject Name', 'subjectName'],
    ['full-width letters', 'ＵＳＣＣ', 'uscc'],
    ['the mark of required columns', '* 企业名称', 'subjectName'],
    ['the mark behind, full-width', '企业名称＊', 'subjectName'],
    ['a remark in full-width brackets', '企业名称（必填）', 'subjectName'],
    ['two remarks', '统一社会信用代码【必填】(18位)', 'uscc'],
    ['blanks, a byte order mark and a colon', '\uFEFF 企业 名称：', 'subjectName'],
    ['the unit of the title', '罚款金额（万元）', 'fineAmount'],
    ['the unit and a remark', '罚款金额(万元)（选填）', 'fineAmount'],
  ])('understands %s', (_, header, name) => {
    expect(resolveHeader([header], FIELDS).columns).toEqual([name]);
  });

  it.each(['罚款金额(元)', '罚款金额', '罚款金额(亿元)', '企业名称(元)'])(
    'does not take %s for a column of another unit',
    (header) => {
      expect(resolveHeader(['uscc', header], FIELDS)).toMatchObject({ columns: ['uscc', null], ignored: [header] });
    },
  );

  it('reports required fields without a column and ignores unknown columns', () => {
    expect(resolveHeader(['备注', '企业名称', ''], FIELDS)).toEqual({
      columns: [null, 'subjectName', null],
      ignored: ['备注', '#3'],
      missing: ['uscc'],
      duplicate: [],
    });
  });

  it('reports columns that mean the same field, with both names, and maps the first', () => {
    expect(resolveHeader(['uscc', '企业名称', '统一社会信用代码'], FIELDS)).toMatchObject({
      columns: ['uscc', 'subjectName', null],
      ignored: [],
      duplicate: [{ field: 'uscc', columns: ['uscc', '统一社会信用代码'] }],
    });
  });

  it('prefers a column that fits as it is to one that fits without its remark', () => {
    expect(resolveHeader(['企业名称(曾用)', '企业名称'], FIELDS)).toMatchObject({
      columns: [null, 'subjectName'],
      ignored: ['企业名称(曾用)'],
      duplicate: [],
    });
  });

  it('does not guess between two fields that differ in the remark', () => {
    const fields = [field('oldNo', '许可编号(旧)'), field('newNo', '许可编号(新)'), NAME];
    expect(resolveHeader(['企业名称', '许可编号', '许可编号(新)'], fields).columns).toEqual([
      'subjectName',
      null,
      'newNo',
    ]);
  });

  it('takes the remark of a title as optional', () => {
    const fields = [field('code', '行政相对人代码_1(统一社会信用代码)')];
    expect(resolveHeader(['行政相对人代码_1'], fields).columns).toEqual(['code']);
  });

  it('gives a word that two fields claim to the one whose title it is', () => {
    const fields = [field('a', '甲', ['名称']), field('b', '名称')];
    expect(resolveHeader(['名称'], fields).columns).toEqual(['b']);
  });

  it('never shows the first line of a file without a header, which is data', () => {
    const resolved = resolveHeader(['张三', '350102199001011234'], FIELDS);
    expect(resolved).toMatchObject({ columns: [null, null], ignored: ['#1', '#2'], missing: ['uscc', 'subjectName'] });
  });
});

describe('headerKey', () => {
  it('is the same for its own result, whatever the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (header) => {
        const key = headerKey(header);
        expect(headerKey(key)).toBe(key);
        expect(withoutRemarks(withoutRemarks(key))).toBe(withoutRemarks(key));
      }),
    );
  });

  it('leaves a header alone that is nothing but a remark', () => {
    expect(withoutRemarks(headerKey('（备注）'))).toBe('(备注)');
  });
});
