import fc from 'fast-check';
import { Tally } from '../../../subgraphs/search/index/postings/Tally.ts';

const additions = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 8 })), {
  minLength: 1,
});

it('gives the numbers with the highest sums, whatever was added before it was cleared', () => {
  const tally = new Tally();
  fc.assert(
    fc.property(additions, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 10 }), (added, limit, least) => {
      tally.clear();
      const sums = new Map<number, number>();
      for (const [number, weight] of added) {
        tally.add(number, weight);
        sums.set(number, (sums.get(number) ?? 0) + weight);
      }
      const accepts = (number: number): boolean => number % 3 !== 0;
      const fitting = [...sums].filter(([number, sum]) => sum >= least && accepts(number));
      const { numbers, others } = tally.best(limit, least, accepts);
      const weights = fitting.map(([, sum]) => sum).sort((one, other) => other - one);
      expect(numbers.map((number) => sums.get(number))).toEqual(weights.slice(0, limit));
      expect(numbers.length + others).toBe(fitting.length);
      expect(tally.most).toBe(Math.max(...sums.values()));
    }),
  );
});
