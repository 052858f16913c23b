import { judgeSubject } from '../../../src/data/judgeSubject.ts';
import { checkOrgCode } from '../../../src/values/orgCode.ts';
import { citizenIdOf } from '../values/citizenIdOf.ts';

/** A citizen's number whose characters 9-17 happen to check as an organisation code. */
const ID_NUMBER = Array.from({ length: 200 }, (_, sequence) => citizenIdOf('359999', '19900101', sequence)).find(
  (number) => checkOrgCode(number.slice(8, 17)) !== undefined,
);

describe('judgeSubject', () => {
  it.each([
    ['9135058377961200X1', '77961200X'],
    ['9112011670043933X51', '70043933X'],
    ['91441900744453213', '744453213'],
    ['91350600628584742^', '628584742'],
    ['９１３５０６００６２８５８４７４２？', '628584742'],
  ])('keeps the damaged code %s and finds %s in its middle', (raw, middleCode) => {
    expect(judgeSubject({ subjectUscc: raw, subjectName: '甲' })).toMatchObject({
      subject: { rawCode: raw, middleCode },
      flags: ['USCC_WRONG'],
    });
  });

  it.each(['9135058377961200', '913505837796120', '9135058397961200X1', '9135058377961200X11111111111'])(
    'finds no organisation code in %s',
    (raw) => {
      const verdict = judgeSubject({ subjectUscc: raw, subjectName: '甲' });
      expect('subject' in verdict && verdict.subject.middleCode).toBeUndefined();
    },
  );

  it('takes nothing out of a number that may be a citizen\u2019s, and does not keep it', () => {
    expect(ID_NUMBER).toBeDefined();
    expect(judgeSubject({ subjectUscc: ID_NUMBER, subjectName: '张三' })).toEqual({
      subject: { name: '张三' },
      flags: ['USCC_WRONG'],
    });
    expect(judgeSubject({ subjectUscc: ID_NUMBER })).toMatchObject({ fault: { code: 'CITIZEN_ID' } });
  });

  it.each([`张三${ID_NUMBER ?? ''}`, '张三13812341234', '长'.repeat(65)])(
    'does not keep what else stands in the column of the code: %s',
    (subjectUscc) => {
      expect(judgeSubject({ subjectUscc, subjectName: '甲' })).toEqual({
        subject: { name: '甲' },
        flags: ['USCC_WRONG'],
      });
    },
  );

  it('judges the name as any text: masked, without what nobody sees, and not too long', () => {
    expect(judgeSubject({ subjectName: `张三${ID_NUMBER ?? ''}` })).toEqual({
      subject: { name: `张三${'*'.repeat(18)}` },
      flags: ['PERSONAL_DATA_MASKED'],
    });
    expect(judgeSubject({ subjectName: '\u202E甲\u0000' })).toEqual({ subject: { name: '甲' }, flags: [] });
    expect(judgeSubject({ subjectName: '长'.repeat(201) })).toMatchObject({
      field: 'subjectName',
      fault: { code: 'TEXT_TOO_LONG' },
    });
  });

  it('refuses a wrong code that says nothing of its subject', () => {
    expect(judgeSubject({ subjectUscc: '91350583979' })).toMatchObject({ fault: { code: 'USCC_INVALID' } });
  });

  it.each(['', '/', '无', '000000000000000000'])('takes %p for no code at all', (subjectUscc) => {
    expect(judgeSubject({ subjectUscc, subjectName: '甲' })).toEqual({ subject: { name: '甲' }, flags: [] });
    expect(judgeSubject({ subjectUscc })).toMatchObject({ fault: { code: 'SUBJECT_MISSING' } });
  });
});
