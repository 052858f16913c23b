import type { PenaltyCategory } from '../../../subgraphs/disclosure/rules/penaltyCategories.ts';
import { severityOf } from '../../../subgraphs/disclosure/rules/severityOf.ts';

const DAYS = ['2018-04-18', '2024-01-01', '2026-03-31', '2026-04-01'];

function severity(categories: readonly PenaltyCategory[] | undefined, fine?: string, isSummary = false) {
  return DAYS.map((day) => severityOf({ categories, fine, isSummary }, day));
}

function always<T>(value: T): T[] {
  return DAYS.map(() => value);
}

describe('severityOf', () => {
  it.each<[PenaltyCategory[], string | undefined]>([
    [['WARNING'], 'MINOR'],
    [['CRITICISM', 'WARNING'], 'MINOR'],
    [['FINE'], 'GENERAL'],
    [['CONFISCATE_PROPERTY'], 'GENERAL'],
    [['SUSPEND_LICENCE'], 'GENERAL'],
    [['REVOKE_LICENCE'], 'SERIOUS'],
    [['RESTRICT_BUSINESS'], 'SERIOUS'],
    [['SUSPEND_BUSINESS'], 'SERIOUS'],
    [['CLOSE'], 'SERIOUS'],
    [['RESTRICT_PROFESSION'], 'SERIOUS'],
  ])('%j is %s under every rule so far', (categories, expected) => {
    expect(severity(categories)).toEqual(always(expected));
  });

  it('counts the gravest of several kinds', () => {
    expect(severity(['WARNING', 'FINE'])).toEqual(always('GENERAL'));
    expect(severity(['CLOSE', 'FINE', 'WARNING'])).toEqual(always('SERIOUS'));
  });

  it('takes a fine for very large from the parameter on, to the cent', () => {
    expect(severity(['FINE'], '999999.99')).toEqual(always('GENERAL'));
    expect(severity(['FINE'], '1000000.00')).toEqual(always('SERIOUS'));
  });

  it('takes a penalty by summary procedure for minor, unless it holds what that procedure can not impose', () => {
    expect(severity(['FINE'], '3000.00', true)).toEqual(always('MINOR'));
    expect(severity(undefined, undefined, true)).toEqual(always('MINOR'));
    expect(severity(['FINE', 'REVOKE_LICENCE'], undefined, true)).toEqual(always('SERIOUS'));
  });

  it('does not guess where there is no category', () => {
    expect(severity(undefined)).toEqual(always(undefined));
    expect(severity([], '5000000.00')).toEqual(always(undefined));
  });
});
