import { codes } from '../../../../src/data/fields/code.ts';

const words = { title: '情形', description: 'Kinds of conduct.' };
const conduct = codes(words, {
  FORGERY: ['以伪造证据、暴力、威胁等方法妨碍、抗拒执行', '2'],
  REPORTING: ['违反财产报告制度', '4'],
});

describe('codes', () => {
  it.each([
    ['以伪造证据、暴力、威胁等方法妨碍、抗拒执行', ['FORGERY']],
    ['违反财产报告制度,以伪造证据、暴力、威胁等方法妨碍、抗拒执行', ['FORGERY', 'REPORTING']],
    ['违反财产报告制度；2', ['FORGERY', 'REPORTING']],
    ['4、2', ['FORGERY', 'REPORTING']],
    ['REPORTING, REPORTING', ['REPORTING']],
  ])('understands %s, also where a label holds a separator', (text, value) => {
    expect(conduct.judge(text)).toEqual({ value });
  });

  it('takes a list as it is', () => {
    expect(conduct.judge(['REPORTING', 'FORGERY'])).toEqual({ value: ['FORGERY', 'REPORTING'] });
  });

  it.each(['违反财产报告制度、其他', '', '7'])('refuses %p and names what it understands', (text) => {
    expect(conduct.judge(text)).toMatchObject({
      fault: { code: 'CODE_UNKNOWN', expected: expect.stringContaining('REPORTING') as unknown },
    });
  });
});
