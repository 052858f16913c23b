import fc from 'fast-check';
import { ANNUAL_FIGURES, mayShow } from '../../../../subgraphs/registry/rules/annualFigures.ts';
import {
  annualReportRules,
  isLateReport,
  reportDueOn,
} from '../../../../subgraphs/registry/rules/annualReportRules.ts';
import { ruleSetting } from '../ruleSetting.ts';

const setting = ruleSetting();

describe('rules of annual reports', () => {
  it('give until 30 June of the next year', () => {
    expect(reportDueOn(2025)).toBe('2026-06-30');
    expect([isLateReport(2025, '2026-06-30'), isLateReport(2025, '2026-07-01')]).toEqual([false, true]);
  });

  it.each([
    [2012, true],
    [2013, false],
    [2026, false],
    [2027, true],
  ])('refuse the year %i: %s', (year, isRefused) => {
    const { faults } = annualReportRules({ year, filedOn: '2026-01-01' }, setting);
    expect(faults !== undefined).toBe(isRefused);
  });

  it.each([
    [{ year: 2025, filedOn: '2025-12-31' }, ['DATE_ORDER']],
    [{ year: 2025, filedOn: '2026-01-01' }, []],
    [{ year: 2020, filedOn: '2021-03-01', enterpriseSize: 'LARGE' }, ['AMOUNT_MISSING']],
    [{ year: 2020, filedOn: '2021-03-01', enterpriseSize: 'LARGE', overdueContracts: 0 }, ['AMOUNT_MISSING']],
    [{ year: 2020, filedOn: '2021-03-01', enterpriseSize: 'LARGE', overdueContracts: 0, overdueAmount: '0.00' }, []],
    [{ year: 2019, filedOn: '2020-03-01', enterpriseSize: 'LARGE' }, []],
    [{ year: 2020, filedOn: '2021-03-01', enterpriseSize: 'SMALL' }, []],
    [{ year: 2020, filedOn: '2021-03-01' }, []],
  ])('remark on %j: %j', (values, flags) => {
    expect(annualReportRules(values, setting).flags).toEqual(flags);
  });

  it.each([
    ['92350102MA33K1X74B', false, 'GOV_SHARED'],
    ['92350102MA33K1X74B', true, undefined],
    ['92350102MA33K1X74B', undefined, undefined],
    ['91350100705362917E', false, undefined],
  ])('leave only households the choice: %s choosing %s has the scope %s', (uscc, openReport, usageScope) => {
    const values = { year: 2025, filedOn: '2026-03-01', openReport };
    expect(annualReportRules(values, ruleSetting({ subject: { uscc } })).usageScope).toBe(usageScope);
  });

  it('count from the day of filing and keep the day of publication', () => {
    const verdict = annualReportRules(
      { year: 2025, filedOn: '2026-03-01' },
      ruleSetting({ publishedOn: '2026-03-02' }),
    );
    expect(verdict).toMatchObject({ decidedOn: '2026-03-01', publishedOn: '2026-03-02' });
  });
});

describe('figures', () => {
  const fields = Object.entries(ANNUAL_FIGURES);
  const choice = fc.uniqueArray(fc.constantFrom(...Object.values(ANNUAL_FIGURES)));
  const outsider = fc.constantFrom(undefined, 'tax', 'judiciary');

  it('are shown to outsiders exactly where they were opened, to the registry always', () => {
    fc.assert(
      fc.property(choice, outsider, (openFigures, department) => {
        const shown = fields.filter(([field]) => mayShow(field, { openFigures }, department));
        expect(shown.map(([, figure]) => figure).sort()).toEqual([...openFigures].sort());
        expect(fields.every(([field]) => mayShow(field, { openFigures }, 'registry'))).toBe(true);
      }),
    );
  });

  it('are closed where nothing was chosen; what is no figure is open', () => {
    expect(fields.some(([field]) => mayShow(field, {}, undefined))).toBe(false);
    expect(mayShow('phone', {}, undefined)).toBe(true);
  });
});
