import type { ConnectionOf } from '../../src/data/connection.ts';
import type { FactDocument, PublicityDocument } from '../../src/data/FactDocument.ts';
import type { measureExecutions } from './collections/measureExecutions.ts';
import type { listEntries } from './collections/listEntries.ts';
import type { Change } from './feed/Change.ts';
import type { ChangesPage } from './feed/changesPage.ts';
import type { ListDefinition, ListEdition } from './lists/ListDefinition.ts';
import type { ListStanding } from './lists/listStanding.ts';
import type { CheckFinding, CreditCheck } from './measures/creditCheck.ts';
import type { MeasureProgress } from './measures/measureOverview.ts';
import type { MeasureDefinition, MeasureLink } from './measures/MeasureDefinition.ts';
import type { ReportCheck } from './report/checkReport.ts';
import type { IssuedReport, ReportSection } from './report/IssuedReport.ts';
import type { ReportEntry } from './report/ReportEntry.ts';
import type { StatutoryDeadline } from './terms/statutoryTerms.ts';
import type { TermDefinition } from './terms/TermDefinition.ts';
import type { TimelineRow } from './timeline/TimelineRow.ts';
import type { commitments } from './collections/commitments.ts';
import type { EvaluationDifference, EvaluationDifferences } from './evaluation/evaluationDifferences.ts';
import type { EvaluationModel, EvaluationRule } from './evaluation/EvaluationModel.ts';
import type { CompositeEvaluation } from './evaluation/evaluationOf.ts';
import type { Point } from './evaluation/capPoints.ts';

/** An enterprise as other departments refer to it. */
export interface EnterpriseMapper {
  readonly uscc: string;
}

/** A fact of any department: its type and its key, by which its owner is asked. */
export interface CreditFactMapper {
  readonly __typename: string;
  readonly id: string;
}

/** A fact in a timeline. */
export type TimelineEntryMapper = TimelineRow;
/** A page of a timeline. */
export type TimelineConnectionMapper = ConnectionOf<TimelineRow>;
/** What happened to a fact. */
export type ChangeMapper = Change;
/** A page of the feed. */
export type ChangeConnectionMapper = ChangesPage;
/** A publicity window as it is stored. */
export type PublicityMapper = PublicityDocument;

/** A commitment as it is stored. */
export type CommitmentMapper = FactDocument<(typeof commitments)['fields']>;
/** A page of commitments. */
export type CommitmentConnectionMapper = ConnectionOf<CommitmentMapper>;

/** How an enterprise comes out. */
export type CompositeEvaluationMapper = CompositeEvaluation;
/** A version of the evaluation. */
export type EvaluationModelMapper = EvaluationModel;
/** What facts of a kind are worth. */
export type EvaluationRuleMapper = EvaluationRule;
/** Points that a fact gave or took, by a model. */
export type EvaluationPointMapper = Point & { readonly model: EvaluationModel };
/** An enterprise that two models grade differently. */
export type EvaluationDifferenceMapper = EvaluationDifference;
/** A page of such enterprises. */
export type EvaluationDifferenceConnectionMapper = EvaluationDifferences;

/** An entry that was brought to the credit office, as it is stored. */
export type ListEntryMapper = FactDocument<(typeof listEntries)['fields']>;
/** A page of such entries. */
export type ListEntryConnectionMapper = ConnectionOf<ListEntryMapper>;
/** A red or black list. */
export type CreditListMapper = ListDefinition;
/** What held of a list from a day on. */
export type CreditListEditionMapper = ListEdition;
/** How long entries stand. */
export type CreditListTermMapper = ListEdition['terms'][number];
/** A place on a list. */
export type CreditListEntryMapper = ListStanding;
/** A page of a list. */
export type CreditListEntryConnectionMapper = ConnectionOf<ListStanding>;
/** A measure. */
export type MeasureMapper = MeasureDefinition;
/** A list that leads to a measure. */
export type MeasureLinkMapper = MeasureLink;
/** What a check found. */
export type CreditCheckMapper = CreditCheck;
/** A measure that a check found. */
export type CheckFindingMapper = CheckFinding;

/** A report as it is issued. */
export type CreditReportMapper = IssuedReport;
/** A section of a report. */
export type CreditReportSectionMapper = ReportSection;
/** What a report says of a fact. */
export type CreditReportEntryMapper = ReportEntry;
/** Whether a report is ours. */
export type CreditReportCheckMapper = ReportCheck;
/** A report that was issued, compared with today. */
export type CheckedCreditReportMapper = NonNullable<ReportCheck['report']>;

/** A department's report on a measure. */
export type MeasureExecutionMapper = FactDocument<(typeof measureExecutions)['fields']>;
/** A page of such reports. */
export type MeasureExecutionConnectionMapper = ConnectionOf<MeasureExecutionMapper>;
/** How far a department came with a measure. */
export type MeasureProgressMapper = MeasureProgress;

/** A clock of law. */
export type StatutoryTermMapper = TermDefinition;
/** What a clock of law says of one case. */
export type StatutoryDeadlineMapper = StatutoryDeadline;
