import fc from 'fast-check';
import { addMonths } from '../../../src/values/localDate.ts';
import {
  judgmentDefaulterRules,
  type DefaulterValues,
} from '../../../subgraphs/judiciary/rules/judgmentDefaulterRules.ts';
import { ruleSetting } from './ruleSetting.ts';

const PERSON = { name: '张三', category: 'NATURAL_PERSON' };

const window = (values: DefaulterValues, differing = {}) =>
  judgmentDefaulterRules(values, ruleSetting(differing)).publicity;
const faultsOf = (values: DefaulterValues, differing = {}) =>
  judgmentDefaulterRules(values, ruleSetting(differing)).faults?.map(({ field, fault }) => [field, fault.code]);

describe('the term of a listing (法释〔2017〕7号 art. 2)', () => {
  it.each([
    'OBSTRUCTS_BY_FORGERY_OR_VIOLENCE',
    'EVADES_BY_SHAM_SUIT_OR_HIDING',
    'BREACHES_PROPERTY_REPORTING',
    'BREACHES_CONSUMPTION_RESTRICTION',
    'REFUSES_SETTLEMENT',
  ])('is two years for %s', (conduct) => {
    expect(window({ conduct: [conduct], listedOn: '2025-03-10' })).toMatchObject({
      from: '2025-03-10',
      until: '2027-03-10',
    });
  });

  it.each([
    ['2024-02-29', undefined, '2026-02-28'],
    ['2024-02-29', 24, '2028-02-29'],
    ['2023-02-28', undefined, '2025-02-28'],
    ['2024-08-31', 18, '2028-02-29'],
    ['2025-12-31', 12, '2028-12-31'],
    ['2025-12-31', 36, '2030-12-31'],
  ])('from %s, extended by %p months, ends on %s', (listedOn, extensionMonths, until) => {
    expect(window({ conduct: ['REFUSES_SETTLEMENT'], listedOn, extensionMonths })?.until).toBe(until);
  });

  it.each([[['REFUSES_THOUGH_ABLE']], [['BREACHES_PROPERTY_REPORTING', 'REFUSES_THOUGH_ABLE']]])(
    'is not fixed where item 1 is among %j',
    (conduct) => {
      expect(window({ conduct, listedOn: '2015-01-01' })).toEqual({
        from: '2015-01-01',
        rule: expect.stringContaining('法释〔2017〕7号') as unknown,
      });
    },
  );

  it('starts on the day of publication where the day of the decision is not known', () => {
    expect(window({ conduct: ['REFUSES_SETTLEMENT'] }, { publishedOn: '2025-05-06' })).toMatchObject({
      from: '2025-05-06',
      until: '2027-05-06',
    });
  });

  it.each([11, 37, 0, 240])('refuses an extension of %i months', (extensionMonths) => {
    const values = { conduct: ['REFUSES_SETTLEMENT'], listedOn: '2025-05-06', extensionMonths };
    expect(faultsOf(values)).toEqual([['extensionMonths', 'NUMBER_INVALID']]);
  });

  it('refuses to extend a listing that has no term', () => {
    const values = { conduct: ['REFUSES_THOUGH_ABLE'], listedOn: '2025-05-06', extensionMonths: 12 };
    expect(faultsOf(values)).toEqual([['extensionMonths', 'NUMBER_INVALID']]);
  });

  it('lasts two to five years and never ends before it starts, whatever the day', () => {
    const day = fc
      .date({ min: new Date('2013-10-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const extension = fc.option(fc.integer({ min: 12, max: 36 }), { nil: undefined });
    fc.assert(
      fc.property(day, extension, (listedOn, extensionMonths) => {
        const values = { conduct: ['REFUSES_SETTLEMENT'], listedOn, extensionMonths };
        const until = window(values, { today: '2040-01-01' })?.until ?? '';
        expect(until >= addMonths(listedOn, 24)).toBe(true);
        expect(until <= addMonths(listedOn, 60)).toBe(true);
      }),
    );
  });
});

describe('a natural person’s listing without a term (征信业管理条例 art. 16)', () => {
  it.each([
    ['2024-02-29', '2029-02-28'],
    ['2023-02-28', '2028-02-28'],
    ['2025-03-10', '2030-03-10'],
    ['2023-08-31', '2028-08-31'],
  ])('of %s ends after five years, on %s', (listedOn, until) => {
    const values = { conduct: ['REFUSES_THOUGH_ABLE'], listedOn };
    const publicity = window(values, { subject: PERSON });
    expect(publicity).toMatchObject({ from: listedOn, until });
    expect(publicity?.rule).toContain('征信业管理条例第十六条');
    expect(window(values)).not.toHaveProperty('until');
  });

  it('starts with its publication where the day of the decision is not known', () => {
    const values = { conduct: ['REFUSES_THOUGH_ABLE', 'REFUSES_SETTLEMENT'] };
    expect(window(values, { subject: PERSON, publishedOn: '2024-02-29' })).toMatchObject({ until: '2029-02-28' });
  });

  it('ends earlier with performance, and for other conduct with its own term', () => {
    const listed = { conduct: ['REFUSES_THOUGH_ABLE'], listedOn: '2025-03-10' };
    expect(window({ ...listed, performedOn: '2026-06-08' }, { subject: PERSON })?.until).toBe('2026-06-11');
    const settled = { conduct: ['REFUSES_SETTLEMENT'], listedOn: '2025-03-10' };
    expect(window(settled, { subject: PERSON })?.until).toBe('2027-03-10');
    expect(window({ ...settled, extensionMonths: 36 }, { subject: PERSON })?.until).toBe('2030-03-10');
  });
});

describe('the end of a listing (法释〔2017〕7号 art. 10)', () => {
  const listed = { conduct: ['REFUSES_THOUGH_ABLE'], listedOn: '2025-03-10' };

  it.each([
    ['2026-06-08', '2026-06-11'],
    ['2026-06-11', '2026-06-16'],
    ['2026-02-13', '2026-02-25'],
  ])('comes three working days after performance on %s, holidays and make-up days counted', (performedOn, until) => {
    expect(window({ ...listed, performance: 'FULLY_PERFORMED', performedOn })?.until).toBe(until);
  });

  it('comes with deletion: the day of deletion is no public day', () => {
    expect(window({ ...listed, deletedOn: '2026-06-15' })).toMatchObject({
      until: '2026-06-14',
      endedOn: '2026-06-15',
      endReason: 'REMOVED_FROM_LIST',
    });
  });

  it.each([
    [{ performedOn: '2026-06-08', deletedOn: '2026-06-09' }, '2026-06-08'],
    [{ performedOn: '2026-06-08', deletedOn: '2026-06-30' }, '2026-06-11'],
    [{ conduct: ['REFUSES_SETTLEMENT'], performedOn: '2027-03-09' }, '2027-03-10'],
    [{ conduct: ['REFUSES_SETTLEMENT'], performedOn: '2026-06-08' }, '2026-06-11'],
    [{ conduct: ['REFUSES_SETTLEMENT'], deletedOn: '2028-01-01' }, '2027-03-10'],
  ])('is the earliest of term, performance and deletion: %j', (values, until) => {
    expect(window({ ...listed, ...values })?.until).toBe(until);
  });

  it('is unknown where all was performed on a day that nobody names: no more public', () => {
    expect(judgmentDefaulterRules({ ...listed, performance: 'FULLY_PERFORMED' }, ruleSetting())).toMatchObject({
      usageScope: 'GOV_SHARED',
      flags: ['WINDOW_UNKNOWN'],
    });
  });

  it.each(['performedOn', 'deletedOn'])('can not lie before the listing: %s', (field) => {
    expect(faultsOf({ ...listed, [field]: '2025-03-09' })).toEqual([[field, 'DATE_ORDER']]);
    expect(faultsOf({ ...listed, [field]: '2025-03-10' })).toBeUndefined();
  });

  it('may lie before the publication of a list that names no day of decision', () => {
    const values = { conduct: ['REFUSES_SETTLEMENT'], deletedOn: '2025-03-01' };
    expect(window(values, { publishedOn: '2025-03-10' })).toMatchObject({ from: '2025-03-10', until: '2025-02-28' });
  });
});

describe('a grace period (法发〔2019〕35号 art. 15)', () => {
  const listed = { conduct: ['REFUSES_SETTLEMENT'], listedOn: '2025-11-30' };

  it('delays the first public day, not the last', () => {
    expect(window({ ...listed, gracePeriodUntil: '2025-12-31' })).toMatchObject({
      from: '2026-01-01',
      until: '2027-11-30',
    });
  });

  it.each(['2025-11-30', '2026-02-28'])('may last until %s', (gracePeriodUntil) => {
    expect(faultsOf({ ...listed, gracePeriodUntil })).toBeUndefined();
  });

  it.each([
    ['2025-11-29', 'DATE_ORDER'],
    ['2026-03-01', 'DATE_INVALID'],
  ])('may not last until %s', (gracePeriodUntil, code) => {
    expect(faultsOf({ ...listed, gracePeriodUntil })).toEqual([['gracePeriodUntil', code]]);
  });
});

describe('a listing', () => {
  const known = { conduct: ['REFUSES_SETTLEMENT'], listedOn: '2025-03-10' };

  it('is serious and public where its window is known', () => {
    expect(judgmentDefaulterRules({ ...known, caseNo: '（2025）闽0102执00123号' }, ruleSetting())).toMatchObject({
      decidedOn: '2025-03-10',
      severity: 'SERIOUS',
      usageScope: 'PUBLIC',
      values: { caseKey: '(2025)闽0102执123号' },
      flags: [],
    });
  });

  it.each([
    ['conduct', {}, { publishedOn: '2017-11-15' }],
    ['day', { conduct: ['REFUSES_SETTLEMENT'] }, {}],
    ['day of a listing without a term', { conduct: ['REFUSES_THOUGH_ABLE'] }, {}],
  ])('without a known %s is for departments only until the court decides', (_what, values, differing) => {
    expect(judgmentDefaulterRules(values, ruleSetting(differing))).toMatchObject({
      severity: 'SERIOUS',
      usageScope: 'GOV_SHARED',
      flags: ['WINDOW_UNKNOWN'],
    });
  });

  it('without a known conduct still ends with deletion', () => {
    const verdict = judgmentDefaulterRules({ deletedOn: '2026-01-10' }, ruleSetting({ publishedOn: '2025-11-15' }));
    expect(verdict.publicity).toMatchObject({ until: '2026-01-09' });
  });

  it.each([known, {}])('of a natural person is by authorisation only: %j', (values) => {
    expect(judgmentDefaulterRules(values, ruleSetting({ subject: PERSON })).usageScope).toBe('AUTHORISED_QUERY');
  });

  it('can not be of a minor', () => {
    expect(faultsOf({ ...known, age: 17 }, { subject: PERSON })).toEqual([['age', 'NUMBER_INVALID']]);
    expect(faultsOf({ ...known, age: 18 }, { subject: PERSON })).toBeUndefined();
  });

  it('can not be published before it was decided', () => {
    expect(faultsOf(known, { publishedOn: '2025-03-09' })).toEqual([['publishedOn', 'DATE_ORDER']]);
  });
});
