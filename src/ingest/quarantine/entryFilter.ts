import type { Filter } from 'mongodb';
import type { FaultCode } from '../../errors/faults.ts';
import type { QuarantinedRow } from '../quarantine.ts';

/** Which of the open rows of a collection are meant. */
export interface EntrySelection {
  /** Such as `registry.enterprises`. */
  readonly collection: string;
  /** Only those of one file. */
  readonly batch?: string | undefined;
  /** Only those that are kept out for this reason, among others. */
  readonly reason?: FaultCode | undefined;
}

/** The order of files and of rows in them; the index of the quarantine gives it. */
export const ENTRY_ORDER = { batch: 1, row: 1 } as const;

/**
 * Selects rows that still wait for somebody.
 *
 * @param selection - which of them
 */
export function entryFilter({ collection, batch, reason }: EntrySelection): Filter<QuarantinedRow> {
  return {
    collection,
    state: 'OPEN',
    ...(batch === undefined ? {} : { batch }),
    ...(reason === undefined ? {} : { 'reasons.code': reason }),
  };
}
