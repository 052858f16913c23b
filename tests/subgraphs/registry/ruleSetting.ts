import type { RuleSetting } from '../../../src/data/FactCollection.ts';

/** What a rule is told beside the values, where a test does not say otherwise. */
export function ruleSetting(differs: Partial<RuleSetting> = {}): RuleSetting {
  return { today: '2026-06-15', publishedOn: undefined, neverHas: new Set(), subject: {}, ...differs };
}
