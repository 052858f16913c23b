import { ANONYMOUS, type Caller } from '../../../../src/identity/Caller.ts';
import type { RequestContext } from '../../../../src/subgraph/context.ts';
import { staffOf } from '../../../kit/department.ts';
import { writeWays, type Way } from '../../../kit/draftOf.ts';
import { openCity, type OpenCity } from '../../../kit/openCity.ts';
import { testCodes } from '../../registry/testCodes.ts';

const [UNIT = '', OTHER = ''] = testCodes(2);
const LISTINGS = 'registry.abnormalListings';
const BARE = { uscc: null, department: null, factType: null, title: null, revision: null, at: null };

interface Row {
  readonly factRef: string;
  readonly reason: string;
  readonly changes:
    readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[] | null;
}

interface Page {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let city: OpenCity;
let run = 0;
/** Where the feed stood when the test began, and names that no other test has. */
let start = '';
let id = (name: string): string => name;
beforeAll(async () => {
  city = await openCity();
});
beforeEach(async () => {
  await city.settle();
  let page = await read({});
  while (page.pageInfo.hasNextPage) page = await read({ after: page.pageInfo.endCursor });
  start = page.pageInfo.endCursor ?? '';
  run += 1;
  const prefix = `t${run}.`;
  id = (name) => `${prefix}${name}`;
});
afterAll(() => city.close());

const QUERY = `query ($after: String, $first: Int, $filter: ChangeFilter) {
  changes(after: $after, first: $first, filter: $filter) {
    nodes {
      factRef reason time at uscc department { name } factType title revision changes { field old new }
      fact { __typename id }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

async function read(variables: Record<string, unknown>, request: Partial<RequestContext> = {}): Promise<Page> {
  const { data, errors } = await city.ask('credit', QUERY, variables, request);
  expect(errors).toBeUndefined();
  return data?.['changes'] as Page;
}

/** All that happened since the test began, as `fact reason`, bare ones in brackets. */
async function story(caller: Caller, filter: object = {}, now?: Date): Promise<readonly string[]> {
  const rows: Row[] = [];
  let after: string | null = start === '' ? null : start;
  for (;;) {
    const page: Page = await read({ after, first: 3, filter }, { caller, ...(now === undefined ? {} : { now }) });
    rows.push(...page.nodes);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  return rows.map(({ factRef, reason, changes }) => {
    const told = `${factRef.slice(id('').length)} ${reason}`;
    return changes === null ? `[${told}]` : told;
  });
}

async function write(ways: readonly Way[], at?: Date): Promise<void> {
  await writeWays(city, LISTINGS, ways, at);
  await city.settle(at);
}

describe('the feed of changes', () => {
  it('tells what happened, in order, with what changed', async () => {
    await write([{ id: id('a'), mark: '旧', uscc: UNIT }]);
    await write([{ id: id('a'), mark: '新', uscc: UNIT }]);
    const { nodes } = await read({ after: start || null });
    expect(nodes).toMatchObject([
      {
        factRef: id('a'),
        reason: 'CREATED',
        uscc: UNIT,
        department: { name: 'registry' },
        factType: 'AbnormalListing',
      },
      { factRef: id('a'), reason: 'CORRECTED', revision: 2, fact: { __typename: 'AbnormalListing', id: id('a') } },
    ]);
    expect(nodes[0]?.changes).toContainEqual({ field: 'listingDocNo', old: null, new: '旧' });
    expect(nodes[1]?.changes).toContainEqual({ field: 'listingDocNo', old: '旧', new: '新' });
    expect(nodes[1]?.changes?.map(({ field }) => field)).not.toContain('reason');
  });

  it('leaves of a fact that is gone the reference and the reason, from its creation on', async () => {
    await write([
      { id: id('annulled'), uscc: UNIT },
      { id: id('hidden'), uscc: UNIT },
      { id: id('narrowed'), uscc: UNIT },
      { id: id('stays'), uscc: UNIT },
    ]);
    const passed = (await read({ after: start || null })).pageInfo.endCursor;
    await write([
      { id: id('annulled'), uscc: UNIT, state: 'DELETED' },
      { id: id('hidden'), uscc: UNIT, state: 'HIDDEN', publicity: { endReason: 'REPAIRED', endedOn: '2026-06-15' } },
      { id: id('narrowed'), uscc: UNIT, usageScope: 'GOV_SHARED' },
    ]);
    const gone = ['[annulled ANNULLED]', '[hidden REPAIRED]', '[narrowed CORRECTED]'];
    expect(await story(ANONYMOUS)).toEqual([...gone, 'stays CREATED', ...gone]);
    const { nodes } = await read({ after: passed });
    expect(nodes.map(({ factRef }) => factRef)).toEqual([id('annulled'), id('hidden'), id('narrowed')]);
    for (const node of nodes) expect(node).toMatchObject({ ...BARE, fact: null, changes: null });
    // Departments still see what was narrowed to them.
    expect(await story(staffOf('tax'))).toEqual([
      ...['[annulled ANNULLED]', '[hidden REPAIRED]', 'narrowed CREATED', 'stays CREATED'],
      ...['[annulled ANNULLED]', '[hidden REPAIRED]', 'narrowed CORRECTED'],
    ]);
  });

  it('says nothing at all of what a caller never could see', async () => {
    await write([
      { id: id('shared'), uscc: UNIT, usageScope: 'GOV_SHARED' },
      { id: id('asked'), uscc: UNIT, usageScope: 'AUTHORISED_QUERY' },
      { id: id('unlinked') },
      { id: id('over'), uscc: UNIT, publicity: { from: '2020-01-01', until: '2021-01-01' } },
      { id: id('person'), category: 'NATURAL_PERSON', usageScope: 'GOV_SHARED' },
    ]);
    await write([{ id: id('shared'), uscc: UNIT, usageScope: 'GOV_SHARED', state: 'DELETED' }]);
    expect(await story(ANONYMOUS)).toEqual([]);
    expect(await story(staffOf('tax'))).toEqual(['[shared ANNULLED]', 'unlinked CREATED', '[shared ANNULLED]']);
    const subject: Caller = { audience: 'SUBJECT', subject: UNIT, operator: 'e', scopes: new Set() };
    expect(await story(subject)).toEqual(['[shared ANNULLED]', 'asked CREATED', '[shared ANNULLED]']);
  });

  it('walks past facts of types that the caller may not use, as if they were not there', async () => {
    await writeWays(city, 'registry.riskClasses', [{ id: id('class'), uscc: UNIT }]);
    await write([{ id: id('a'), uscc: UNIT }]);
    expect(await story(staffOf('tax'))).toEqual(['class CREATED', 'a CREATED']);
    expect(await story(ANONYMOUS)).toEqual(['a CREATED']);
    // One that is changing holds up those alone who may use it.
    await write([{ id: id('b'), uscc: UNIT }]);
    await writeWays(city, 'registry.riskClasses', [{ id: id('class'), uscc: UNIT, state: 'DELETED' }]);
    expect(await story(ANONYMOUS)).toEqual(['a CREATED', 'b CREATED']);
    expect(await story(staffOf('tax'))).toEqual([]);
  });

  it('leaves registrations to the registry', async () => {
    await writeWays(city, 'registry.enterprises', [{ id: UNIT, uscc: UNIT }]);
    await write([{ id: id('a'), uscc: UNIT }]);
    for (const caller of [ANONYMOUS, staffOf('registry')]) expect(await story(caller)).toEqual(['a CREATED']);
  });

  it('shows what a value was only to those who could see it then', async () => {
    await write([{ id: id('a'), mark: '内情', uscc: UNIT, usageScope: 'GOV_SHARED' }]);
    await write([{ id: id('a'), mark: '公开', uscc: UNIT }]);
    const { nodes } = await read({ after: start || null });
    expect(nodes.map(({ reason }) => reason)).toEqual(['CORRECTED']);
    expect(JSON.stringify(nodes)).not.toContain('内情');
    expect(nodes[0]?.changes).toContainEqual({ field: 'listingDocNo', old: null, new: '公开' });
    // What did not change is new to the public all the same.
    expect(nodes[0]?.changes?.map(({ field }) => field)).toContain('reason');
    const department = await read({ after: start || null }, { caller: staffOf('tax') });
    expect(department.nodes[1]?.changes).toContainEqual({ field: 'listingDocNo', old: '内情', new: '公开' });
  });

  it('tells when publicity begins and ends by itself', async () => {
    const day = (date: string): Date => new Date(`${date}T04:00:00Z`);
    const publicity = { from: '2026-06-20', until: '2026-06-25' };
    await write([{ id: id('a'), uscc: UNIT, publicity }]);
    expect(await story(ANONYMOUS)).toEqual([]);
    await city.settle(day('2026-06-20'));
    expect(await story(ANONYMOUS, {}, day('2026-06-25'))).toEqual(['a PUBLICITY_STARTED']);
    await city.settle(day('2026-06-26'));
    expect(await story(ANONYMOUS, {}, day('2026-06-26'))).toEqual(['[a EXPIRED]', '[a EXPIRED]']);
  });

  it('tells of a fact that comes back all that it holds', async () => {
    await write([{ id: id('a'), mark: '甲', uscc: UNIT }]);
    await write([{ id: id('a'), mark: '甲', uscc: UNIT, state: 'HIDDEN' }]);
    await write([{ id: id('a'), mark: '甲', uscc: UNIT }]);
    expect(await story(ANONYMOUS)).toEqual(['a CREATED', '[a CORRECTED]', 'a RESTORED']);
    const { nodes } = await read({ after: start || null });
    expect(nodes[2]?.changes).toContainEqual({ field: 'listingDocNo', old: null, new: '甲' });
  });

  it('is narrowed by enterprise, department, type, reason and time; what is gone comes all the same', async () => {
    const since = new Date('2026-07-01T05:00:00Z');
    const before = new Date('2026-07-01T04:59:59Z');
    await write(
      ['a', 'b', 'gone'].map((name) => ({ id: id(name), uscc: name === 'a' ? UNIT : OTHER })),
      before,
    );
    await write([{ id: id('gone'), uscc: OTHER, state: 'DELETED' }], since);
    await write([{ id: id('b'), mark: '移', uscc: UNIT }], since);
    const gone = '[gone ANNULLED]';
    expect(await story(ANONYMOUS, { usccs: [OTHER] })).toEqual(['b CREATED', gone, gone, 'b CORRECTED']);
    expect(await story(ANONYMOUS, { usccs: [UNIT] })).toEqual(['a CREATED', gone, gone, 'b CORRECTED']);
    expect(await story(ANONYMOUS, { departments: ['tax'] })).toEqual([gone, gone]);
    expect(await story(ANONYMOUS, { factTypes: ['AbnormalListing'], reasons: ['CREATED'] })).toEqual([
      ...['a CREATED', 'b CREATED'],
    ]);
    expect(await story(ANONYMOUS, { since: since.toISOString() })).toEqual([gone, 'b CORRECTED']);
    expect(await story(ANONYMOUS, { usccs: [] })).toEqual([gone, gone]);
  });

  it('stops before a fact that changed a moment ago, and goes on once the timeline follows', async () => {
    await write([
      { id: id('a'), uscc: UNIT },
      { id: id('b'), uscc: UNIT },
    ]);
    await writeWays(city, LISTINGS, [{ id: id('b'), uscc: UNIT, state: 'DELETED' }]);
    expect(await story(ANONYMOUS)).toEqual(['a CREATED']);
    await city.settle();
    expect(await story(ANONYMOUS)).toEqual(['a CREATED', '[b ANNULLED]', '[b ANNULLED]']);
  });

  it('moves its cursor on over pages without rows, a bounded number of entries each', async () => {
    const ways = Array.from({ length: 2_100 }, (_, at) => ({
      id: id(`s${at}`),
      uscc: UNIT,
      usageScope: 'GOV_SHARED' as const,
    }));
    await writeWays(city, LISTINGS, ways);
    await write([{ id: id('a'), uscc: UNIT }]);
    const first = await read({ after: start || null, first: 5 });
    expect(first).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true } });
    const second = await read({ after: first.pageInfo.endCursor, first: 5 });
    expect(second.nodes.map(({ factRef }) => factRef)).toEqual([id('a')]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(await read({ after: second.pageInfo.endCursor })).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: second.pageInfo.endCursor },
    });
  });

  it.each([
    [{ first: 0 }, 'PAGE_SIZE'],
    [{ first: 101 }, 'PAGE_SIZE'],
    [{ after: 'AAAA' }, 'CURSOR_INVALID'],
    [{ filter: { departments: Array.from({ length: 101 }, () => 'tax') } }, 'LIST_TOO_LONG'],
  ])('refuses %j', async (variables, code) => {
    const { errors } = await city.ask('credit', QUERY, variables);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
  });
});
