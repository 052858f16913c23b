import fc from 'fast-check';
import sift from 'sift';
import type { QualityFlag } from '../../../src/data/fields/Field.ts';
import type { RecordState, UsageScope } from '../../../src/data/FactDocument.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { publicityWindow } from '../../../src/policy/publicityWindow.ts';
import { visibilityFilter } from '../../../src/policy/visibility.ts';
import { addDays } from '../../../src/values/localDate.ts';
import { staffOf } from '../../kit/department.ts';
import { maySee } from '../../kit/maySee.ts';
import { openToyDatabase, toyFacts, type Notice, type ToyDatabase } from '../data/toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => toy.clear());
afterAll(() => toy.close());

type Window = Notice['record']['publicity'];

function notice(
  _id: string,
  usageScope: UsageScope,
  state: RecordState,
  publicity: Window,
  qualityFlags: readonly QualityFlag[] = [],
): Notice {
  const provenance = { source: 'test', operator: 'test', receivedAt: new Date() };
  const rest = { polarity: 'NEUTRAL', revision: 1, revisionReason: 'CREATED', provenance, qualityFlags } as const;
  const subject = Number(_id) % 3 === 0 ? { subjectUscc: OWN } : {};
  return {
    _id,
    ...subject,
    sortOn: '',
    record: { ...rest, usageScope, state, ...(publicity === undefined ? {} : { publicity }) },
  };
}

async function seen(caller: Caller, today: string): Promise<string[]> {
  const filter = visibilityFilter(caller, today, toyFacts);
  const facts = await toy.database.facts(toyFacts).find(filter).sort({ _id: 1 }).toArray();
  return facts.map(({ _id }) => _id);
}

const OWN = '91350100M000100Y43';
const AGENCY: Caller = { audience: 'AGENCY', operator: 'bank', scopes: new Set(['toy:notice:read']) };
const authorised = (subject: string, ...factTypes: readonly string[]) => ({ number: 'SQ-1', subject, factTypes });
const VIEWERS: Readonly<Record<string, Caller>> = {
  'the public': ANONYMOUS,
  'a credit agency': AGENCY,
  'a credit agency that the enterprise authorised': { ...AGENCY, authorisation: authorised(OWN, 'Other', 'Notice') },
  'a credit agency that it authorised for other facts': { ...AGENCY, authorisation: authorised(OWN, 'Other') },
  'a credit agency that another enterprise authorised': { ...AGENCY, authorisation: authorised('other', 'Notice') },
  'another department that the enterprise authorised': { ...staffOf('tax'), authorisation: authorised(OWN, 'Notice') },
  'someone internal of no department': { audience: 'INTERNAL', operator: 'x', scopes: new Set(['toy:*']) },
  'the owner': staffOf('toy'),
  'another department': staffOf('tax'),
  'a department of a similar name': staffOf('toys'),
  'the enterprise of a few of them': { audience: 'SUBJECT', subject: OWN, operator: 'e', scopes: new Set() },
  'an enterprise of none of them': { audience: 'SUBJECT', subject: 'other', operator: 'e', scopes: new Set() },
};
const SCOPES: readonly UsageScope[] = ['PUBLIC', 'GOV_SHARED', 'AUTHORISED_QUERY'];
const STATES: readonly RecordState[] = ['ACTIVE', 'HIDDEN', 'ARCHIVED', 'DELETED'];

const day = fc
  .integer({ min: -3, max: 3 })
  .chain((days) => fc.constantFrom('2024-02-29', '2026-01-01', '2026-06-15').map((about) => addDays(about, days)));
const notices = fc
  .array(
    fc.record({
      scope: fc.constantFrom(...SCOPES),
      state: fc.constantFrom(...STATES),
      flags: fc.subarray<QualityFlag>(['SUBJECT_UNLINKED', 'OCR_SOURCE', 'WINDOW_UNKNOWN']),
      window: fc.option(fc.record({ from: day, until: day, minimumUntil: day, endedOn: day }, { requiredKeys: [] }), {
        nil: undefined,
      }),
    }),
    { maxLength: 40 },
  )
  .map((parts) =>
    parts.map(({ scope, state, window, flags }, at) =>
      notice(String(at).padStart(3, '0'), scope, state, window, flags),
    ),
  );

