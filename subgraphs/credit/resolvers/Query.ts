import { factOf } from '../../../src/subgraph/factOf.ts';
import { filteredListOf } from '../../../src/subgraph/filteredListOf.ts';
import type {
  QueryCommitmentsArgs,
  QueryListEntryRecordsArgs,
  QueryMeasureExecutionsArgs,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import { changesPage } from '../feed/changesPage.ts';
import { listEntries } from '../collections/listEntries.ts';
import { listById, listsBy } from '../lists/listDefinitions.ts';
import { listEntryFilter } from '../lists/listEntryFilter.ts';
import { measureExecutions } from '../collections/measureExecutions.ts';
import { executionFilter } from '../measures/executionFilter.ts';
import { measureOverview } from '../measures/measureOverview.ts';
import { creditCheck } from '../measures/creditCheck.ts';
import { measuresBy } from '../measures/measureDefinitions.ts';
import { statutoryDeadline, TERMS } from '../terms/statutoryTerms.ts';
import { checkReport } from '../report/checkReport.ts';
import { issueReport } from '../report/issueReport.ts';
import { commitments } from '../collections/commitments.ts';
import { commitmentFilter } from '../commitments/commitmentFilter.ts';
import { evaluationDifferences } from '../evaluation/evaluationDifferences.ts';
import { modelByVersion, MODELS } from '../evaluation/evaluationModels.ts';

/** What can be asked of the credit office. */
export const Query: QueryResolvers = {
  changes: (_, asked, context) => changesPage(asked, context),
  commitment: factOf(commitments),
  commitments: filteredListOf(commitments, ({ filter }: QueryCommitmentsArgs) => commitmentFilter(filter)),
  evaluationModels: () => MODELS,
  evaluationModel: (_, { id }) => modelByVersion(id) ?? null,
  evaluationDifferences: (_, { left, right, ...page }, context) => evaluationDifferences([left, right], page, context),
  listEntry: factOf(listEntries),
  listEntryRecords: filteredListOf(listEntries, (asked: QueryListEntryRecordsArgs) => listEntryFilter(asked)),
  creditLists: (_, asked) => listsBy(asked),
  creditList: (_, { id }) => listById(id) ?? null,
  measures: (_, asked) => measuresBy(asked),
  measureExecution: factOf(measureExecutions),
  measureExecutions: filteredListOf(measureExecutions, (asked: QueryMeasureExecutionsArgs) => executionFilter(asked)),
  measureOverview: (_, asked, context) => measureOverview(asked, context),
  statutoryTerms: () => TERMS,
  statutoryDeadline: (_, { term, from }) => statutoryDeadline(term, from),
  creditCheck: (_, { uscc, scene }, context) => creditCheck(uscc, scene, context),
  creditReport: (_, { uscc }, context) => issueReport(context, uscc),
  creditReportCheck: (_, { code }, context) => checkReport(context, code),
};
