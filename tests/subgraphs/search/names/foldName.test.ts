import { foldName } from '../../../../subgraphs/search/names/foldName.ts';

describe('foldName', () => {
  it.each([
    ['full-width forms', 'ＡＢＣ（福建）科技', 'ABC福建科技'],
    ['traditional characters', '福建緊輝貿易有限公司', '福建紧辉贸易有限公司'],
    ['blanks and punctuation', ' 福建 · 三山，（集团）有限公司。', '福建三山集团有限公司'],
    ['small letters', 'iPhone维修店', 'IPHONE维修店'],
    ['control characters, emoji and signs', '福\u0000建\u200B三🙂山.*+?', '福建三山'],
    ['characters outside the basic plane', '𠮷野家餐饮', '𠮷野家餐饮'],
    ['nothing that can be read', '（）…🙂', ''],
  ])('folds %s', (_, raw, folded) => {
    expect(foldName(raw)).toBe(folded);
  });

  it('changes nothing when it is applied again', () => {
    for (const raw of ['乾隆國際著作（亞洲）', 'ⅷ㍿ǆ', 'ß Straße']) expect(foldName(foldName(raw))).toBe(foldName(raw));
  });

  it('considers no more than 200 characters', () => {
    expect(foldName('公司'.repeat(5_000))).toHaveLength(200);
    expect(foldName('㍿'.repeat(5_000))).toHaveLength(200);
  });
});
