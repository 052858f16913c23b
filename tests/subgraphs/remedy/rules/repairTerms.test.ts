import { repairTerms, type RepairKind } from '../../../../subgraphs/remedy/rules/repairTerms.ts';

const GENERAL: readonly RepairKind[] = [{ severity: 'GENERAL' }];
const SERIOUS: readonly RepairKind[] = [{ severity: 'SERIOUS' }];
const MINOR: readonly RepairKind[] = [{ severity: 'MINOR' }];

/** Rule table rows 4 and 5 of domain section 17: the regime by the day on which the record began. */
describe('the terms of repair', () => {
  it.each([
    // Order 36: 0-3, 3-12 and 12-36 months.
    ['2026-04-01', MINOR, 'ORDER_36', '2026-04-01', '2026-07-01'],
    ['2026-04-01', GENERAL, 'ORDER_36', '2026-07-01', '2027-04-01'],
    ['2026-04-01', SERIOUS, 'ORDER_36', '2027-04-01', '2029-04-01'],
    // Order 58 to the last day before: 3 months to 3 years.
    ['2026-03-31', MINOR, 'ORDER_58', '2026-03-31', '2026-03-31'],
    ['2026-03-31', GENERAL, 'ORDER_58', '2026-06-30', '2029-03-31'],
    ['2026-03-31', SERIOUS, 'ORDER_58', '2027-03-31', '2029-03-31'],
    ['2023-05-01', GENERAL, 'ORDER_58', '2023-08-01', '2026-05-01'],
    // The notice of 2019 before that.
    ['2023-04-30', GENERAL, 'NOTICE_527', '2023-07-30', '2024-04-30'],
    ['2023-04-30', SERIOUS, 'NOTICE_527', '2023-10-30', '2026-04-30'],
  ] as const)('of a record that began on %s', (began, kinds, regime, minimumUntil, until) => {
    expect(repairTerms(began, kinds)).toMatchObject({ regime, minimumUntil, until });
  });

  it.each([
    ['29 February and a year', '2028-02-29', SERIOUS, '2029-02-28', '2031-02-28'],
    ['30 November and three months', '2026-11-30', GENERAL, '2027-02-28', '2027-11-30'],
    ['30 November and three months before a leap day', '2027-11-30', GENERAL, '2028-02-29', '2028-11-30'],
  ] as const)('end with the month: %s', (_what, began, kinds, minimumUntil, until) => {
    expect(repairTerms(began, kinds)).toMatchObject({ minimumUntil, until });
  });

  it.each(['FOOD', 'DRUG', 'SPECIAL_EQUIPMENT', 'WORK_SAFETY', 'FIRE'] as const)(
    'are a year at least in the field %s under Order 58, and only there',
    (sector) => {
      const kinds = [{ severity: 'GENERAL', sector }] as const;
      expect(repairTerms('2026-03-31', kinds).minimumUntil).toBe('2027-03-31');
      expect(repairTerms('2026-04-01', kinds).minimumUntil).toBe('2026-07-01');
      expect(repairTerms('2023-04-30', kinds).minimumUntil).toBe('2023-07-30');
      expect(repairTerms('2026-03-31', [{ severity: 'MINOR', sector }]).minimumUntil).toBe('2026-03-31');
    },
  );

  it('are the longest of several kinds in one decision', () => {
    expect(repairTerms('2026-04-01', [...MINOR, ...GENERAL])).toEqual(repairTerms('2026-04-01', GENERAL));
    expect(repairTerms('2026-04-01', [...SERIOUS, ...MINOR, ...GENERAL])).toEqual(repairTerms('2026-04-01', SERIOUS));
    expect(repairTerms('2026-03-31', [...GENERAL, { severity: 'GENERAL', sector: 'FIRE' }])).toMatchObject({
      minimumUntil: '2027-03-31',
      until: '2029-03-31',
    });
  });
});
