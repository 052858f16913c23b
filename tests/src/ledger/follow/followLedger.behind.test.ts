import type { Follower } from '../../../../src/ledger/Follower.ts';
import { followLedger, positionOf } from '../../../../src/ledger/follow/followLedger.ts';
import { ALONE } from '../../../../src/subgraph/Services.ts';
import { NOW } from '../../../kit/department.ts';
import { draftOf } from '../../data/toyFacts.ts';
import { openToyLedger, type ToyLedger } from '../openToyLedger.ts';

let toy: ToyLedger;
beforeAll(async () => {
  toy = await openToyLedger();
});
afterAll(() => toy.close());

const follower = (name: string, version: string, behind?: Follower): Follower & { readonly seen: number[] } => {
  const seen: number[] = [];
  const apply: Follower['apply'] = (entries) => {
    seen.push(...entries.map(({ seq }) => seq));
    return Promise.resolve();
  };
  return { name, version, seen, apply, ...(behind === undefined ? {} : { behind }) };
};
const follow = (one: Follower, batches = Infinity) => {
  let given = 0;
  const context = () => ({ ...ALONE, database: toy.toy.database, ledger: toy.reader, now: NOW });
  const mayGoOn = () => Promise.resolve((given += 1) <= batches);
  return followLedger(one, { context, mayGoOn, batchSize: 2 });
};

it('a follower behind another is given what the other has applied, and nothing else', async () => {
  await toy.write(['1', '2', '3', '4', '5'].map((number, at) => draftOf({ number }, at + 2)));
  await toy.relay();
  const front = follower('front', '1');
  const back = follower('back', '1', front);
  expect(await follow(back)).toBe(0);
  await follow(front, 1);
  expect(await follow(back)).toBe(2);
  await follow(front);
  expect(await follow(back)).toBe(3);
  expect(back.seen).toEqual([1, 2, 3, 4, 5]);
});

it('waits while the one in front begins again with another version', async () => {
  const front = follower('front', '2');
  const back = follower('back', '2', front);
  expect(await follow(back)).toBe(0);
  expect(await positionOf(toy.toy.database, back)).toBe(0);
  await follow(front);
  expect(await follow(back)).toBe(5);
});
