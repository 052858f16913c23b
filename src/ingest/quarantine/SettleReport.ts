import type { ImportReport, ImportTally } from '../ImportReport.ts';

/** What became of quarantined rows that were judged anew. */
export interface SettleReport extends Pick<
  ImportReport,
  'collection' | 'read' | 'accepted' | 'unchanged' | 'flagged' | 'quarantined' | 'reasons' | 'linked' | 'visible'
> {
  /** Rows of which a later file or a person has brought newer content meanwhile: they are settled and change nothing. */
  readonly superseded: number;
}

/**
 * Closes the count of rows that were judged anew.
 *
 * @param collection - such as `registry.enterprises`
 * @param tally - what became of them
 * @param superseded - those that a later file has made needless
 */
export function settleReport(collection: string, tally: ImportTally, superseded: number): SettleReport {
  const { read, accepted, unchanged, flagged, quarantined, reasons, linked, visible } = tally;
  return { collection, read, accepted, unchanged, superseded, flagged, quarantined, reasons, linked, visible };
}
