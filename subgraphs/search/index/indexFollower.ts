import type { Follower } from '../../../src/ledger/Follower.ts';

/** Keeps the index: what every registration says now, by the last entry of the ledger about it. */
export const indexFollower: Follower = {
  name: 'index',
  version: '1',
  apply: () => Promise.resolve(),
};
