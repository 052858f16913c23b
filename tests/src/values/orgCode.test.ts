import fc from 'fast-check';
import { checkOrgCode, orgCodeOf, printOrgCode } from '../../../src/values/orgCode.ts';

it.each([
  ['70536291-7', '705362917'],
  ['705362917', '705362917'],
  ['７０５３６２９１－７', '705362917'],
  ['ma33k1x74', 'MA33K1X74'],
  [' 158311TC4 ', '158311TC4'],
])('reads %s', (raw, orgCode) => {
  expect(checkOrgCode(raw)).toBe(orgCode);
});

it.each(['', '70536291-8', '70536291', '7053629177', '7053629I7', '000000000', '91350100705362917E'])(
  'refuses %j',
  (raw) => {
    expect(checkOrgCode(raw)).toBeUndefined();
  },
);

it('accepts exactly one check character for every body', () => {
  const body = fc.stringMatching(/^[0-9A-Z]{8}$/).filter((text) => text !== '00000000');
  fc.assert(
    fc.property(body, (text) => {
      const holding = '0123456789X'.split('').filter((check) => checkOrgCode(text + check) !== undefined);
      expect(holding).toHaveLength(1);
    }),
  );
});

it('takes the organisation code out of a credit code and prints it with a hyphen', () => {
  expect(orgCodeOf('91350100705362917E')).toBe('705362917');
  expect(printOrgCode('705362917')).toBe('70536291-7');
});
