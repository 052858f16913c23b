import fc from 'fast-check';
import { dayGrams, dayRangeGrams } from '../../../subgraphs/search/index/dayGrams.ts';

const days = fc
  .date({ min: new Date('1949-10-01'), max: new Date('2050-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('a day has a piece of a range just where it lies in it', () => {
  fc.assert(
    fc.property(days, fc.option(days, { nil: undefined }), fc.option(days, { nil: undefined }), (day, from, to) => {
      const range = new Set(dayRangeGrams(from, to));
      const isInside = day >= (from ?? day) && day <= (to ?? day);
      expect(dayGrams(day).some((gram) => range.has(gram))).toBe(isInside);
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  ['2015-01-01', '2015-12-31', 1],
  ['2010-01-01', '2019-12-31', 1],
  ['2015-03-01', '2015-03-31', 1],
  [undefined, '1999-12-31', 20],
  ['2016-01-01', '2015-12-31', 0],
])('%s to %s is told by few pieces', (from, to, count) => {
  expect(dayRangeGrams(from, to)).toHaveLength(count);
});
