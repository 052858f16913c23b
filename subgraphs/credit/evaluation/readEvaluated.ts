import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import type { Projection } from '../../../src/data/projection.ts';
import { timelineOf } from '../timeline/readableFacts.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';
import { MODELS } from './evaluationModels.ts';

/** What is read of a fact for its evaluation: what models look at, and what decides to which basis it belongs. */
export type EvaluationRow = Pick<
  TimelineDocument,
  | '_id'
  | 'department'
  | 'type'
  | 'catalogueKind'
  | 'subjectUscc'
  | 'sortOn'
  | 'revision'
  | 'lists'
  | 'record'
  | 'values'
>;

const ENVELOPE = ['polarity', 'severity', 'usageScope', 'qualityFlags', 'state', 'publicity'];
const OWN = ['department', 'type', 'catalogueKind', 'subjectUscc', 'sortOn', 'revision', 'lists'];
const ASKED = MODELS.flatMap(({ rules }) => rules.flatMap(({ match }) => Object.keys(match.where ?? {})));

/** Stored fields that an evaluation needs; of a fact's own values those that a model asks for. */
export const EVALUATED: Projection = Object.fromEntries(
  [...OWN, ...ENVELOPE.map((name) => `record.${name}`), ...ASKED.map((name) => `values.${name}`)].map((path) => [
    path,
    1,
  ]),
);

/**
 * Reads all that the timeline holds of enterprises. What may be based on a row is for `belongsTo` to say; nothing of it is shown.
 *
 * @param database - of the credit office
 * @param usccs - the enterprises
 */
export async function readEvaluated(
  database: DepartmentDatabase,
  usccs: readonly string[],
): Promise<ReadonlyMap<string, readonly EvaluationRow[]>> {
  const cursor = timelineOf(database).find({ subjectUscc: { $in: [...usccs] } }, { projection: EVALUATED });
  const byUscc = new Map<string, EvaluationRow[]>();
  for await (const { values = {}, ...row } of cursor) {
    const uscc = row.subjectUscc ?? '';
    const rows = byUscc.get(uscc) ?? [];
    rows.push({ ...row, values });
    byUscc.set(uscc, rows);
  }
  return byUscc;
}
