import { uscc } from '../../../../src/data/fields/uscc.ts';
import { wordFault } from '../../../../src/errors/wordFault.ts';
import { citizenIdOf } from '../../values/citizenIdOf.ts';

const field = uscc({ title: '统一社会信用代码', description: 'A code.' });

function reasonOf(value: string, locale: 'en' | 'zh' = 'en'): string {
  const judged = field.judge(value);
  return 'fault' in judged ? wordFault(judged.fault, locale) : '';
}

describe('a code that can not be taken', () => {
  it('is met with the code that look-alike letters stand for, in either language', () => {
    expect(reasonOf('9135O100705362917E')).toMatch(/did you mean 91350100705362917E\?\)$/);
    expect(reasonOf('9135O100705362917E', 'zh')).toMatch(/是否应为 91350100705362917E？）$/);
  });

  it.each(['9135O100705362918E', '91350100703562917E'])('is not repeated, and %s suggests nothing', (value) => {
    expect(reasonOf(value)).toMatch(/^not a valid unified social credit code/);
    expect(reasonOf(value)).not.toMatch(/did you mean|\d{8}/);
  });

  it('suggests nothing where it may be a person’s number', () => {
    const id = citizenIdOf('350102', '19900307', 101);
    for (const value of [id, id.replace('0', 'O')]) {
      expect(field.judge(value)).toMatchObject({ fault: { code: 'CITIZEN_ID' } });
      expect(reasonOf(value)).not.toMatch(/did you mean|\d{8}/);
    }
  });
});
