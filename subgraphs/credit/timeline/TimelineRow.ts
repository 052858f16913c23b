import type { LedgerRecord } from '../../../src/ledger/LedgerBody.ts';
import type { TimelineDocument } from './TimelineDocument.ts';

/** A fact of the timeline as a query reads it: of the envelope there is what was selected. */
export type TimelineRow = Omit<TimelineDocument, 'record'> & { readonly record?: Partial<LedgerRecord> };
