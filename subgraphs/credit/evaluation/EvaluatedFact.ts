import type { Polarity, PublicityDocument, Severity } from '../../../src/data/FactDocument.ts';
import type { JsonValue } from '../../../src/ledger/LedgerBody.ts';

/** The parts of a fact that a model looks at, as the timeline holds them. */
export interface EvaluatedFact {
  readonly _id: string;
  readonly type: string;
  readonly catalogueKind: number;
  /** Day of the decision, else of publication; empty where neither is known. */
  readonly sortOn: string;
  readonly revision: number;
  readonly record: {
    readonly polarity: Polarity;
    readonly severity?: Severity;
    readonly publicity?: Pick<PublicityDocument, 'from' | 'until'>;
  };
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly lists: readonly string[];
}
