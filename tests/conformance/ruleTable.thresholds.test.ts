import { money } from '../../src/data/fields/number.ts';
import { gradeOf, statutoryDeadline } from '../../subgraphs/credit/terms/statutoryTerms.ts';
import { isMajorEvasion, isMajorFalseInvoicing } from '../../subgraphs/credit/terms/taxTriggers.ts';
import { longTermDate } from '../../subgraphs/disclosure/collections/longTermDate.ts';
import { penalties } from '../../subgraphs/disclosure/collections/penalties.ts';
import { applicationDueOn, noticeEndsOn } from '../../subgraphs/registry/rules/deregistrationRules.ts';

const lastDay = (id: string, from: string): string | undefined => statutoryDeadline(id, from)?.lastOn;

describe('row 18: triggers for major tax violators', () => {
  it.each([
    ['1000000.00', '10000000.00', true],
    ['999999.99', '1000000.00', false],
    ['1000000.00', '10000000.10', false],
    ['1000000.01', '10000000.10', true],
  ])('evasion of %s out of %s: %s', (evaded, tax, isMajor) => {
    expect(isMajorEvasion(evaded, tax)).toBe(isMajor);
  });

  it.each([
    [100, '0.00', true],
    [99, '3999999.99', false],
    [1, '4000000.00', true],
  ])('%s false invoices over %s: %s', (sheets, amount, isMajor) => {
    expect(isMajorFalseInvoicing(sheets, amount)).toBe(isMajor);
  });
});

describe('row 19: tax grades, 90, 70, 40', () => {
  it.each([
    ['90', 'A'],
    ['89.99', 'B'],
    ['70', 'B'],
    ['69.99', 'C'],
    ['40', 'C'],
    ['39.99', 'D'],
    ['-5', 'D'],
  ])('%s is %s', (score, grade) => {
    expect(gradeOf('tax-credit', score)).toBe(grade);
  });

  it('is D by direct judgement, whatever the score', () => {
    expect(gradeOf('tax-credit', 100, true)).toBe('D');
  });
});

describe('row 20: environmental plates, 96, 70, 60', () => {
  it.each([
    [96, 'GREEN'],
    [95.9, 'BLUE'],
    [70, 'BLUE'],
    [69.9, 'YELLOW'],
    [60, 'YELLOW'],
    [59.9, 'RED'],
  ])('%s is %s', (score, plate) => {
    expect(gradeOf('environment-credit', score)).toBe(plate);
  });

  it('is red by veto', () => {
    expect(gradeOf('environment-credit', 99, true)).toBe('RED');
  });
});

describe('row 21: suspension of business, 3 years', () => {
  it('ends on 28 February where it began on 29', () => {
    expect(lastDay('suspension', '2024-02-29')).toBe('2027-02-28');
  });
});

describe('row 22: simple deregistration, 20 and 20 days', () => {
  it('are calendar days, over holidays too', () => {
    const notice = lastDay('simple-deregistration-notice', '2025-09-26');
    expect([noticeEndsOn('2025-09-26'), notice]).toEqual(['2025-10-16', '2025-10-16']);
    expect(applicationDueOn('2025-09-26')).toBe('2025-11-05');
    expect(lastDay('simple-deregistration-application', '2025-10-16')).toBe('2025-11-05');
  });
});

describe('row 23: e-commerce, data 3 years, notice of stopping 30 days', () => {
  it('counts years and calendar days', () => {
    expect(lastDay('e-commerce-data', '2024-02-29')).toBe('2027-02-28');
    expect(lastDay('e-commerce-stop-notice', '2026-01-30')).toBe('2026-03-01');
  });
});

describe('row 24: a licence without an end is written 2099-12-31', () => {
  it.each(['2099-12-31', '长期', '永久有效', '9999-12-31'])('%s', (written) => {
    expect(longTermDate({ title: '有效期至', description: 'End.' }).judge(written)).toEqual({ value: '2099-12-31' });
  });
});

describe('row 25: fines are in 万元 with 6 decimals, stored in yuan', () => {
  it('keeps the sixth decimal exactly and refuses a seventh', () => {
    const fine = money({ title: '罚款金额', description: 'Fine.' }, '万元');
    const value = (written: string) => {
      const judged = fine.judge(written);
      return 'value' in judged ? String(judged.value) : judged.fault.code;
    };
    expect(value('0.000001')).toBe('0.01');
    expect(value('4.540001')).toBe('45400.01');
    expect(value('0.0000001')).toMatch(/^[A-Z_]+$/);
    expect(penalties.fields.fine.format).toContain('万元');
  });
});

describe('a clock of law', () => {
  it('counts what may be done only after it from the next day on', () => {
    expect(statutoryDeadline('repair-acceptance', '2026-06-15')).toMatchObject({
      lastOn: '2026-06-18',
      overFrom: '2026-06-19',
      isProvisional: false,
    });
  });

  it('is provisional where the holidays of a year are not known, in working days alone', () => {
    expect(statutoryDeadline('dual-publicity', '2030-01-02')?.isProvisional).toBe(true);
    expect(statutoryDeadline('suspension', '2030-01-02')?.isProvisional).toBe(false);
    expect(statutoryDeadline('unheard-of', '2030-01-02')).toBeNull();
  });
});
