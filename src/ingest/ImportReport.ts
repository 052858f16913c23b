import sift from 'sift';
import type { FactDocumentBase, LinkBasis } from '../data/FactDocument.ts';
import type { QualityFlag } from '../data/fields/Field.ts';
import type { FaultCode } from '../errors/faults.ts';
import type { WrittenFact } from '../data/writeFacts.ts';
import { ANONYMOUS } from '../identity/Caller.ts';
import { visibilityFilter } from '../policy/visibility.ts';
import type { LocalDate } from '../values/localDate.ts';
import { maskFreeText } from '../values/masks.ts';

/** What became of a file, as `import --json` prints it. */
export interface ImportReport {
  readonly batch: string;
  readonly collection: string;
  readonly file: string;
  /** Source profile that was used, null where the headers spoke for themselves. */
  readonly source: string | null;
  readonly read: number;
  /** Rows of the file that belong to other lists and were left alone. */
  readonly otherRows: number;
  /** Rows written as new or changed facts; those with remarks are counted in `flagged` too. */
  readonly accepted: number;
  /** Rows that say what is stored already. */
  readonly unchanged: number;
  /** Accepted or unchanged rows with quality flags. */
  readonly flagged: number;
  /** These rows by flag; a row with two flags counts under both. */
  readonly flags: Readonly<Partial<Record<QualityFlag, number>>>;
  readonly quarantined: number;
  /** Quarantined rows by reason; a row with two reasons counts under both. */
  readonly reasons: Readonly<Partial<Record<FaultCode, number>>>;
  /** Facts by how they were linked to an enterprise. */
  readonly linked: Readonly<Record<LinkBasis | 'UNLINKED', number>>;
  /** Facts among the unlinked ones that a person is asked about, since the name of some enterprise is like theirs. */
  readonly proposed: number;
  /** What the public sees of these facts today. */
  readonly visible: { readonly now: number; readonly expired: number; readonly withheld: number };
  readonly rowsPerSecond: number;
  readonly seconds: number;
  /** Headers that no field answers to, masked as free text is. */
  readonly ignoredColumns: readonly string[];
}

/** Counts what becomes of rows while a file is read. */
export class ImportTally {
  read = 0;
  otherRows = 0;
  accepted = 0;
  unchanged = 0;
  flagged = 0;
  quarantined = 0;
  proposed = 0;
  readonly flags: Partial<Record<QualityFlag, number>> = {};
  readonly reasons: Partial<Record<FaultCode, number>> = {};
  readonly linked: Record<LinkBasis | 'UNLINKED', number> = {
    USCC: 0,
    ORG_CODE: 0,
    USCC_MIDDLE: 0,
    NAME: 0,
    NAME_MATCH: 0,
    CONFIRMED: 0,
    UNLINKED: 0,
  };
  readonly visible = { now: 0, expired: 0, withheld: 0 };
  readonly #isPublic: (fact: FactDocumentBase) => boolean;
  readonly #today: LocalDate;

  /**
   * @param today - the day that visibility is judged at
   * @param owner - the department that owns the collection
   */
  constructor(today: LocalDate, owner: string) {
    this.#today = today;
    // The same filter that guards every door, evaluated in memory.
    const filter: Readonly<Record<string, unknown>> = { ...visibilityFilter(ANONYMOUS, today, { department: owner }) };
    this.#isPublic = sift.default<unknown>(filter);
  }

  /** Counts rows that belong to another list of the same file. */
  countOther(rows: number): void {
    this.otherRows += rows;
  }

  /** Counts a row that was accepted or was stored already. */
  countWritten({ outcome, document }: WrittenFact): void {
    if (outcome === 'UNCHANGED') this.unchanged += 1;
    else this.accepted += 1;
    const { record } = document;
    const flags = record.qualityFlags ?? [];
    if (flags.length > 0) this.flagged += 1;
    for (const flag of flags) this.flags[flag] = (this.flags[flag] ?? 0) + 1;
    this.linked[record.provenance.linkedBy ?? 'UNLINKED'] += 1;
    this.visible[this.#visibilityOf(document)] += 1;
  }

  /** Counts a row that was quarantined, once under each reason. */
  countQuarantined(codes: Iterable<FaultCode>): void {
    this.quarantined += 1;
    for (const code of new Set(codes)) this.reasons[code] = (this.reasons[code] ?? 0) + 1;
  }

  #visibilityOf(document: FactDocumentBase): keyof ImportTally['visible'] {
    if (this.#isPublic(document)) return 'now';
    const { until } = document.record.publicity ?? {};
    return until !== undefined && until < this.#today && document.record.usageScope === 'PUBLIC'
      ? 'expired'
      : 'withheld';
  }
}

/**
 * Closes the count of a batch with its report.
 *
 * @param tally - what became of the rows
 * @param about - which file it was, and how long it took in seconds
 */
export function reportOf(
  tally: ImportTally,
  about: Pick<ImportReport, 'batch' | 'collection' | 'file' | 'source' | 'ignoredColumns' | 'seconds'>,
): ImportReport {
  const { ignoredColumns, seconds, ...identity } = about;
  const { read, otherRows, accepted, unchanged, flagged, flags, quarantined, reasons, linked, proposed, visible } =
    tally;
  return {
    ...identity,
    read,
    otherRows,
    accepted,
    unchanged,
    flagged,
    flags,
    quarantined,
    reasons,
    linked,
    proposed,
    visible,
    rowsPerSecond: Math.round(read / seconds),
    seconds: Math.round(seconds * 1000) / 1000,
    // Where a file lacks its header, the first row of data is taken for one.
    ignoredColumns: ignoredColumns.map(maskFreeText),
  };
}
