import { parse } from 'graphql';
import { PlanCache } from '../../../../gateway/engine/execute/PlanCache.ts';

const document = parse('{ a }');
const made = () => ({});

describe('the cache of plans', () => {
  it('keeps a plan by the hash of its document, its operation and what its variables select', () => {
    const cache = new PlanCache<object>(10);
    const plan = cache.get({ document, queryHash: 'h' }, '01', made);
    expect(cache.get({ document: parse('{ a }'), queryHash: 'h' }, '01', made)).toBe(plan);
    for (const [request, variant] of [
      [{ document, queryHash: 'h' }, '10'],
      [{ document, queryHash: 'other' }, '01'],
      [{ document, queryHash: 'h', operationName: 'A' }, '01'],
      [{ document }, '01'],
    ] as const)
      expect(cache.get(request, variant, made)).not.toBe(plan);
    expect(cache.figures).toEqual({ size: 5, hits: 1, misses: 5 });
  });

  it('keeps nothing where no plan is made', () => {
    const cache = new PlanCache<object>(10);
    const failing = () => {
      throw new Error('no plan');
    };
    expect(() => cache.get({ document }, '', failing)).toThrow('no plan');
    expect(cache.has({ document }, '')).toBe(false);
  });

  it('is not flooded by the variants of one document', () => {
    const cache = new PlanCache<object>(100);
    const other = { document: parse('{ b }'), queryHash: 'other' };
    cache.get(other, '', made);
    for (let variant = 0; variant < 1_000; variant += 1)
      cache.get({ document, queryHash: 'h' }, variant.toString(2), made);
    expect(cache.figures.size).toBe(17);
    expect(cache.has(other, '')).toBe(true);
    expect(cache.has({ document, queryHash: 'h' }, (999).toString(2))).toBe(true);
    expect(cache.has({ document, queryHash: 'h' }, '0')).toBe(false);
  });
});
