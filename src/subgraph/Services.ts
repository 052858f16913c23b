import type { Signer } from '../identity/Signer.ts';
import type { LedgerReader } from '../ledger/LedgerReader.ts';
import type { DepartmentCard } from './DepartmentCard.ts';
import type { GraphClient } from './GraphClient.ts';

/** What departments have of each other. */
export interface Services {
  readonly ledger: LedgerReader;
  readonly graph: GraphClient;
  readonly signer: Signer;
  /** All departments that there are, this one included. */
  readonly departments: readonly DepartmentCard[];
}

/** For a department by itself, as a file is imported or a rule is tried. */
export const ALONE: Services = {
  ledger: {
    head: () => Promise.resolve(0),
    after: () => Promise.resolve([]),
    pendingFacts: () => Promise.resolve(new Set()),
  },
  graph: { ask: () => Promise.reject(new Error('This department is not connected to the graph.')) },
  signer: {
    sign: () => Promise.reject(new Error('This department has no signer.')),
    verify: () => Promise.resolve(undefined),
  },
  departments: [],
};
