import { fillExamples } from '../../../src/portal/fillExamples.ts';

const EXAMPLES = [
  { title: '甲', query: '{ a }', variables: { uscc: '{{uscc1}}' } },
  { title: '乙', query: '{ b }', variables: { usccs: ['{{uscc1}}', '{{uscc2}}'], first: 2 } },
  { title: '丙', query: '{ c }', variables: {} },
];

describe('what the database has in the examples', () => {
  it('are put where they belong', () => {
    expect(fillExamples(EXAMPLES, { uscc1: 'A', uscc2: 'B', uscc3: 'C' }).map(({ variables }) => variables)).toEqual([
      { uscc: 'A' },
      { usccs: ['A', 'B'], first: 2 },
      {},
    ]);
  });

  it('leave out the examples that they do not suffice for', () => {
    expect(fillExamples(EXAMPLES, { uscc1: 'A' }).map(({ title }) => title)).toEqual(['甲', '丙']);
    expect(fillExamples(EXAMPLES, {}).map(({ title }) => title)).toEqual(['丙']);
  });

  it('are put into headers as well, whose example is left out without', () => {
    const authorised = [{ ...EXAMPLES[2], title: '丁', query: '{ d }', variables: {}, headers: { a: '{{number}}' } }];
    expect(fillExamples(authorised, { number: '1' })).toEqual([{ ...authorised[0], headers: { a: '1' } }]);
    expect(fillExamples(authorised, { uscc1: 'A' })).toEqual([]);
  });

  it('leave the examples themselves as they are', () => {
    fillExamples(EXAMPLES, { uscc1: 'A', uscc2: 'B' });
    expect(EXAMPLES[0]?.variables).toEqual({ uscc: '{{uscc1}}' });
  });
});
