import fc from 'fast-check';
import { ANONYMOUS, type Caller } from '../../../../src/identity/Caller.ts';
import { keySigner } from '../../../../src/identity/keySigner.ts';
import type { GraphClient } from '../../../../src/subgraph/GraphClient.ts';
import type { SubgraphContext } from '../../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../../src/values/localDate.ts';
import { checkReport } from '../../../../subgraphs/credit/report/checkReport.ts';
import { issueReport } from '../../../../subgraphs/credit/report/issueReport.ts';
import { NOW, staffOf } from '../../../kit/department.ts';
import { writeWays, type Way } from '../../../kit/draftOf.ts';
import { maySee } from '../../../kit/maySee.ts';
import { openCity, type OpenCity } from '../../../kit/openCity.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { testCodes } from '../../registry/testCodes.ts';

const [UNIT = '', OTHER = ''] = testCodes(2);
/** Facts of these are for whoever may see them; the type itself is open. */
const COLLECTIONS = [
  'registry.abnormalListings',
  'registry.spotChecks',
  'disclosure.penalties',
  'judiciary.judgmentDefaulters',
  'credit.listEntries',
] as const;
const FACTS_EACH = 120;
const VIEWERS: Readonly<Record<string, Caller>> = {
  public: ANONYMOUS,
  agency: { audience: 'AGENCY', scopes: new Set() },
  'agency with an authorisation': {
    ...{ audience: 'AGENCY', scopes: new Set() },
    authorisation: { number: 'SQ-1', subject: UNIT, factTypes: ['SpotCheck', 'ListEntry'] },
  },
  subject: { audience: 'SUBJECT', subject: UNIT, scopes: new Set() },
  'another enterprise': { audience: 'SUBJECT', subject: OTHER, scopes: new Set() },
  owner: staffOf('registry'),
  'another department': staffOf('judiciary'),
};
const DAYS = [NOW, new Date('2026-06-16T04:00:00Z'), new Date('2027-01-01T04:00:00Z')];

const way = fc.record(
  {
    usageScope: fc.constantFrom('PUBLIC', 'GOV_SHARED', 'AUTHORISED_QUERY'),
    state: fc.constantFrom('ACTIVE', 'ACTIVE', 'ACTIVE', 'HIDDEN', 'ARCHIVED', 'DELETED'),
    uscc: fc.constantFrom(UNIT, UNIT, UNIT, OTHER),
    publicity: fc.record(
      {
        from: fc.constantFrom('2020-01-01', '2026-06-15', '2026-06-16', '2026-12-31'),
        until: fc.constantFrom('2026-06-14', '2026-06-15', '2026-06-16', '2030-01-01'),
      },
      { requiredKeys: [] },
    ),
    decidedOn: fc.constantFrom('2024-01-01', '2025-06-15', '2026-01-05'),
  },
  { requiredKeys: ['usageScope', 'state', 'uscc', 'decidedOn'] },
);

describe('a report of random facts', () => {
  const folder = temporaryFolder();
  let city: OpenCity;

  beforeAll(async () => {
    city = await openCity();
    await writeWays(city, 'registry.enterprises', [{ id: UNIT, uscc: UNIT, mark: '福州示例' }]);
    for (const [at, collection] of COLLECTIONS.entries()) {
      const ways = fc.sample(way, { seed: at + 1, numRuns: FACTS_EACH });
      await writeWays(
        city,
        collection,
        ways.map((each, number): Way => ({ ...each, id: `${at}.${number}.〄` })),
      );
    }
    await city.settle();
  }, 120_000);
  afterAll(() => city.close());

  /** The registry answers for the whole graph: a report asks it alone. */
  const graph: GraphClient = {
    async ask<T extends object>(query: string, variables = {}, caller: Caller = ANONYMOUS) {
      const { data } = await city.ask('registry', query, variables, { caller });
      return { data: data as Partial<T>, errors: [] };
    },
  };
  const request = (caller: Caller, now: Date): SubgraphContext => ({
    ...city.department('credit').contextFor({ caller, requestId: 'test', now, locale: 'en' }),
    ...{ graph, signer: keySigner(folder) },
  });

  async function visibleTo(caller: Caller, now: Date): Promise<string[]> {
    const visible: string[] = [];
    for (const collection of COLLECTIONS) {
      const [department = '', name = ''] = collection.split('.');
      const source = { department, type: city.department(department).collections[name]?.type ?? '' };
      for (const fact of await city.facts(collection))
        if (fact.subjectUscc === UNIT && maySee(caller, todayInShanghai(now), source, fact)) visible.push(fact._id);
    }
    return visible.toSorted();
  }

  it.each(Object.keys(VIEWERS))(
    'for the %s holds what the rule shows, on every day, and nothing else',
    async (viewer) => {
      const caller = VIEWERS[viewer] ?? ANONYMOUS;
      for (const now of DAYS) {
        const report = await issueReport(request(caller, now), UNIT);
        const visible = await visibleTo(caller, now);
        expect(visible.length).toBeGreaterThan(20);
        expect(report?.sections.flatMap(({ entries }) => entries.map(({ fact }) => fact)).toSorted()).toEqual(visible);
        // Each fact bears its id in its texts; what is signed holds those of the report alone.
        const named = new Set(report?.content.match(/\d+\.\d+\.〄/g));
        expect([...named].filter((id) => !visible.includes(id))).toEqual([]);
        expect(report?.totalCount).toBe(visible.length);
      }
    },
  );

  it('checked by the public counts what the public saw or sees, whoever it was made for', async () => {
    for (const caller of Object.values(VIEWERS)) {
      const report = await issueReport(request(caller, NOW), UNIT);
      const { report: checked } = await checkReport(request(ANONYMOUS, NOW), report?.verificationCode ?? '');
      const open = await visibleTo(ANONYMOUS, NOW);
      expect(checked).toMatchObject({
        ...{ hasChanged: false, unchanged: open.length, changed: 0, noLongerPublic: 0, added: 0 },
        isSignatureValid: true,
      });
    }
  });

  it('checked on a later day tells what ended and what began for who checks', async () => {
    const [now = NOW, , later = NOW] = DAYS;
    for (const caller of Object.values(VIEWERS)) {
      const report = await issueReport(request(ANONYMOUS, now), UNIT);
      const { report: checked } = await checkReport(request(caller, later), report?.verificationCode ?? '');
      const [then, today] = [await visibleTo(ANONYMOUS, now), new Set(await visibleTo(caller, later))];
      const kept = then.filter((id) => today.has(id)).length;
      expect(checked).toMatchObject({
        unchanged: kept,
        noLongerPublic: then.length - kept,
        changed: 0,
        hasChanged: true,
      });
    }
  });
});
