import { z } from 'zod';
import { AUDIENCES, type Audience } from '../identity/Caller.ts';

/** What a caller may spend: a bucket that a query's cost is poured into and that leaks. */
export interface Budget {
  /** Cost that the bucket holds; no single operation may cost more. */
  readonly capacity: number;
  /** Cost that leaks out each second. */
  readonly leakPerSecond: number;
}

/** The budgets: one for each audience, and a larger one for whoever has a key for what is open to everybody. */
const BUDGET_NAMES = [...AUDIENCES, 'KEY'] as const;

/** Names a budget: an audience, or `KEY` for registered clients of the public. */
export type BudgetName = Audience | 'KEY';

/** Budgets by name; `undefined` for one whose callers may spend without limit. */
export type Budgets = Readonly<Record<BudgetName, Budget | undefined>>;

/** Without limits, for whoever has them elsewhere. */
export const UNLIMITED: Budgets = {
  ...{ OPEN: undefined, KEY: undefined },
  ...{ AGENCY: undefined, SUBJECT: undefined, INTERNAL: undefined },
};

/**
 * What holds unless set otherwise. The explorer's first example, an enterprise with its facts, costs 61: anybody may ask 160 of them at once
 * and 8 each second, with a free key ten times as much, and so may agencies.
 */
export const DEFAULT_BUDGETS: Budgets = {
  OPEN: { capacity: 10_000, leakPerSecond: 500 },
  KEY: { capacity: 100_000, leakPerSecond: 5_000 },
  SUBJECT: { capacity: 20_000, leakPerSecond: 500 },
  AGENCY: { capacity: 100_000, leakPerSecond: 5_000 },
  INTERNAL: { capacity: 1_000_000, leakPerSecond: 50_000 },
};

const BUDGET = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/;

const budget = z
  .string()
  .regex(/^off$|^[1-9]\d{0,8}\/[1-9]\d{0,8}$/, 'must be off, or two whole numbers such as 10000/500')
  .optional();

/** The variables that set budgets, one for each. */
export const budgetVariables = {
  BUDGET_OPEN: budget,
  BUDGET_KEY: budget,
  BUDGET_SUBJECT: budget,
  BUDGET_AGENCY: budget,
  BUDGET_INTERNAL: budget,
};

/**
 * Reads the budgets.
 *
 * @param settings - validated variables: `capacity/leakPerSecond`, `off`, or nothing for the default
 */
export function budgetsFrom(settings: Readonly<Partial<Record<string, unknown>>>): Budgets {
  const entries = BUDGET_NAMES.map((name) => [name, budgetFrom(settings[`BUDGET_${name}`], name)] as const);
  return { ...UNLIMITED, ...Object.fromEntries(entries) };
}

function budgetFrom(setting: unknown, name: BudgetName): Budget | undefined {
  if (typeof setting !== 'string') return DEFAULT_BUDGETS[name];
  const [, capacity, leakPerSecond] = BUDGET.exec(setting) ?? [];
  return capacity === undefined ? undefined : { capacity: Number(capacity), leakPerSecond: Number(leakPerSecond) };
}
