import type { LedgerRecord } from '../../../src/ledger/LedgerBody.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';
import { sectionOf, type SectionKind } from './reportSections.ts';

/**
 * What a report says of one fact, and nothing else: what is signed and compared later. Absent where the fact does not say it.
 */
export interface ReportEntry {
  /** Id of the fact. */
  readonly fact: string;
  /** GraphQL type of the fact. */
  readonly type: string;
  readonly revision: number;
  readonly section: SectionKind;
  readonly title: string;
  readonly decidedOn?: string;
  readonly publishedOn?: string;
  /** Last public day. */
  readonly publicUntil?: string;
  /** Department whose fact it is. */
  readonly department: string;
  /** Name of the unit that provided it. */
  readonly provider?: string;
  readonly polarity: LedgerRecord['polarity'];
  readonly severity?: NonNullable<LedgerRecord['severity']>;
  readonly disputed: boolean;
  readonly litigated: boolean;
}

/** Parts of a fact that an entry is made of. */
export const ENTRY_PROJECTION = {
  type: 1,
  catalogueKind: 1,
  revision: 1,
  title: 1,
  decidedOn: 1,
  department: 1,
  seq: 1,
  'record.provider.name': 1,
  'record.polarity': 1,
  'record.severity': 1,
  'record.publishedOn': 1,
  'record.publicity.until': 1,
  'record.disputed': 1,
  'record.litigated': 1,
} as const;

/**
 * Writes what a report says of a fact.
 *
 * @param fact - as the caller may read it
 */
export function reportEntry(fact: TimelineDocument): ReportEntry {
  const { _id, type, revision, title, decidedOn, department, record } = fact;
  const { publishedOn, publicity, provider, polarity, severity } = record;
  return {
    ...{ fact: _id, type, revision, section: sectionOf(fact), title },
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(publicity?.until === undefined ? {} : { publicUntil: publicity.until }),
    department,
    ...(provider?.name === undefined ? {} : { provider: provider.name }),
    polarity,
    ...(severity === undefined ? {} : { severity }),
    disputed: record.disputed ?? false,
    litigated: record.litigated ?? false,
  };
}
