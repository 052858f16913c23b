import type { Severity } from '../../../src/data/FactDocument.ts';
import { REGIMES } from '../../../src/policy/publicityWindow.ts';
import { addMonths, type LocalDate } from '../../../src/values/localDate.ts';

/** `enum RepairRegime`, but OWN_RULE, which stands for lists that have a law of their own. */
export type GeneralRegime = 'ORDER_36' | 'ORDER_58' | 'NOTICE_527';

/** Fields in which Order 58 asked for a longer minimum. */
export type RepairSector = 'FOOD' | 'DRUG' | 'SPECIAL_EQUIPMENT' | 'WORK_SAFETY' | 'FIRE';

/** One of the kinds of conduct that a decision is about. */
export interface RepairKind {
  readonly severity: Severity;
  readonly sector?: RepairSector;
}

/** From when and until when a record is public. */
export interface RepairTerms {
  readonly regime: GeneralRegime;
  readonly rule: string;
  /** Last day of the minimum period; the first day of the record where there is none. */
  readonly minimumUntil: LocalDate;
  /** Day on which publicity ends by itself. */
  readonly until: LocalDate;
}

interface Months {
  readonly minimum: number;
  readonly maximum: number;
}

const REGIME_BY_START: Readonly<Record<LocalDate, GeneralRegime>> = {
  '2026-04-01': 'ORDER_36',
  '2023-05-01': 'ORDER_58',
};

/** Order 36: minor conduct is not public in principle, three months at most where it must be; the older rules never published it. */
const MINOR: Readonly<Record<GeneralRegime, Months>> = {
  ORDER_36: { minimum: 0, maximum: 3 },
  ORDER_58: { minimum: 0, maximum: 0 },
  NOTICE_527: { minimum: 0, maximum: 0 },
};

/** Order 58 in food, drugs, special equipment, work safety and fire protection; Order 36 leaves such splits to the sectors. */
const SECTOR_MINIMUM: Readonly<Partial<Record<GeneralRegime, number>>> = { ORDER_58: 12 };

/**
 * Gives the terms of a record by the regime that it began under (信用修复管理办法: what began before 2026-04-01 stays under Order 58); of
 * several kinds in one decision the longest count.
 *
 * @param began - day that fixed the record
 * @param kinds - what it is about, at least one
 */
export function repairTerms(began: LocalDate, kinds: readonly RepairKind[]): RepairTerms {
  const regime = REGIMES.find(({ since }) => since <= began) ?? REGIMES.at(-1);
  const code = REGIME_BY_START[regime?.since ?? ''] ?? 'NOTICE_527';
  const all = kinds.map(({ severity, sector }) => {
    const { minimum, maximum } = regime?.terms[severity] ?? MINOR[code];
    const longer = sector === undefined || severity === 'MINOR' ? 0 : (SECTOR_MINIMUM[code] ?? 0);
    return { minimum: Math.max(minimum, longer), maximum };
  });
  return {
    regime: code,
    rule: regime?.rule ?? '',
    minimumUntil: addMonths(began, Math.max(0, ...all.map(({ minimum }) => minimum))),
    until: addMonths(began, Math.max(0, ...all.map(({ maximum }) => maximum))),
  };
}
