import { alignText } from '../../../../subgraphs/search/likeness/alignText.ts';

describe('alignText', () => {
  it('lays equal texts upon each other at no cost', () => {
    const { targetCosts, places, surplus } = alignText('福建三山', '福建三山');
    expect([...targetCosts]).toEqual([0, 0, 0, 0]);
    expect([...places]).toEqual([0, 1, 2, 3]);
    expect(surplus).toEqual([]);
  });

  it('tells which characters were left out', () => {
    expect([...alignText('三山', '福建三山').places]).toEqual([-1, -1, 0, 1]);
  });

  it('tells which characters were added, and where', () => {
    expect(alignText('福建机三山', '福建三山').surplus).toEqual([{ at: 2, before: 2 }]);
  });

  it('takes neighbours that changed places for one slip', () => {
    const { targetCosts, surplus } = alignText('福三建山', '福建三山');
    expect([...targetCosts]).toEqual([0, 0.25, 0.25, 0]);
    expect(surplus).toEqual([]);
  });

  it('leaves a tail out as a whole rather than characters before it', () => {
    const parent = '三山有限公司';
    const branch = '三山有限公司福州分公司';
    expect([...alignText(parent, branch, parent.length, parent.length).places].slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it.each([
    ['', '三山'],
    ['三山', ''],
    ['', ''],
  ])('bears empty texts: "%s" and "%s"', (query, target) => {
    const { targetCosts, surplus } = alignText(query, target);
    expect(targetCosts).toHaveLength(target.length);
    expect(surplus).toHaveLength(query.length);
  });

  it('looks at 200 characters', () => {
    expect(alignText('山'.repeat(1_000), '山'.repeat(1_000)).targetCosts).toHaveLength(200);
  });
});
