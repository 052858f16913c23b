import { fillExamples } from '../../../src/portal/fillExamples.ts';

const EXAMPLES = [
  { title: '甲', query: '{ a }', variables: { uscc: '{{uscc1}}' } },
  { title: '乙', query: '{ b }', variables: { usccs: ['{{uscc1}}', '{{uscc2}}'], first: 2 } },
  { title: '丙', query: '{ c }', variables: {} },
];

describe('codes in the examples', () => {
  it('are put where they belong', () => {
    expect(fillExamples(EXAMPLES, ['A', 'B', 'C']).map(({ variables }) => variables)).toEqual([
      { uscc: 'A' },
      { usccs: ['A', 'B'], first: 2 },
      {},
    ]);
  });

  it('leave out the examples that they do not suffice for', () => {
    expect(fillExamples(EXAMPLES, ['A']).map(({ title }) => title)).toEqual(['甲', '丙']);
    expect(fillExamples(EXAMPLES, []).map(({ title }) => title)).toEqual(['丙']);
  });

  it('leave the examples themselves as they are', () => {
    fillExamples(EXAMPLES, ['A', 'B']);
    expect(EXAMPLES[0]?.variables).toEqual({ uscc: '{{uscc1}}' });
  });
});
