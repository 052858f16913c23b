import { jest } from '@jest/globals';

import type { SubgraphContext } from '../../src/subgraph/context.ts';

const { positionOf } = await import('../../src/ledger/follow/followLedger.ts');
const { TIMELINE } = await import('../../subgraphs/credit/timeline/timelineVersion.ts');
jest.unstable_mockModule('../../subgraphs/credit/timeline/pendingFacts.ts', () => ({
  pendingFacts: () => Promise.resolve({ facts: new Set(), silent: [] }),
  timelinePosition: ({ database }: SubgraphContext) => positionOf(database, TIMELINE),
}));
const { findLeaks } = await import('./openDoors.ts');

it('views would show what its owner has hidden a moment ago if nobody asked what is pending, and the doors would tell', async () => {
  const { open } = await findLeaks(['credit'], () => Promise.resolve());
  expect(open).toEqual(
    expect.arrayContaining(['_entities of Enterprise.evaluation', '_entities of Enterprise.timeline', 'changes']),
  );
}, 300_000);
