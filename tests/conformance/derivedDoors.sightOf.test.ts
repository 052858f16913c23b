import { jest } from '@jest/globals';

jest.unstable_mockModule('../../subgraphs/credit/feed/sightOf.ts', () => ({
  sightOf: () => ({ after: true, before: true, stillAfter: true, stillBefore: true }),
}));
const { findLeaks } = await import('./openDoors.ts');

it('the feed would tell what a caller never could see if it did not look back, and the doors would tell', async () => {
  const { open } = await findLeaks(['credit']);
  expect(open).toEqual(['changes']);
}, 300_000);
