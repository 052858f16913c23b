import fc from 'fast-check';
import { normaliseCode } from '../../../src/values/normaliseCode.ts';
import { checkUscc } from '../../../src/values/uscc.ts';
import { composing } from './composing.ts';
import { validCode } from './validCodes.ts';

const CODE = '91350100705362917E';

it.each([
  ['lower case', '91350100705362917e'],
  ['full-width characters', '９１３５０１００７０５３６２９１７Ｅ'],
  ['blanks inside', '9135 0100 7053 6291 7E'],
  ['ideographic blanks', '\u300091350100\u3000705362917E\u3000'],
  ['no-break blanks', '\u00A091350100705362917E\u00A0'],
  ['zero-width characters', '9135\u200B0100\u200C7053\u200D62917E'],
  ['a byte order mark', `\uFEFF${CODE}`],
  ['a trailing tab', `${CODE}\t`],
  ['a line end', `${CODE}\r\n`],
  ['hyphens', '91350100-70536291-7E'],
  ['full-width and typographic hyphens', '91350100－70536291–7E'],
  ['a leading quote of a spreadsheet', `'${CODE}`],
  ['a leading typographic quote', `’${CODE}`],
])('repairs %s', (_what, raw) => {
  expect(normaliseCode(raw)).toBe(CODE);
  expect(checkUscc(raw)).toEqual({ ok: true, uscc: CODE, repaired: true, warnings: [] });
});

it('leaves a canonical value alone and guesses no letters', () => {
  expect(normaliseCode(CODE)).toBe(CODE);
  expect(normaliseCode('9135O1')).toBe('9135O1');
});

it.each(['\u0390', '\u03B0', '\u1FE3', '\u1AEB\u02DDp', '\uFB7B\u0219\u1FE3'])(
  'changes nothing when applied twice to %j, whose capital or whose rest has to be composed again',
  (raw) => {
    const once = normaliseCode(raw);
    expect(normaliseCode(once)).toBe(once);
  },
);

it('changes nothing when applied twice to any text', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), composing, validCode);
  fc.assert(
    fc.property(text, (raw) => {
      const once = normaliseCode(raw);
      expect(normaliseCode(once)).toBe(once);
    }),
    { numRuns: 5000 },
  );
});
