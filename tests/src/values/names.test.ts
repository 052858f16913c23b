import fc from 'fast-check';
import { normaliseName } from '../../../src/values/names.ts';
import { composing } from './composing.ts';
import { itWithFiles, rowsOf } from './realFiles.ts';

it.each([
  ['full-width brackets', '德化宏（福州）有限公司', '德化宏(福州)有限公司'],
  ['brackets of other kinds', '甲【福州】〔福建〕［中国］有限公司', '甲(福州)(福建)(中国)有限公司'],
  ['blanks', ' 中国福万( 福建 )玩具　有限公司\t', '中国福万(福建)玩具有限公司'],
  ['invisible characters', '福州\u200B电器厂\uFEFF', '福州电器厂'],
  ['full-width letters and digits', '３Ｍ中国有限公司', '3M中国有限公司'],
  ['letter case', '福建abc有限公司', '福建ABC有限公司'],
  ['middle dots', '阿里・巴巴•商店', '阿里·巴巴·商店'],
  ['punctuation at the end', '福州电器厂。；', '福州电器厂'],
])('unifies %s', (_what, raw, name) => {
  expect(normaliseName(raw)).toBe(name);
});

it('keeps different names apart', () => {
  expect(normaliseName('福州电器厂')).not.toBe(normaliseName('福州电器有限公司'));
  expect(normaliseName('甲.乙公司')).toBe('甲.乙公司');
});

it('changes nothing when applied twice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), composing), (raw) => {
      const once = normaliseName(raw);
      expect(normaliseName(once)).toBe(once);
    }),
    { numRuns: 5000 },
  );
});

const FILES = ['enterprises_fuzhou.csv.gz', 'enterprises_fujian_other.csv.gz', 'names_national.csv.gz'];

itWithFiles(FILES, 'keeps all real names apart', () => {
  const names = FILES.flatMap(rowsOf).map((row) => normaliseName(row['name'] ?? ''));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(16_074 + 71_217 + 135_149);
});
