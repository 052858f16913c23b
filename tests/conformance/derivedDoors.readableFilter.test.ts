import { jest } from '@jest/globals';

jest.unstable_mockModule('../../subgraphs/credit/timeline/readableFilter.ts', () => ({
  readableFilter: (_context: unknown, usccs?: readonly string[]) =>
    Promise.resolve(usccs === undefined ? {} : { subjectUscc: { $in: [...usccs] } }),
}));
const { findLeaks } = await import('./openDoors.ts');

it('every view of the credit office would leak without its filter, and the doors would tell', async () => {
  const { open } = await findLeaks(['credit']);
  expect(open).toEqual(
    expect.arrayContaining([
      '_entities of Enterprise.evaluation',
      '_entities of Enterprise.listEntries',
      '_entities of Enterprise.timeline',
      'changes',
      'creditCheck',
      'creditLists',
      'creditReport',
    ]),
  );
}, 300_000);
