import { Change } from './Change.ts';
import { CheckFinding } from './CheckFinding.ts';
import { CreditList, CreditListEdition } from './CreditList.ts';
import { CreditListEntry } from './CreditListEntry.ts';
import { CreditListTerm } from './CreditListTerm.ts';
import { CreditReport, CreditReportEntry } from './CreditReport.ts';
import { Enterprise } from './Enterprise.ts';
import { ListEntry } from './ListEntry.ts';
import { Measure, MeasureLink } from './Measure.ts';
import { MeasureExecution } from './MeasureExecution.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { StatutoryTerm } from './StatutoryTerm.ts';
import { TimelineEntry } from './TimelineEntry.ts';
import { Commitment } from './Commitment.ts';
import {
  CompositeEvaluation,
  EvaluationDifference,
  EvaluationModel,
  EvaluationPoint,
  EvaluationRule,
} from './Evaluation.ts';

/** All resolvers of the credit office, by type. */
export const resolvers = {
  Change,
  CheckFinding,
  Commitment,
  CompositeEvaluation,
  CreditList,
  CreditListEdition,
  CreditListEntry,
  CreditListTerm,
  CreditReport,
  CreditReportEntry,
  Enterprise,
  EvaluationDifference,
  EvaluationModel,
  EvaluationPoint,
  EvaluationRule,
  ListEntry,
  Measure,
  MeasureExecution,
  MeasureLink,
  Mutation,
  Query,
  StatutoryTerm,
  TimelineEntry,
};
