import { pinyinOf } from '../../../../subgraphs/search/names/pinyinOf.ts';

describe('pinyinOf', () => {
  it.each([
    ['福州三山', 'fuzhousanshan', 'fzss'],
    ['銀行', 'yinhang', 'yh'],
    ['重庆', 'chongqing', 'cq'],
    ['绿园', 'lvyuan', 'ly'],
    ['A8音乐', 'a8yinyue', 'a8yy'],
    ['', '', ''],
  ])('spells %s', (name, full, initials) => {
    expect(pinyinOf(name)).toEqual({ full, initials });
  });
});
