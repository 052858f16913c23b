import type { RuleSetting } from '../../../src/data/FactCollection.ts';

/** What rules are told beside the values: a unit under its code unless the test says otherwise. */
export function ruleSetting(differing: Partial<RuleSetting> = {}): RuleSetting {
  return {
    today: '2026-06-15',
    publishedOn: undefined,
    neverHas: new Set(),
    subject: {
      uscc: '91350100705362917E',
      linkedBy: 'USCC',
      name: '福州测试有限公司',
      category: 'LEGAL_OR_UNINCORPORATED',
    },
    ...differing,
  };
}
