import type { Filter } from 'mongodb';
import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from '../../../src/data/connection.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import { positionOf } from '../../../src/ledger/follow/followLedger.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai, type LocalDate } from '../../../src/values/localDate.ts';
import type { Evaluation } from './evaluate.ts';
import { evaluationsOf, pairOf, type EvaluationDocument } from './EvaluationDocument.ts';
import type { CreditGrade } from './EvaluationModel.ts';
import { modelByVersion } from './evaluationModels.ts';
import { pendingEnterprises } from './pendingEnterprises.ts';
import { EVALUATION } from './evaluationVersion.ts';

/** `type EvaluationDifference`: an enterprise that two models grade differently. */
export interface EvaluationDifference {
  readonly uscc: string;
  readonly asOf: LocalDate;
  readonly left: Evaluation;
  readonly right: Evaluation;
}

/** `type GradeCount`. */
export interface GradeCount {
  readonly left: CreditGrade;
  readonly right: CreditGrade;
  readonly count: number;
}

/** A page of differences, and how many enterprises there are for each pair of grades. */
export type EvaluationDifferences = ConnectionOf<EvaluationDifference> & {
  readonly matrix: () => Promise<readonly GradeCount[]>;
};

/**
 * Compares two models over all enterprises, on the basis of departments, as they were computed last and still hold. An enterprise with
 * facts on their way is left out of the page: what is stored of it may tell of a fact that was just taken back. The numbers count it.
 *
 * @param left - version of a model
 * @param right - version of another
 * @param page - Relay arguments; in the order of codes
 * @param context - the request
 * @throws AppError VALUE_INVALID where there is no such model; PAGE_SIZE or CURSOR_INVALID
 */
export async function evaluationDifferences(
  [left, right]: readonly [left: string, right: string],
  page: PageArguments,
  { database, ledger, now }: SubgraphContext,
): Promise<EvaluationDifferences> {
  for (const version of [left, right]) {
    if (modelByVersion(version) === undefined)
      throw new AppError('VALUE_INVALID', { type: 'EvaluationModel', reason: 'no such model' });
  }
  const request = pageRequest(page, `credit.evaluations ${left} ${right}`);
  const current = currentFilter(todayInShanghai(now));
  const differing = { ...current, differs: pairOf(left, right) };
  const evaluations = evaluationsOf(database);
  // The position first: what is followed meanwhile is then left out for no reason, and nothing old is shown.
  const position = await positionOf(database, EVALUATION);
  const behind: Filter<EvaluationDocument> = request.after === undefined ? {} : { _id: { $gt: request.after.id } };
  const found = await evaluations
    .find({ $and: [differing, behind] })
    .sort({ _id: 1 })
    .limit(request.first + 1)
    .toArray();
  const rows = found.map((document) => differenceOf(document, left, right));
  const connection = toConnection(
    rows,
    request,
    ({ uscc }) => ({ sort: '', id: uscc }),
    () => evaluations.countDocuments(differing),
  );
  const pending = await pendingEnterprises(
    rows.map(({ uscc }) => uscc),
    (asked) => ledger.pendingFacts(position, asked),
  );
  return Object.assign(without(connection, pending), {
    matrix: () => evaluations.aggregate<GradeCount>(matrixOf(current, left, right)).toArray(),
  });
}

/** Takes rows out of a page; its cursors still span all of it, so that the next page begins behind what was left out. */
function without(
  { edges, nodes, pageInfo, totalCount }: ConnectionOf<EvaluationDifference>,
  pending: ReadonlySet<string>,
): ConnectionOf<EvaluationDifference> {
  return {
    edges: edges.filter(({ node }) => !pending.has(node.uscc)),
    nodes: nodes.filter(({ uscc }) => !pending.has(uscc)),
    ...{ pageInfo, totalCount },
  };
}

function currentFilter(today: LocalDate): Filter<EvaluationDocument> {
  return { version: EVALUATION.version, validUntil: { $not: { $lt: today } }, excluded: { $exists: false } };
}

function differenceOf(
  { _id, asOf, evaluations }: EvaluationDocument,
  left: string,
  right: string,
): EvaluationDifference {
  const by = (version: string): Evaluation => {
    const found = evaluations.GOVERNMENT.find(({ model }) => model === version);
    if (found === undefined) throw new RangeError(`An evaluation by ${version} is missing.`);
    return found;
  };
  return { uscc: _id, asOf, left: by(left), right: by(right) };
}

function matrixOf(current: Filter<EvaluationDocument>, left: string, right: string) {
  return [
    { $match: current },
    { $group: { _id: { left: gradeBy(left), right: gradeBy(right) }, count: { $sum: 1 } } },
    { $project: { _id: 0, left: '$_id.left', right: '$_id.right', count: 1 } },
    { $sort: { left: 1, right: 1 } },
  ];
}

function gradeBy(version: string): object {
  const evaluations = '$evaluations.GOVERNMENT';
  const at = { $indexOfArray: [`${evaluations}.model`, version] };
  return { $arrayElemAt: [`${evaluations}.grade`, at] };
}
