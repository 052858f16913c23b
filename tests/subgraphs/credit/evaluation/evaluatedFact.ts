import type { EvaluatedFact } from '../../../../subgraphs/credit/evaluation/EvaluatedFact.ts';

/** A general dishonest fact of a kind that no rule names, of 15 June 2025, unless the test says otherwise. */
export function evaluatedFact(
  differing: Partial<EvaluatedFact> = {},
  record: Partial<EvaluatedFact['record']> = {},
): EvaluatedFact {
  return {
    _id: 'f1',
    type: 'AdministrativePenalty',
    catalogueKind: 3,
    sortOn: '2025-06-15',
    revision: 1,
    values: {},
    lists: [],
    ...differing,
    record: { polarity: 'NEGATIVE', severity: 'GENERAL', ...record },
  };
}
