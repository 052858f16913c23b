import sift from 'sift';
import { FIGURES_FILTER } from '../../../src/policy/figuresFilter.ts';

describe('FIGURES_FILTER', () => {
  it.each([
    ['ACTIVE', true],
    ['HIDDEN', false],
    ['ARCHIVED', false],
    ['DELETED', false],
  ])('counts what is %s: %s', (state, counted) => {
    const filter: object = FIGURES_FILTER;
    const matches = sift.default(filter);
    for (const usageScope of ['PUBLIC', 'GOV_SHARED', 'AUTHORISED_QUERY']) {
      const record = { state, usageScope, publicity: { until: '2000-01-01' } };
      expect(matches({ record })).toBe(counted);
    }
  });
});
