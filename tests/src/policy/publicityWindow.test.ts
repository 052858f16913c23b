import fc from 'fast-check';
import { fixedWindow, publicityWindow, REGIMES } from '../../../src/policy/publicityWindow.ts';
import { fromDayNumber, toDayNumber } from '../../../src/values/localDate.ts';

const day = fc.integer({ min: toDayNumber('1995-01-01'), max: toDayNumber('2060-12-31') }).map(fromDayNumber);

/** Adds months with the calendar of the language, not with the code under test: the day stays, or becomes the month's last. */
function later(start: string, months: number): string {
  const [year = 0, month = 0, date = 0] = start.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/** The three regimes in words: months of the minimum and the maximum, null where nothing is public (domain section 17, rows 4 and 5). */
function termsOf(start: string, severity: 'MINOR' | 'GENERAL' | 'SERIOUS'): readonly [number, number] | null {
  if (severity === 'MINOR') return null;
  if (start >= '2026-04-01') return severity === 'GENERAL' ? [3, 12] : [12, 36];
  if (start >= '2023-05-01') return severity === 'GENERAL' ? [3, 36] : [12, 36];
  return severity === 'GENERAL' ? [3, 12] : [6, 36];
}

describe('the publicity window', () => {
  it('is the term of the regime that the decision fell under, whatever the day', () => {
    const severity = fc.constantFrom('MINOR' as const, 'GENERAL' as const, 'SERIOUS' as const);
    fc.assert(
      fc.property(day, severity, (start, grave) => {
        const verdict = publicityWindow(start, grave);
        const terms = termsOf(start, grave);
        if (terms === null) {
          expect(verdict).toEqual({ notPublic: true, rule: expect.stringMatching(/第36号|第58号|527号/) as string });
        } else {
          expect(verdict).toEqual({
            publicity: {
              from: start,
              minimumUntil: later(start, terms[0]),
              until: later(start, terms[1]),
              rule: expect.stringMatching(/第36号|第58号|527号/) as string,
            },
          });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['the last day of the notice of 2019', '2023-04-30', 'GENERAL', '2023-07-30', '2024-04-30', '527号'],
    ['the first day of Order 58', '2023-05-01', 'GENERAL', '2023-08-01', '2026-05-01', '第58号'],
    ['the last day of Order 58', '2026-03-31', 'GENERAL', '2026-06-30', '2029-03-31', '第58号'],
    ['the first day of Order 36', '2026-04-01', 'GENERAL', '2026-07-01', '2027-04-01', '第36号'],
    ['29 February and a year', '2028-02-29', 'GENERAL', '2028-05-29', '2029-02-28', '第36号'],
    ['29 February and a minimum of a year', '2028-02-29', 'SERIOUS', '2029-02-28', '2031-02-28', '第36号'],
    ['30 November and three months', '2026-11-30', 'GENERAL', '2027-02-28', '2027-11-30', '第36号'],
    ['30 November and three months to a leap day', '2027-11-30', 'GENERAL', '2028-02-29', '2028-11-30', '第36号'],
    ['31 August and six months', '2022-08-31', 'SERIOUS', '2023-02-28', '2025-08-31', '527号'],
    ['31 March and three months', '2027-03-31', 'GENERAL', '2027-06-30', '2028-03-31', '第36号'],
    ['the end of a year', '2026-12-31', 'SERIOUS', '2027-12-31', '2029-12-31', '第36号'],
  ] as const)('on %s', (_what, start, severity, minimumUntil, until, rule) => {
    expect(publicityWindow(start, severity)).toEqual({
      publicity: { from: start, minimumUntil, until, rule: expect.stringContaining(rule) as string },
    });
  });

  it('knows its regimes newest first, so that the first that fits is the right one', () => {
    const since = REGIMES.map((regime) => regime.since);
    expect(since).toEqual(since.toSorted().reverse());
  });
});

describe('the window of a list with a term of its own', () => {
  it.each([
    ['2024-02-29', 36, 12, { minimumUntil: '2025-02-28', until: '2027-02-28' }],
    ['2023-11-30', 3, undefined, { until: '2024-02-29' }],
    ['2023-11-30', null, 3, { minimumUntil: '2024-02-29' }],
    ['2023-11-30', null, undefined, {}],
  ])('from %s, %p months, %p at least', (start, months, minimum, ends) => {
    expect(fixedWindow(start, months, '规定', minimum)).toEqual({ from: start, ...ends, rule: '规定' });
  });
});
