import fc from 'fast-check';
import { changeBlock, visitBlock } from '../../../subgraphs/search/index/postings/packBlock.ts';
import { BLOCK_SIZE } from '../../../subgraphs/search/index/postings/PostingDocument.ts';

const numbers = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 0, max: BLOCK_SIZE - 1 }), { maxLength: 200 }),
  // So many that they are packed as a bitmap.
  fc
    .record({ from: fc.integer({ min: 0, max: 50_000 }), count: fc.integer({ min: 4_000, max: 5_000 }) })
    .map(({ from, count }) => Array.from({ length: count }, (_, at) => from + at * 2)),
);

it('a block holds what was added and not taken out, however it is packed', () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, (before, removed, added) => {
      const first = changeBlock(undefined, new Set(before), new Set());
      const second = changeBlock(first.numbers, new Set(added), new Set(removed));
      const expected = new Set(before.filter((number) => !removed.includes(number)).concat(added));
      const held: number[] = [];
      visitBlock(second.numbers, (number) => held.push(number));
      expect(held).toEqual([...expected].sort((one, other) => one - other));
      expect([first.growth, first.growth + second.growth]).toEqual([before.length, expected.size]);
    }),
    { numRuns: 60 },
  );
});
