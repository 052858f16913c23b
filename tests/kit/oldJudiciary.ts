import { createHash } from 'node:crypto';
import type { Db, Document } from 'mongodb';
import type { SchemaStep } from '../../src/migration/SchemaStep.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { department } from '../../subgraphs/judiciary/department.ts';

/** Steps that its judgment defaulters never needed: the number of the case becomes an object with its year, and then with its court. */
export const STEPS: readonly SchemaStep[] = [
  {
    title: 'the number of the case beside its year',
    move({ caseNo, ...rest }) {
      const no = String(caseNo);
      return { ...rest, case: { no, year: Number(no.slice(1, 5)) } };
    },
  },
  {
    title: 'the court beside it',
    move: ({ court, ...rest }) => ({ ...rest, case: { ...(rest['case'] as object), court: String(court) } }),
  },
];

/**
 * The courts of a later release, whose judgment defaulters went through steps.
 *
 * @param steps - in order
 */
export function laterJudiciary(steps: readonly SchemaStep[] = STEPS): SubgraphDefinition {
  const { judgmentDefaulters, ...others } = department.collections;
  if (judgmentDefaulters === undefined) throw new Error('The courts have no judgment defaulters.');
  const moved = { ...judgmentDefaulters, schemaSteps: steps };
  return { ...department, collections: { ...others, judgmentDefaulters: moved } };
}

/** A document whose `_id` is text, as those of facts are. */
export interface TextIdDocument extends Document {
  readonly _id: string;
}

/**
 * Judgment defaulters as an older release has stored them.
 *
 * @param count - how many
 * @param from - number of the first
 */
export function oldDefaulters(count: number, from = 0): readonly TextIdDocument[] {
  return Array.from({ length: count }, (_, at) => ({
    _id: createHash('sha256')
      .update(String(from + at))
      .digest('base64url')
      .slice(0, 24),
    sortOn: '2026-01-02',
    caseNo: `(2025)闽0102执${from + at}号`,
    court: '福州市鼓楼区人民法院',
    record: { revision: 1, provenance: { row: at, receivedAt: new Date('2026-06-15T00:00:00Z') } },
  }));
}

/**
 * Stores them, with earlier revisions of the first ones.
 *
 * @param db - of the courts
 * @param count - how many
 */
export async function storeOldDefaulters(db: Db, count: number): Promise<void> {
  const documents = oldDefaulters(count);
  await db.collection<TextIdDocument>('judgmentDefaulters').insertMany([...documents]);
  const earlier = documents
    .slice(0, count / 4)
    .map((document) => ({ ...document, _id: `${document._id}@1`, fact: document._id }));
  await db.collection<TextIdDocument>('judgmentDefaulters_revisions').insertMany(earlier);
}
