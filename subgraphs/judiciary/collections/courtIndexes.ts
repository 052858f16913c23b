import type { IndexDescription } from 'mongodb';

/** Indexes of everything that a court decided in a case: what `CourtCaseFilter` looks for. */
export const COURT_INDEXES: readonly IndexDescription[] = [
  { key: { caseKey: 1, sortOn: -1, _id: -1 } },
  { key: { court: 1, sortOn: -1, _id: -1 } },
];
