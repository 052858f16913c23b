import { ANONYMOUS } from '../../../../src/identity/Caller.ts';
import { readableFacts, readableFilter, timelineOf } from '../../../../subgraphs/credit/timeline/readableFacts.ts';
import type { SubgraphContext } from '../../../../src/subgraph/context.ts';
import { NOW, staffOf } from '../../../kit/department.ts';
import { writeWays } from '../../../kit/draftOf.ts';
import { openCity, type OpenCity } from '../../../kit/openCity.ts';
import { testCodes } from '../../registry/testCodes.ts';

const codes = testCodes(40);
let UNIT = '';
let OTHER = '';

let city: OpenCity;
beforeAll(async () => {
  city = await openCity();
});
/** Each test has enterprises of its own; the facts are the same, and move to them. */
beforeEach(async () => {
  [UNIT = '', OTHER = ''] = codes.splice(0, 2);
  await writeWays(city, 'registry.abnormalListings', [
    { id: 'a', uscc: UNIT, decidedOn: '2026-03-01' },
    { id: 'b', uscc: UNIT, decidedOn: '2026-03-02' },
    { id: 'c', uscc: OTHER },
    { id: 'u', mark: UNIT },
  ]);
  await city.settle();
});
afterAll(() => city.close());

function request(caller = ANONYMOUS): SubgraphContext {
  return city.department('credit').contextFor({ caller, requestId: 'test', now: NOW, locale: 'en' });
}

async function read(uscc: string, context = request()): Promise<string[]> {
  return (await readableFacts(context, uscc)).map(({ _id }) => _id);
}

describe('readable facts', () => {
  it('are those of one enterprise, newest first, as many as wanted', async () => {
    expect(await read(UNIT)).toEqual(['b', 'a']);
    const [whole] = await readableFacts(request(), UNIT, { limit: 1 });
    expect(whole).toMatchObject({ _id: 'b', type: 'AbnormalListing', record: { state: 'ACTIVE' } });
    const [one] = await readableFacts(request(), UNIT, { limit: 1, projection: { title: 1 } });
    expect(one).toEqual({ _id: 'b', subjectUscc: UNIT, sortOn: '2026-03-02', title: expect.any(String) as string });
    const filter = { sortOn: { $lt: '2026-03-02' } };
    expect((await readableFacts(request(), UNIT, { filter })).map(({ _id }) => _id)).toEqual(['a']);
  });

  it.each(['HIDDEN', 'DELETED'] as const)('leave out a fact that its owner made %s a moment ago', async (state) => {
    await writeWays(city, 'registry.abnormalListings', [{ id: 'a', uscc: UNIT, state }]);
    expect(await timelineOf(city.department('credit').database).findOne({ _id: 'a' })).toMatchObject({
      record: { state: 'ACTIVE' },
    });
    expect(await read(UNIT)).toEqual(['b']);
    await city.settle();
    expect(await read(UNIT)).toEqual(['b']);
  });

  it('leave out a fact that was moved to another enterprise a moment ago, on both sides', async () => {
    await writeWays(city, 'registry.abnormalListings', [{ id: 'a', uscc: OTHER }]);
    expect(await read(UNIT)).toEqual(['b']);
    expect(await read(OTHER)).toEqual(['c']);
    await city.settle();
    expect(await read(OTHER)).toEqual(['c', 'a']);
  });

  it('of all enterprises come without what changed a moment ago', async () => {
    await writeWays(city, 'registry.abnormalListings', [{ id: 'u', mark: 'changed' }]);
    const filter = await readableFilter(request(staffOf('tax')));
    const found = await timelineOf(city.department('credit').database).find(filter).toArray();
    expect(found.map(({ _id }) => _id).sort()).toEqual(['a', 'b', 'c']);
  });

  it('of several enterprises asked for together cost the questions of one', async () => {
    const { database } = city.department('credit');
    let asked = 0;
    const { ledger } = request();
    const counted: SubgraphContext = {
      ...request(),
      ledger: {
        ...ledger,
        pendingFacts: (...question) => {
          asked += 1;
          return ledger.pendingFacts(...question);
        },
      },
    };
    expect(await Promise.all([read(UNIT, counted), read(OTHER, counted)])).toEqual([['b', 'a'], ['c']]);
    expect(asked).toBe(1);
    expect(database.department).toBe('credit');
  });

  it('are found by the index, without sorting', async () => {
    const timeline = timelineOf(city.department('credit').database);
    for (const caller of [ANONYMOUS, staffOf('registry')]) {
      const filter = { subjectUscc: { $in: [UNIT] }, ...(await readableFilter(request(caller), [UNIT])) };
      const plan = await timeline.find(filter).sort({ subjectUscc: 1, sortOn: -1, _id: -1 }).explain();
      const text = JSON.stringify((plan as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan);
      expect(text).toContain('"subjectUscc":1,"sortOn":-1,"_id":-1');
      expect(text).not.toContain('"SORT"');
    }
  });
});
