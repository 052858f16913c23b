import type { CaseOutcome } from './runCase.ts';

/** An object of which every field is skipped, or a list of such. */
const EMPTIED = /^[[\]{},]*\{\}[[\]{},]*$/;

/**
 * A case as if `@apollo/gateway` answered objects of which every field is skipped, where both the own answer and the graph in one
 * piece have them: that it does not is one known difference, which may stand beside another one.
 *
 * @param outcome - left as it is
 */
export function withEmptied(outcome: CaseOutcome): CaseOutcome {
  const { own, apollo, whole } = outcome;
  const data = filled(own.data, apollo.data, whole.data) as typeof apollo.data;
  return data === apollo.data ? outcome : { ...outcome, apollo: { ...apollo, data: data ?? null } };
}

function filled(own: unknown, apollo: unknown, whole: unknown): unknown {
  if (apollo === null || apollo === undefined) return isEmptied(own, whole) ? own : apollo;
  if (!isEntries(own) || !isEntries(apollo) || !isEntries(whole)) return apollo;
  const entries = Object.entries(apollo).map(([key, value]) => [key, filled(own[key], value, whole[key])] as const);
  if (entries.every(([key, value]) => apollo[key] === value)) return apollo;
  return Array.isArray(apollo) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

function isEmptied(own: unknown, whole: unknown): boolean {
  const text = JSON.stringify(own ?? null);
  return EMPTIED.test(text) && text === JSON.stringify(whole ?? null);
}

function isEntries(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
