import type { FactDocumentBase, RecordState, UsageScope } from '../../../src/data/FactDocument.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { Chance } from '../../../src/sample/Chance.ts';
import { staffOf } from '../../kit/department.ts';
import { writeWays } from '../../kit/draftOf.ts';
import { maySee } from '../../kit/maySee.ts';
import { CODES, openSearch, type SearchCity } from './openSearch.ts';

const SCOPES: readonly UsageScope[] = ['PUBLIC', 'PUBLIC', 'PUBLIC', 'GOV_SHARED', 'AUTHORISED_QUERY'];
const STATES: readonly RecordState[] = ['ACTIVE', 'ACTIVE', 'ACTIVE', 'HIDDEN', 'ARCHIVED'];
const WINDOWS = [
  undefined,
  { from: '2026-07-01' },
  { until: '2026-06-30' },
  { from: '2026-06-20', until: '2026-07-20' },
];
const DAYS = ['2026-06-15', '2026-06-30', '2026-07-01', '2026-08-01'];
const LIST = 'judgment-defaulters';
const ROUNDS = 4;

const chance = new Chance('registrations and listings of every kind');
const viewers: readonly Caller[] = [
  ANONYMOUS,
  { audience: 'SUBJECT', subject: CODES[3] ?? '', operator: 'e', scopes: new Set() },
  staffOf('registry'),
  staffOf('judiciary'),
  staffOf('labour'),
  { audience: 'INTERNAL', operator: 'x', scopes: new Set() },
];

let search: SearchCity;
beforeAll(async () => {
  search = await openSearch();
}, 60_000);
afterAll(() => search.city.close());

/** Writes each registration and each listing anew in some way. */
async function writeAll(usccs: readonly string[]): Promise<void> {
  const way = () => ({ usageScope: chance.pick(SCOPES), state: chance.pick(STATES) });
  await search.register(usccs.map((uscc) => ({ uscc, name: `福州荣达${uscc.slice(-5)}商贸有限公司`, ...way() })));
  const windowed = () => {
    const publicity = chance.pick(WINDOWS);
    return { ...way(), ...(publicity === undefined ? {} : { publicity }) };
  };
  await writeWays(
    search.city,
    'judiciary.judgmentDefaulters',
    usccs.map((uscc) => ({ id: `d${uscc}`, uscc, ...windowed() })),
  );
}

/** Those whose registration, and where a list is asked for also whose listing, the rule shows, as a lawyer would say it. */
async function shown(
  caller: Caller,
  today: string,
  left: ReadonlySet<string>,
): Promise<Record<'all' | 'listed', string[]>> {
  const registrations = await search.city.facts('registry.enterprises');
  const facts = await search.city.facts('judiciary.judgmentDefaulters');
  const listed = new Set(
    facts
      .filter((fact) => maySee(caller, today, { department: 'judiciary' }, fact) && !left.has(fact._id))
      .map(({ subjectUscc }) => subjectUscc),
  );
  const visible = (one: FactDocumentBase): boolean =>
    maySee(caller, today, { department: 'registry' }, one) && !left.has(one._id);
  const all = registrations.filter(visible).map(({ _id }) => _id);
  return { all: all.sort(), listed: all.filter((uscc) => listed.has(uscc)) };
}

async function compareAll(left: ReadonlySet<string> = new Set()): Promise<number> {
  let compared = 0;
  for (const caller of viewers) {
    for (const day of DAYS) {
      const request = { caller, now: new Date(`${day}T04:00:00Z`) };
      const expected = await shown(caller, day, left);
      const page = await search.search('福州荣达', { first: 100 }, request);
      expect(page.nodes.map(({ enterprise }) => enterprise.uscc).sort()).toEqual(expected.all);
      expect(page.totalCount).toBe(expected.all.length);
      const count = expected.listed.length;
      expect(page.facets['lists']).toEqual(count === 0 ? [] : [{ value: LIST, count }]);
      const listed = await search.search('福州荣达', { first: 100, filter: { lists: [LIST] } }, request);
      expect(listed.nodes.map(({ enterprise }) => enterprise.uscc).sort()).toEqual(expected.listed);
      compared += expected.all.length;
    }
  }
  return compared;
}

it('search, counts and lists show everyone just what the rule shows, on every day, after every change', async () => {
  let compared = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await writeAll(CODES);
    await search.city.settle();
    compared += await compareAll();
  }
  expect(compared).toBeGreaterThan(500);
}, 300_000);

it('and nothing of what changed a moment ago', async () => {
  const before = await revisions();
  await writeAll(CODES.slice(0, 30));
  const after = await revisions();
  // What was written once more as it is, is no change.
  const changed = [...after].filter(([id, revision]) => before.get(id) !== revision).map(([id]) => id);
  expect(changed.length).toBeGreaterThan(20);
  expect(await compareAll(new Set(changed))).toBeGreaterThan(50);
}, 120_000);

async function revisions(): Promise<ReadonlyMap<string, number>> {
  const names = ['registry.enterprises', 'judiciary.judgmentDefaulters'];
  const facts = await Promise.all(names.map((name) => search.city.facts(name)));
  return new Map(facts.flat().map(({ _id, record }) => [_id, record.revision]));
}
