import { setTimeout as pause } from 'node:timers/promises';
import { followLedger } from '../../../src/ledger/follow/followLedger.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import { indexFollower } from '../../../subgraphs/search/index/indexFollower.ts';
import { readState } from '../../../subgraphs/search/index/IndexState.ts';
import { rebuildIndex } from '../../../subgraphs/search/index/rebuildIndex.ts';
import { NOW } from '../../kit/department.ts';
import { CODES, openSearch, type SearchCity } from './openSearch.ts';

const [ONE = '', TWO = ''] = CODES;

let search: SearchCity;
beforeAll(async () => {
  search = await openSearch();
  for (const trade of ['荣达', '金鼎', '荣达']) {
    await search.register([
      { uscc: ONE, name: `福州${trade}商贸有限公司` },
      { uscc: TWO, name: '福州荣达水产有限公司' },
    ]);
    await search.city.settle();
  }
}, 60_000);
afterAll(() => search.city.close());

async function found(query: string): Promise<readonly string[]> {
  return (await search.search(query)).nodes.map(({ enterprise }) => enterprise.uscc).sort();
}

function workContext() {
  const { database, departments } = search.city.department('search');
  return { database, departments, ledger: search.city.ledger, graph: ALONE.graph, now: NOW };
}

async function generations(): Promise<readonly string[]> {
  const collections = await search.city.department('search').database.db.listCollections().toArray();
  return collections
    .map(({ name }) => name)
    .filter((name) => name.startsWith('postings_'))
    .sort();
}

describe('an index that is built at once', () => {
  it('is the same as one that was followed step by step, changed names included', async () => {
    const { db } = search.city.department('search').database;
    const held = async (number: number) => {
      const of = (name: string) => db.collection(`${name}_${String(number)}`);
      const postings = await of('postings')
        .find({ count: { $gt: 0 } })
        .sort({ _id: 1 })
        .toArray();
      return { postings, enterprises: await of('enterprises').find().sort({ _id: 1 }).toArray() };
    };
    const followed = await held(1);
    await rebuildIndex(workContext(), undefined, 0);
    expect(await held(2)).toEqual(followed);
    expect(followed.enterprises).toHaveLength(2);
    expect(await generations()).toEqual(['postings_2']);
  });

  it('is left alone where its building may not go on, and nothing is left of that', async () => {
    const ledger = {
      ...search.city.ledger,
      after: (seq: number, limit: number) => pause(1_200).then(() => search.city.ledger.after(seq, limit)),
    };
    const stopped = { ...workContext(), ledger, mayGoOn: () => Promise.resolve(false) };
    await expect(rebuildIndex(stopped)).rejects.toThrow('may not be built');
    expect(await generations()).toEqual(['postings_2']);
    expect(await found('荣达')).toEqual([ONE, TWO].sort());
  });

  it('is not given again what it has read by itself', async () => {
    const { db } = search.city.department('search').database;
    await db.collection('index_state').deleteMany({});
    await db.collection<{ _id: string }>('positions').deleteMany({ _id: 'index' });
    const given: number[] = [];
    const counted = {
      ...indexFollower,
      apply: async (...[entries, context]: Parameters<typeof indexFollower.apply>) => {
        given.push(entries.length);
        await indexFollower.apply(entries, context);
      },
    };
    await followLedger(counted, { context: workContext, mayGoOn: () => Promise.resolve(true), batchSize: 1 });
    expect(given).toEqual([1]);
    expect(await search.city.ledger.head()).toBe((await readState(db))?.seq);
    expect(await found('荣达')).toEqual([ONE, TWO].sort());
  });
});
