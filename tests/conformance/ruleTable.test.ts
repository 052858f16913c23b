import { publicityWindow } from '../../src/policy/publicityWindow.ts';
import type { Severity } from '../../src/data/FactDocument.ts';
import { addWorkingDays, isWorkingDay } from '../../src/values/workingDays.ts';
import { earlyRemovalOn, termOf } from '../../subgraphs/credit/lists/listTerm.ts';
import { editionOn, listById } from '../../subgraphs/credit/lists/listDefinitions.ts';
import { deadlineOf, termById } from '../../subgraphs/credit/terms/statutoryTerms.ts';
import { penaltyPublicity } from '../../subgraphs/disclosure/rules/penaltyPublicity.ts';
import { publicationClock } from '../../subgraphs/disclosure/rules/publicationClock.ts';
import { isWithdrawnInTime, withdrawalDueOn } from '../../subgraphs/disclosure/rules/withdrawalDueOn.ts';
import { judgmentDefaulterRules } from '../../subgraphs/judiciary/rules/judgmentDefaulterRules.ts';
import { listingDueOn } from '../../subgraphs/registry/rules/abnormalListingRules.ts';
import { isLateReport, reportDueOn } from '../../subgraphs/registry/rules/annualReportRules.ts';
import { earlyRemovalFrom, listingTerm } from '../../subgraphs/registry/rules/seriousViolationListingRules.ts';
import { objectionDeadlines, repairDeadlines } from '../../subgraphs/remedy/rules/clocks.ts';
import { repairOutlook } from '../../subgraphs/remedy/rules/repairOutlook.ts';

/** Friday before the eight days of National Day 2025; the Sunday before was worked. */
const BEFORE_HOLIDAY = '2025-09-26';
/** Friday before a Saturday that was worked to make up for the Spring Festival of 2026. */
const BEFORE_MAKE_UP = '2026-02-13';

const lastDay = (id: string, from: string): string => {
  const term = termById(id);
  if (term === undefined) throw new Error(`There is no term ${id}.`);
  return deadlineOf(term, from).lastOn;
};
const listTerm = (id: string, day: string, values = {}) => {
  const list = listById(id);
  if (list === undefined) throw new Error(`There is no list ${id}.`);
  const edition = editionOn(list, day);
  return { ...termOf(edition, values), early: earlyRemovalOn(edition, values, day) };
};
const windowOf = (start: string, severity: Severity) => {
  const verdict = publicityWindow(start, severity);
  return 'publicity' in verdict ? [verdict.publicity.minimumUntil, verdict.publicity.until] : 'not public';
};
const SETTING = { today: '2026-06-15', publishedOn: undefined, neverHas: new Set<string>(), subject: {} };

