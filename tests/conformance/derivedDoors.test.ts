import fc from 'fast-check';
import { ANONYMOUS, type Caller, type SpentAuthorisation } from '../../src/identity/Caller.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { staffOf } from '../kit/department.ts';
import { doorsOf, leaksAt, visibleFactsOf } from './derivedDoors.ts';
import { stageFacts, UNITS, WRITTEN, type Stage } from './stageFacts.ts';

const FACTS = 200;
const RUNS = 16;
/** Of each of the other departments. */
const RUNS_EACH = 8;
const MOST_MS = 900_000;

const subject = (uscc: string): Caller => ({ audience: 'SUBJECT', subject: uscc, operator: 'e', scopes: new Set() });
const authorisedBy = (uscc: string, ...factTypes: readonly string[]): SpentAuthorisation => ({
  ...{ number: 'SQ-1', subject: uscc, factTypes },
});
const AGENCY: Caller = { audience: 'AGENCY', operator: 'bank', purpose: 'CREDIT_SERVICE', scopes: new Set() };
const VIEWERS: Readonly<Record<string, Caller>> = {
  'the public': ANONYMOUS,
  'a credit agency': AGENCY,
  'a credit agency with an authorisation': {
    ...AGENCY,
    authorisation: authorisedBy(
      UNITS[0] ?? '',
      'SpotCheck',
      'AdministrativePenalty',
      'JudgmentDefaulter',
      'ListEntry',
      'RiskClass',
    ),
  },
  'a department with an authorisation': {
    ...staffOf('registry'),
    authorisation: authorisedBy(UNITS[1] ?? '', 'AdministrativePermit', 'ConsumptionRestriction', 'Commitment'),
  },
  'an enterprise': subject(UNITS[0] ?? ''),
  'another enterprise': subject(UNITS[1] ?? ''),
  'an enterprise without facts': subject('91350100705362917E'),
  'the registry': staffOf('registry'),
  'the court': staffOf('judiciary'),
  'the credit office': staffOf('credit'),
  'a department without facts': staffOf('elsewhere'),
  'someone of no department': { audience: 'INTERNAL', operator: 'x', scopes: new Set() },
};
/** None before the last writing: nobody asks in the past. */
const DAYS = ['2026-06-15', '2026-06-16', '2026-07-20', '2026-07-21', '2026-09-01', '2026-12-01'];

const TIMELINE = `query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on Enterprise {
  timeline(first: 100) { totalCount nodes { id } } few: timeline(first: 1) { totalCount }
} } }`;

const viewer = fc.constantFrom(...Object.keys(VIEWERS));
const day = fc.constantFrom(...DAYS);
const at = (date: string): Date => new Date(`${date}T04:00:00Z`);
const callerOf = (who: string): Caller => VIEWERS[who] ?? ANONYMOUS;

describe('of random facts of all departments', () => {
  const seed = Date.now() % 2 ** 31;
  let stage: Stage;
  beforeAll(async () => {
    stage = await stageFacts(FACTS, seed);
  }, MOST_MS);
  afterAll(() => stage.close());

  /** Enters all doors of a department as random viewers on random days. */
  async function enterAll(numRuns: number): Promise<{ readonly cases: number; readonly shown: number }> {
    const doors = doorsOf(stage, 'credit');
    const asked = new Set<string>();
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(viewer, day, async (who, date) => {
        asked.add(`${who} ${date}`);
        for (const door of doors) {
          const outcome = await leaksAt(stage, 'credit', door, callerOf(who), at(date));
          shown += outcome.shown;
          expect(outcome.leaks).toEqual([]);
        }
      }),
      { numRuns, endOnFailure: true },
    );
    return { cases: asked.size * FACTS, shown };
  }

  it(
    `no door of the credit office shows one to a viewer from whom the rule hides it (histories of seed ${seed})`,
    async () => {
      const { cases, shown } = await enterAll(RUNS);
      expect(cases).toBeGreaterThanOrEqual(2_000);
      expect(shown).toBeGreaterThan(1_000);
    },
    MOST_MS,
  );

  it(
    'no door of the other departments does',
    async () => {
      const names = stage.city.subgraphs.map(({ name }) => name).filter((name) => name !== 'credit');
      let cases = 0;
      for (const name of names) {
        const runs = fc.asyncProperty(viewer, day, async (who, date) => {
          for (const door of doorsOf(stage, name)) {
            expect((await leaksAt(stage, name, door, callerOf(who), at(date))).leaks).toEqual([]);
          }
          cases += stage.facts.filter(({ collection }) => collection.department === name).length;
        });
        await fc.assert(runs, { numRuns: RUNS_EACH, endOnFailure: true });
      }
      expect(cases).toBeGreaterThanOrEqual(1_000);
    },
    MOST_MS,
  );

  it(
    'the timeline shows and counts all that the rule shows, but what changed a moment ago',
    async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(viewer, day, fc.constantFrom(...UNITS), async (who, date, uscc) => {
          const caller = callerOf(who);
          const variables = { rows: [{ __typename: 'Enterprise', uscc }] };
          const { data } = await stage.ask('credit', { document: TIMELINE, variables }, caller, at(date));
          const [entity] = data?.['_entities'] as readonly {
            readonly timeline: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
            readonly few: { readonly totalCount: number };
          }[];
          const visible = visibleFactsOf(stage, uscc, caller, todayInShanghai(at(date)));
          const expected = visible.filter(({ isPending }) => !isPending).map(({ id }) => id);
          expect(entity?.timeline.nodes.map(({ id }) => id).sort()).toEqual(expected.sort());
          expect([entity?.timeline.totalCount, entity?.few.totalCount]).toEqual([expected.length, expected.length]);
          compared += expected.length;
        }),
        { numRuns: RUNS * 9, endOnFailure: true },
      );
      expect(compared).toBeGreaterThan(100);
    },
    MOST_MS,
  );

  it(
    'nor does any once its views follow, reports included',
    async () => {
      await stage.city.settle(WRITTEN.at(-1));
      const { cases, shown } = await enterAll(RUNS);
      expect(cases).toBeGreaterThanOrEqual(2_000);
      expect(shown).toBeGreaterThan(1_000);
    },
    MOST_MS,
  );
});