describe('the visibility rule', () => {
  it('opens by an authorisation facts for authorised query of the enterprise and type that it names, and nothing else', async () => {
    const facts = SCOPES.flatMap((scope, at) => [
      notice(`00${at * 3}`, scope, 'ACTIVE', undefined),
      notice(`00${at * 3 + 1}`, scope, 'ACTIVE', undefined),
    ]);
    await toy.database.facts(toyFacts).insertMany(facts);
    const shown = await Promise.all(
      Object.entries(VIEWERS).map(async ([who, caller]) => [who, await seen(caller, '2026-06-15')]),
    );
    expect(Object.fromEntries(shown)).toMatchObject({
      'a credit agency': ['000', '001'],
      'a credit agency that the enterprise authorised': ['000', '001', '006'],
      'a credit agency that it authorised for other facts': ['000', '001'],
      'a credit agency that another enterprise authorised': ['000', '001'],
      'another department': ['000', '001', '003', '004'],
      'another department that the enterprise authorised': ['000', '001', '003', '004', '006'],
      'the owner': ['000', '001', '003', '004', '006', '007'],
    });
  });

  it('opens by an authorisation of single fields what depends on no other field, and nothing to whoever tells more', async () => {
    await toy.database.facts(toyFacts).insertMany([notice('000', 'AUTHORISED_QUERY', 'ACTIVE', undefined)]);
    const authorisation = { ...authorised(OWN, 'Notice', 'Other'), fields: ['Notice.number'] };
    const opens = async (dependsOn: readonly string[] | undefined, type: string | undefined): Promise<number> => {
      const { department } = toyFacts;
      const source = { department, ...(type && { type }), ...(dependsOn && { dependsOn }) };
      const filter = visibilityFilter({ ...AGENCY, authorisation }, '2026-06-15', source);
      return toy.database.facts(toyFacts).countDocuments(filter);
    };
    const cases = [[], ['number'], ['number', 'decidedOn'], ['number', 'title'], ['record.state'], undefined] as const;
    expect(await Promise.all(cases.map((dependsOn) => opens(dependsOn, 'Notice')))).toEqual([1, 1, 1, 0, 0, 0]);
    expect(await opens(undefined, 'Other')).toBe(1);
    const ofView = visibilityFilter({ ...AGENCY, authorisation }, '2026-06-15', { department: '' });
    expect(JSON.stringify(ofView)).toContain('"type":{"$in":["Other"]}');
  });

  it('selects for every viewer on every day exactly the facts that it says in words, in MongoDB and in memory', async () => {
    await fc.assert(
      fc.asyncProperty(notices, day, async (facts, today) => {
        if (facts.length > 0) await toy.database.facts(toyFacts).insertMany([...facts]);
        for (const caller of Object.values(VIEWERS)) {
          const visible = facts.filter((fact) => maySee(caller, today, toyFacts, fact)).map(({ _id }) => _id);
          expect(await seen(caller, today)).toEqual(visible);
          const filter: object = visibilityFilter(caller, today, toyFacts);
          const inMemory = sift.default(filter);
          expect(facts.filter(inMemory).map(({ _id }) => _id)).toEqual(visible);
        }
      }),
      { numRuns: 60, plugins: [fc.beforeEach(() => toy.clear())] },
    );
  });

  it.each(Object.entries(VIEWERS))(
    'shows %s every combination of scope, state and window as it says in words',
    async (_who, caller) => {
      const today = '2026-06-15';
      const days = [undefined, '2026-06-14', today, '2026-06-16'];
      const windows = days.flatMap((from) =>
        days.map((until) => ({ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) })),
      );
      const all = SCOPES.flatMap((scope) =>
        STATES.flatMap((state) =>
          [undefined, ...windows].map((window, at) => notice(`${scope} ${state} ${at}`, scope, state, window)),
        ),
      );
      await toy.database.facts(toyFacts).insertMany(all);
      const visible = all.filter((fact) => maySee(caller, today, toyFacts, fact)).map(({ _id }) => _id);
      expect(await seen(caller, today)).toEqual(visible.sort());
      expect(visible.length).toBeGreaterThan(0);
      expect(visible.length).toBeLessThan(all.length / 4 + 1);
    },
  );

  // First and last day of windows that begin or end where months differ; the day before and the day after show nothing.
  it.each([
    ['2026-04-01', 'GENERAL', '2026-04-01', '2027-04-01'],
    ['2027-11-30', 'SERIOUS', '2027-11-30', '2030-11-30'],
    ['2028-02-29', 'GENERAL', '2028-02-29', '2029-02-28'],
    ['2028-02-29', 'SERIOUS', '2028-02-29', '2031-02-28'],
    ['2026-03-31', 'GENERAL', '2026-03-31', '2029-03-31'],
    ['2025-02-28', 'GENERAL', '2025-02-28', '2028-02-28'],
    ['2021-12-31', 'GENERAL', '2021-12-31', '2022-12-31'],
  ] as const)('shows a decision of %s, %s, from %s to %s and on no other day', async (start, severity, first, last) => {
    const verdict = publicityWindow(start, severity);
    const window = 'publicity' in verdict ? verdict.publicity : undefined;
    await toy.database.facts(toyFacts).insertOne(notice('one', 'PUBLIC', 'ACTIVE', window));
    for (const caller of Object.values(VIEWERS)) {
      const days = [addDays(first, -1), first, addDays(first, 1), addDays(last, -1), last, addDays(last, 1)];
      const shown = await Promise.all(days.map(async (today) => (await seen(caller, today)).length));
      expect(shown).toEqual([0, 1, 1, 1, 1, 0]);
    }
  });
});
