import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { followLedger } from '../../../src/ledger/follow/followLedger.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import { indexFollower, renewIndex } from '../../../subgraphs/search/index/indexFollower.ts';
import { readState } from '../../../subgraphs/search/index/IndexState.ts';
import { rebuildIndex } from '../../../subgraphs/search/index/rebuildIndex.ts';
import { NOW, staffOf } from '../../kit/department.ts';
import { CODES, openSearch, type SearchCity } from './openSearch.ts';

const [ONE = '', TWO = '', THREE = '', FOUR = '', FIVE = ''] = CODES;

let search: SearchCity;
beforeEach(async () => {
  search = await openSearch();
}, 60_000);
afterEach(() => search.city.close());

async function found(query: string, request = {}): Promise<readonly string[]> {
  return (await search.search(query, {}, request)).nodes.map(({ enterprise }) => enterprise.uscc);
}

function workContext() {
  const { database, departments } = search.city.department('search');
  return { database, departments, ledger: search.city.ledger, graph: ALONE.graph, now: NOW };
}

describe('the index', () => {
  it('finds nothing, and says so, where nothing was ever written', async () => {
    expect(await found('荣达')).toEqual([]);
    expect(await search.suggest('荣')).toEqual([]);
  });

  it('says that it is being made where the ledger is ahead of the very first index', async () => {
    await search.register([{ uscc: ONE, name: '福州荣达商贸有限公司' }]);
    await search.city.settle();
    const { db } = search.city.department('search').database;
    await db.collection('index_state').deleteMany({});
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await search.refusal('荣达')).toEqual(['SEARCH_NOT_READY']);
    await indexFollower.apply(await search.city.ledger.after(0, 10), workContext());
    expect(await found('荣达')).toEqual([ONE]);
    expect((await search.search('荣达')).isBehind).toBe(false);
    await db.collection('index_state').updateOne({}, { $set: { seq: 0 } });
    expect((await search.search('荣达')).isBehind).toBe(true);
  });

  it('follows new names, and forgets the old one unless it is kept as a former name', async () => {
    await search.register([{ uscc: ONE, name: '福州荣达商贸有限公司' }]);
    await search.city.settle();
    expect(await found('荣达')).toEqual([ONE]);
    await search.register([{ uscc: ONE, name: '福州金鼎商贸有限公司' }]);
    await search.city.settle();
    expect([await found('荣达'), await found('金鼎')]).toEqual([[], [ONE]]);
    await search.register([{ uscc: ONE, name: '福州银鼎商贸有限公司', formerNames: ['福州金鼎商贸有限公司'] }]);
    await search.city.settle();
    expect([await found('金鼎'), await found('银鼎')]).toEqual([[ONE], [ONE]]);
  });

  it('shows a registration to those who may see it, and to nobody once it is hidden or annulled', async () => {
    const shared = { uscc: ONE, name: '福州荣达商贸有限公司', usageScope: 'GOV_SHARED' } as const;
    await search.register([shared, { uscc: TWO, name: '福州荣达水产有限公司' }]);
    await search.city.settle();
    const subject = { audience: 'SUBJECT', subject: ONE, operator: 'e', scopes: new Set<string>() } as const;
    expect(await found('荣达')).toEqual([TWO]);
    expect((await found('荣达', { caller: staffOf('labour') })).toSorted()).toEqual([ONE, TWO]);
    expect((await found('荣达', { caller: subject })).toSorted()).toEqual([ONE, TWO]);
    await search.register([{ uscc: TWO, name: '福州荣达水产有限公司', state: 'HIDDEN' }]);
    await search.city.settle();
    expect(await found('荣达', { caller: staffOf('registry') })).toEqual([ONE]);
  });

  it('leaves out what changed a moment ago until it has followed', async () => {
    await search.register([
      { uscc: ONE, name: '福州荣达商贸有限公司' },
      { uscc: TWO, name: '福州荣达水产有限公司' },
    ]);
    await search.city.settle();
    expect((await found('荣达')).toSorted()).toEqual([ONE, TWO]);
    await search.register([{ uscc: ONE, name: '福州荣达商贸有限公司', state: 'HIDDEN' }]);
    const page = await search.search('荣达');
    expect(page.nodes.map(({ enterprise }) => enterprise.uscc)).toEqual([TWO]);
    expect([page.totalCount, page.facets['years']]).toEqual([1, [{ value: '2019', count: 1 }]]);
    expect((await search.suggest('荣')).map(({ enterprise }) => enterprise.uscc)).toEqual([TWO]);
  });

  it('stays the same where entries come twice', async () => {
    await search.register([{ uscc: ONE, name: '福州荣达商贸有限公司' }]);
    await search.city.settle();
    const { db } = search.city.department('search').database;
    const documents = () => db.collection('postings_1').find().sort({ _id: 1 }).toArray();
    const before = await documents();
    await db.collection<{ _id: string }>('positions').deleteMany({ _id: 'index' });
    await db.collection('index_state').updateOne({}, { $set: { seq: 0 } });
    await followLedger(indexFollower, { context: workContext, mayGoOn: () => Promise.resolve(true) });
    expect(await documents()).toEqual(before);
    expect(await db.collection('enterprises_1').countDocuments()).toBe(1);
  });

  it('is rebuilt beside the one that is read, from which followers go on', async () => {
    const names = [ONE, TWO, THREE, FOUR].map((uscc, at) => ({
      uscc,
      name: `福州荣达${'甲乙丙丁'.charAt(at)}商贸有限公司`,
    }));
    await search.register(names.slice(0, 2));
    await search.city.settle();
    const { db } = search.city.department('search').database;
    const read: (readonly string[])[] = [];
    const rebuilding = { isOver: false };
    const rebuilt = rebuildIndex(workContext(), undefined, 1_500).finally(() => {
      rebuilding.isOver = true;
    });
    await search.register(names.slice(2, 3));
    while (!rebuilding.isOver) read.push(await found('荣达'));
    await rebuilt;
    expect(read.filter((usccs) => usccs.length < 2)).toEqual([]);
    expect((await readState(db))?.generation).toBe(2);
    await search.register(names.slice(3));
    await search.city.settle();
    expect((await found('荣达')).toSorted()).toEqual([ONE, TWO, THREE, FOUR].toSorted());
    const collections = (await db.listCollections().toArray()).map(({ name }) => name);
    expect(collections.filter((name) => name.endsWith('_1'))).toEqual([]);
  });

  it('is brought up to where the old one was, where a rebuilt one ends before', async () => {
    await search.register([{ uscc: ONE, name: '福州荣达商贸有限公司' }]);
    await search.city.settle();
    await rebuildIndex(workContext(), undefined, 0);
    const { db } = search.city.department('search').database;
    // As if the follower had applied more to the old one while the new one was switched to.
    await db.collection('index_state').updateOne({}, { $set: { seq: 0 } });
    await db.collection('enterprises_2').deleteMany({});
    await renewIndex.run(workContext());
    expect(await found('荣达', { caller: ANONYMOUS })).toEqual([ONE]);
  });

  it('tells lists anew where their rules changed', async () => {
    await search.register([{ uscc: FIVE, name: '福州荣达商贸有限公司' }]);
    await search.city.settle();
    const { db } = search.city.department('search').database;
    await db.collection('index_state').updateOne({}, { $set: { listsVersion: 'other' } });
    await renewIndex.run(workContext());
    expect((await readState(db))?.generation).toBe(2);
    expect(await found('荣达')).toEqual([FIVE]);
  }, 30_000);
});
