import { text, texts } from '../../../../src/data/fields/text.ts';
import { citizenIdOf } from '../../values/citizenIdOf.ts';
import { itWithFiles, rowsOf } from '../../values/realFiles.ts';

const ID_NUMBER = citizenIdOf('359999', '19900101', 1);
const STARS = '*'.repeat(18);
const WORDS = { title: '内容', description: 'What it says.' };
const FLAGS = ['PERSONAL_DATA_MASKED'];

describe('text', () => {
  it.each([
    [`当事人${ID_NUMBER}`, `当事人${STARS}`],
    [`${ID_NUMBER.slice(0, 9)}\u202E${ID_NUMBER.slice(9)}`, STARS],
    ['13812341234', '138****1234'],
    ['联系人张三，手机138-1234-1234。', '联系人张三，手机138****1234。'],
    ['电话：１３８１２３４１２３４', '电话：138****1234'],
  ])('masks %j and flags it', (given, value) => {
    expect(text(WORDS, 200).judge(given)).toEqual({ value, flags: FLAGS });
  });

  it.each([`当事人${STARS}`, '联系138****1234'])('flags %j again, which was masked before', (given) => {
    expect(text(WORDS, 200).judge(given)).toEqual({ value: given, flags: FLAGS });
  });

  it.each(['罚款12万元', '榕市监罚〔2026〕13号', '注册号350100100012345', '0591-87654321', '***', '93812341234'])(
    'leaves %j as it is',
    (given) => {
      expect(text(WORDS, 200).judge(given)).toEqual({ value: given });
    },
  );

  it('leaves eleven digits where a number is meant, but no citizen\u2019s number', () => {
    for (const field of [text(WORDS, 200, { holds: 'NUMBER' }), text(WORDS, 200, { personal: 'PHONE' })]) {
      expect(field.judge('13812341234')).toEqual({ value: '13812341234' });
      expect(field.judge(ID_NUMBER)).toEqual({ value: STARS, flags: FLAGS });
    }
    expect(text(WORDS, 200, { personal: 'ID_NUMBER' }).judge(ID_NUMBER)).toEqual({ value: ID_NUMBER });
  });

  it('takes out characters that nobody sees, before it counts the others', () => {
    expect(text(WORDS, 3).judge('甲\u0000乙\u202E丙')).toEqual({ value: '甲乙丙' });
    expect(text(WORDS, 3).judge('甲乙丙丁')).toMatchObject({ fault: { code: 'TEXT_TOO_LONG' } });
  });
});

const FILES = ['enterprises_fuzhou.csv.gz', 'enterprises_fujian_other.csv.gz', 'credit_facts.csv.gz'];
itWithFiles(
  FILES,
  'damages no text of the real files',
  () => {
    const field = text(WORDS, 10_000);
    const cells = FILES.flatMap((file) => rowsOf(file).flatMap((row) => Object.values(row)));
    expect(cells.length).toBeGreaterThan(800_000);
    const judged = cells.map((cell) => [cell.trim(), field.judge(cell)] as const);
    expect(judged.filter(([, judgement]) => !('value' in judgement) || judgement.flags !== undefined)).toEqual([]);
    // Three business scopes hold a control character that a keyboard can not type, and nothing else of them changes.
    const changed = judged.filter(([cell, judgement]) => 'value' in judgement && judgement.value !== cell);
    expect(changed.map(([cell]) => /[\u0001\u007F]/u.test(cell))).toEqual([true, true, true]);
  },
  60_000,
);

describe('texts', () => {
  it('masks and cleans each of them', () => {
    expect(texts(WORDS, 40).judge(`旧名甲;旧名乙${ID_NUMBER}；\u202E;13812341234`)).toEqual({
      value: ['旧名甲', `旧名乙${STARS}`, '138****1234'],
      flags: FLAGS,
    });
    expect(texts(WORDS, 40).judge(['旧名甲'])).toEqual({ value: ['旧名甲'] });
    expect(texts(WORDS, 2).judge('旧名甲')).toMatchObject({ fault: { code: 'TEXT_TOO_LONG' } });
  });
});
