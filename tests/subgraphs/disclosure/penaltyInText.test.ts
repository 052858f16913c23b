import { penaltyInText } from '../../../subgraphs/disclosure/rules/penaltyInText.ts';

describe('penaltyInText', () => {
  it.each([
    ['警告。', ['WARNING'], undefined],
    ['罚款4.54万元。', ['FINE'], '45400.00'],
    ['罚款5.00016万元。', ['FINE'], '50001.60'],
    ['罚款人民币３０００元', ['FINE'], '3000.00'],
    ['罚款1,200,000元', ['FINE'], '1200000.00'],
    ['罚款12万元，警告。', ['FINE', 'WARNING'], '120000.00'],
    ['限制生产。', ['RESTRICT_BUSINESS'], undefined],
    ['责令停产整治。', ['SUSPEND_BUSINESS'], undefined],
    ['责令关闭。', ['CLOSE'], undefined],
    ['吊销营业执照', ['REVOKE_LICENCE'], undefined],
    ['没收违法所得3万元', ['CONFISCATE_GAINS'], undefined],
  ])('reads %s', (text, categories, fine) => {
    expect(penaltyInText(text)).toEqual({ categories, fine });
  });

  it.each(['责令限期治理。', '责令改正', '查封、扣押', '处罚174万元。', '移送公安机关', ''])(
    'finds no penalty of the law in %s',
    (text) => {
      expect(penaltyInText(text)).toEqual({ categories: [], fine: undefined });
    },
  );

  it.each([
    '罚款16万元；按日连续处罚118.68万元。',
    '按日连续处罚360万元。',
    '罚款2万元，罚款3万元',
    '没收违法所得3万元，罚款5万元',
    '罚款若干',
  ])('never guesses the fine in %s', (text) => {
    const { categories, fine } = penaltyInText(text);
    expect(categories).toContain('FINE');
    expect(fine).toBeUndefined();
  });

  it.each(['不予罚款', '免予警告', '拟处罚款5万元', '撤销罚款5万元的决定', '警告或者罚款'])(
    'does not read %s at all',
    (text) => {
      expect(penaltyInText(text)).toEqual({ categories: [], fine: undefined });
    },
  );
});
