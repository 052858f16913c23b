import { digitRunsIn } from '../../../src/values/digitRuns.ts';

it.each([
  ['91350100705362917', ['91350100705362917']],
  ['１３８ － 1234\u200B1234x', ['138-12341234X']],
  ['1.2/3*4_5\n6 7\u00B78 90 1', ['1.2/3*4-5*6-7-8-90-1']],
  ['\u{1D7CF}\u2461\u00B34567890\uFE0F1', ['12345678901']],
  ['12345678901****12345678901', ['12345678901', '12345678901']],
  ['1234567890', []],
  ['12345甲67890乙1', []],
])('folds the digits of %j to %j', (text, folded) => {
  expect(digitRunsIn(text).map((run) => run.folded)).toEqual(folded);
});

it('maps each sign back to its place', () => {
  const text = '甲\u{1D7CF}234567890\u200B1';
  const [run] = digitRunsIn(text);
  expect([run?.placeOf(0), run?.placeOf(10)]).toEqual([
    { start: 1, end: 3 },
    { start: 13, end: 14 },
  ]);
});

it('is quick on texts made to be slow', () => {
  const texts = ['1 '.repeat(50_000), `${'1'.padEnd(1000)}甲`.repeat(100), `1${'*'.repeat(100_000)}`];
  const before = performance.now();
  for (const text of texts) digitRunsIn(text);
  expect(performance.now() - before).toBeLessThan(2000);
});