describe('the calendar under the table', () => {
  it('knows the long holiday and the weekends that make up for it', () => {
    expect(['2025-09-28', '2025-10-01', '2025-10-08', '2025-10-11', '2025-10-12'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(['2026-02-14', '2026-02-16'].map(isWorkingDay)).toEqual([true, false]);
  });
});

describe('row 1: dual publicity, 7 working days, 20 at most', () => {
  it('runs from the Friday before a long holiday over the days that make up for it', () => {
    // 28 (Sunday, worked), 29, 30 September, 9, 10, 11 (Saturday, worked), 13 October.
    expect(lastDay('dual-publicity', BEFORE_HOLIDAY)).toBe('2025-10-13');
    expect(publicationClock(BEFORE_HOLIDAY)).toEqual({
      publicationDueOn: lastDay('dual-publicity', BEFORE_HOLIDAY),
      publicationCapOn: lastDay('dual-publicity-cap', BEFORE_HOLIDAY),
    });
  });
});

describe('row 2: a penalty that was changed or void, 3 days to withdraw', () => {
  it('counts working days, a make-up Saturday among them', () => {
    expect(withdrawalDueOn(BEFORE_MAKE_UP)).toBe('2026-02-25');
    expect(lastDay('penalty-withdrawal', BEFORE_MAKE_UP)).toBe('2026-02-25');
    expect([isWithdrawnInTime(BEFORE_MAKE_UP, '2026-02-25'), isWithdrawnInTime(BEFORE_MAKE_UP, '2026-02-26')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('row 3: penalties for work safety, 7 working days', () => {
  it('have no longer cap', () => {
    const due = lastDay('safety-penalty-publicity', BEFORE_HOLIDAY);
    expect(publicationClock(BEFORE_HOLIDAY, ['WORK_SAFETY'])).toEqual({ publicationDueOn: due, publicationCapOn: due });
  });
});

describe('row 4: MINOR, GENERAL and SERIOUS under Order 36', () => {
  it.each([
    ['2026-04-01', 'GENERAL', ['2026-07-01', '2027-04-01']],
    ['2026-11-30', 'GENERAL', ['2027-02-28', '2027-11-30']],
    ['2027-11-30', 'GENERAL', ['2028-02-29', '2028-11-30']],
    ['2028-02-29', 'SERIOUS', ['2029-02-28', '2031-02-28']],
    ['2026-04-01', 'MINOR', 'not public'],
  ] as const)('gives a decision of %s that is %s the window %s', (start, severity, window) => {
    expect(windowOf(start, severity)).toEqual(window);
  });
});

describe('row 5: the regime of Order 58', () => {
  it('holds for what began up to 31 March 2026: three months to three years', () => {
    expect(windowOf('2026-03-31', 'GENERAL')).toEqual(['2026-06-30', '2029-03-31']);
    expect(windowOf('2023-05-01', 'GENERAL')).toEqual(['2023-08-01', '2026-05-01']);
  });

  it('asks for a year in five fields, and no more from Order 36 on', () => {
    const minimum = (start: string) =>
      penaltyPublicity({ start, severity: 'GENERAL', fields: ['FOOD'], givenEnds: [] }).publicity?.minimumUntil;
    expect([minimum('2026-03-31'), minimum('2026-04-01')]).toEqual(['2027-03-31', '2026-07-01']);
    expect(minimum('2024-02-29')).toBe('2025-02-28');
  });
});

describe('row 6: repair, 3 working days to accept, 10 to answer', () => {
  it('runs from the application', () => {
    expect(repairDeadlines({ status: 'SUBMITTED', submittedOn: BEFORE_HOLIDAY })).toMatchObject({
      acceptDueOn: lastDay('repair-acceptance', BEFORE_HOLIDAY),
      dueOn: lastDay('repair-result', BEFORE_HOLIDAY),
    });
    expect([lastDay('repair-acceptance', BEFORE_HOLIDAY), lastDay('repair-result', BEFORE_HOLIDAY)]).toEqual([
      '2025-09-30',
      '2025-10-16',
    ]);
  });

  it('may be asked for only after the minimum has been reached: not on its last day', () => {
    const outlook = (today: string) =>
      repairOutlook(
        {
          type: 'AdministrativePenalty',
          polarity: 'NEGATIVE',
          severity: 'GENERAL',
          began: '2025-11-30',
          publicity: { minimumUntil: '2026-02-28', until: '2028-11-30' },
        },
        today,
      );
    expect(outlook('2026-02-28')).toMatchObject({ isAvailable: false, obstacle: 'TOO_EARLY', from: '2026-03-01' });
    expect(outlook('2026-03-01')).toMatchObject({ isAvailable: true, obstacle: null });
  });
});

describe('row 7: sites follow the removal from a list within 3 working days', () => {
  it('counts a make-up Saturday', () => {
    expect(lastDay('list-removal-followed', BEFORE_MAKE_UP)).toBe('2026-02-25');
  });
});

describe('row 8: objections, 1, 3, 7 and at most 20 working days', () => {
  it.each([
    ['SUBMITTED', 'objection-mark', '2025-09-28'],
    ['SELF_CHECK', 'objection-own-check', '2025-09-30'],
    ['FORWARDED', 'objection-provider', '2025-10-13'],
    ['ANSWERED', 'objection-cap', '2025-10-30'],
  ] as const)('has %s run as %s says, to %s', (status, term, day) => {
    const { nextDueOn } = objectionDeadlines({ status, filedOn: BEFORE_HOLIDAY, forwardedOn: BEFORE_HOLIDAY });
    expect([nextDueOn, lastDay(term, BEFORE_HOLIDAY)]).toEqual([day, day]);
  });
});

describe('row 9: the abnormal list, 10 working days', () => {
  it('runs from the day on which the fact was found', () => {
    expect([listingDueOn(BEFORE_HOLIDAY), lastDay('abnormal-listing', BEFORE_HOLIDAY)]).toEqual([
      '2025-10-16',
      '2025-10-16',
    ]);
  });
});

describe('row 10: annual reports, 1 January to 30 June', () => {
  it('are late on 1 July', () => {
    expect([reportDueOn(2025), lastDay('annual-report', '2025-12-31')]).toEqual(['2026-06-30', '2026-06-30']);
    expect([isLateReport(2025, '2026-06-30'), isLateReport(2025, '2026-07-01')]).toEqual([false, true]);
  });
});

describe('rows 11 to 14: lists with terms of their own', () => {
  it('row 11: wages, 3 years, early after 6 months', () => {
    expect(listTerm('wage-arrears', '2025-08-31')).toMatchObject({
      months: 36,
      earlyRemovalMonths: 6,
      early: '2026-03-01',
    });
  });

  it('row 12: work safety, 3 years, early after 12 months', () => {
    expect(listTerm('work-safety', '2024-02-29')).toMatchObject({
      months: 36,
      earlyRemovalMonths: 12,
      early: '2025-03-01',
    });
  });

  it('row 13: Order 44, early after a year and on the day after it', () => {
    expect(listTerm('serious-violations', '2024-02-29').early).toBe('2025-03-01');
    expect(earlyRemovalFrom('2024-02-29')).toBe('2025-03-01');
    expect(listingTerm('2024-02-29')).toMatchObject({ months: 36, minimumMonths: 12 });
  });

  it('row 14: defaulters, 2 years and 1 to 3 more for kinds 2 to 6, none for kind 1', () => {
    const until = (conduct: string[], extensionMonths?: number) =>
      judgmentDefaulterRules({ listedOn: '2024-02-29', conduct, extensionMonths }, SETTING);
    expect(until(['BREACHES_PROPERTY_REPORTING']).publicity?.until).toBe('2026-02-28');
    expect(until(['BREACHES_PROPERTY_REPORTING'], 36).publicity?.until).toBe('2029-02-28');
    expect(until(['BREACHES_PROPERTY_REPORTING'], 37).faults).toMatchObject([{ field: 'extensionMonths' }]);
    expect(until(['REFUSES_THOUGH_ABLE']).publicity?.until).toBeUndefined();
    const months = (conduct: string) => listTerm('judgment-defaulters', '2024-02-29', { conduct: [conduct] }).months;
    expect([months('REFUSES_THOUGH_ABLE'), months('REFUSES_SETTLEMENT')]).toEqual([null, 24]);
  });
});

describe('rows 15 to 17: keeping and complaints', () => {
  it('row 15: negative facts on persons, 5 years; a defaulter without a term too', () => {
    expect(lastDay('personal-negative-data', '2024-02-29')).toBe('2029-02-28');
    const person = { ...SETTING, subject: { category: 'NATURAL_PERSON' } };
    const listing = { listedOn: '2024-02-29', conduct: ['REFUSES_THOUGH_ABLE'] };
    expect(judgmentDefaulterRules(listing, person).publicity?.until).toBe('2029-02-28');
  });

  it('row 16: the log of queries, 5 years at least, 10 by default', () => {
    expect([lastDay('query-log-minimum', '2024-02-29'), lastDay('query-log', '2024-02-29')]).toEqual([
      '2029-02-28',
      '2034-02-28',
    ]);
  });

  it('row 17: complaints, 7 working days to accept, 45 to mediate', () => {
    expect(lastDay('complaint-acceptance', BEFORE_HOLIDAY)).toBe('2025-10-13');
    expect(lastDay('complaint-mediation', BEFORE_HOLIDAY)).toBe(addWorkingDays('2025-10-13', 38));
  });
});
