import { judgeFact, type FactVerdict } from '../../../src/data/judgeFact.ts';
import { citizenIdOf } from '../values/citizenIdOf.ts';
import { SUBJECT, toyFacts } from './toyFacts.ts';

const ID_NUMBER = citizenIdOf('359999', '19900101', 1);
const PERSON = { subjectUscc: undefined, subjectName: '张三', subjectCategory: '自然人' };

function judged(row: Readonly<Record<string, unknown>>): FactVerdict {
  const setting = { today: '2026-06-15', neverHas: new Set<string>(), provider: {}, flags: [] };
  return judgeFact(toyFacts, { subjectUscc: SUBJECT, number: '一', noticedOn: '2026-06-01', ...row }, setting);
}

describe('judgeFact', () => {
  it('makes nothing public about a natural person', () => {
    expect(judged({})).toMatchObject({ draft: { usageScope: 'PUBLIC' } });
    expect(judged(PERSON)).toMatchObject({ draft: { usageScope: 'AUTHORISED_QUERY' } });
    expect(judged({ ...PERSON, subjectCategory: '个体工商户' })).toMatchObject({ draft: { usageScope: 'PUBLIC' } });
  });

  it('masks the name of the subject and of the provider as it masks any text', () => {
    const verdict = judged({ ...PERSON, subjectName: `张三${ID_NUMBER}`, providerName: `李四${ID_NUMBER}` });
    expect(verdict).toMatchObject({
      draft: {
        subject: { name: `张三${'*'.repeat(18)}` },
        provider: { name: `李四${'*'.repeat(18)}` },
        flags: ['PERSONAL_DATA_MASKED'],
      },
    });
    expect(JSON.stringify(verdict)).not.toContain(ID_NUMBER);
  });

  it('refuses a name of the subject that is too long, under its own column', () => {
    expect(judged({ subjectName: '长'.repeat(201) })).toMatchObject({
      faults: [{ field: 'subjectName', fault: { code: 'TEXT_TOO_LONG' } }],
    });
    expect(judged({ subjectUscc: ' ' })).toMatchObject({ faults: [{ field: 'subjectUscc' }] });
  });

  it('takes out of all texts what nobody sees', () => {
    expect(judged({ subjectName: '福州\u202E甲\u0000公司', content: '通\u2067知' })).toMatchObject({
      draft: { subject: { name: '福州甲公司' }, values: { content: '通知' }, flags: [] },
    });
    expect(judged({ number: '\u0000' })).toMatchObject({ faults: [{ fault: { code: 'REQUIRED_MISSING' } }] });
  });

  it.each([{ subjectCategory: '火星人' }, { publishedOn: '昨天' }, { providerUscc: '91350100' }])(
    'sets aside and flags what it can not read of the envelope: %j',
    (columns) => {
      expect(judged(columns)).toMatchObject({ draft: { subject: { uscc: SUBJECT }, flags: ['VALUE_SET_ASIDE'] } });
    },
  );

  it('keeps the flag of masked text that is judged again', () => {
    const first = judged({ content: `当事人${ID_NUMBER}` });
    const values = 'draft' in first ? first.draft.values : {};
    expect(judged({ ...values, amount: '1' })).toMatchObject({ draft: { flags: ['PERSONAL_DATA_MASKED'] } });
  });
});
