import { code, codes } from '../../../src/data/fields/code.ts';
import { withOther } from '../../../subgraphs/disclosure/collections/withOther.ts';
import { citizenIdOf } from '../../src/values/citizenIdOf.ts';

const WORDS = { title: '类别', description: 'Kind.' };
const LIST = { FINE: ['罚款'], WARNING: ['警告'], OTHER: ['其他'] } as const;
const several = withOther(codes(WORDS, LIST), 'note');
const one = withOther(code(WORDS, LIST), 'note');

describe('withOther', () => {
  it.each([
    ['其他-责令改正', '责令改正'],
    ['其他（责令改正）', '责令改正'],
    ['其他：责令改正', '责令改正'],
  ])('reads %s as OTHER with a note', (text, note) => {
    expect(several.judge(text)).toEqual({ value: ['OTHER'], also: { note } });
    expect(one.judge(text)).toEqual({ value: 'OTHER', also: { note } });
  });

  it('leaves what has no note as it is', () => {
    expect(several.judge('罚款;警告')).toEqual({ value: ['FINE', 'WARNING'] });
    expect(several.judge('罚款；其他-甲；其他-乙')).toEqual({ value: ['FINE', 'OTHER'], also: { note: '甲；乙' } });
    expect(several.judge(['FINE', 'OTHER'])).toEqual({ value: ['FINE', 'OTHER'] });
    expect(one.judge('其他')).toEqual({ value: 'OTHER' });
    expect(several.judge('其他-')).toEqual({ value: ['OTHER'] });
  });

  it('refuses what the list does not know', () => {
    expect(several.judge('暂扣或者吊销许可证')).toMatchObject({ fault: { code: 'CODE_UNKNOWN' } });
    expect(several.judge('其他类别')).toMatchObject({ fault: { code: 'CODE_UNKNOWN' } });
  });

  it('keeps no ID number in the note, and says so', () => {
    const id = citizenIdOf('359999', '19900101', 1);
    expect(several.judge(`其他-没收${id}`)).toEqual({
      value: ['OTHER'],
      also: { note: `没收${'*'.repeat(18)}` },
      flags: ['PERSONAL_DATA_MASKED'],
    });
  });
});
