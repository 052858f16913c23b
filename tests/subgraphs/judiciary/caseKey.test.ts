import fc from 'fast-check';
import { caseKey } from '../../../subgraphs/judiciary/rules/caseKey.ts';

describe('caseKey', () => {
  it.each([
    ['（2016）闽0302执00682号', '(2016)闽0302执682号'],
    ['〔2016〕闽0302执682号', '(2016)闽0302执682号'],
    ['(2016) 闽 0302 执　682 号', '(2016)闽0302执682号'],
    ['（２０１５）宁执字第００３２７号', '(2015)宁执字第327号'],
    ['(2015)宁执字第00327号之一', '(2015)宁执字第327号之一'],
    ['(2020)闽01破12号', '(2020)闽01破12号'],
    ['(2015)执字第000号', '(2015)执字第0号'],
    ['(2010)榕执00100', '(2010)榕执100'],
    ['(2010)榕执01号之00', '(2010)榕执1号之00'],
  ])('brings %s into one form', (printed, key) => {
    expect(caseKey(printed)).toBe(key);
  });

  it.each([
    ['(2016)闽0302执682号', '(2016)闽302执682号'],
    ['(2016)闽0302执682号', '(2016)闽0302执6820号'],
    ['(2016)闽0302执682号', '(2016)闽0302执恢682号'],
    ['(2016)闽0302执682号', '(2006)闽0302执682号'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(caseKey(one)).not.toBe(caseKey(other));
  });

  it('changes nothing the second time', () => {
    const character = fc.constantFrom(...Array.from('（2016）闽0302执恢00682号之一〔〕 　０①a'));
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 30 }), (printed) => {
        expect(caseKey(caseKey(printed))).toBe(caseKey(printed));
      }),
    );
  });
});
