import type { FactDocumentBase } from '../../../../src/data/FactDocument.ts';
import { ALONE } from '../../../../src/subgraph/Services.ts';
import type { WorkContext } from '../../../../src/ledger/Follower.ts';
import type { LedgerBody, LedgerEntry } from '../../../../src/ledger/LedgerBody.ts';
import { evaluationFollower } from '../../../../subgraphs/credit/evaluation/evaluationFollower.ts';
import { timelineFollower } from '../../../../subgraphs/credit/timeline/timelineFollower.ts';
import { NOW, type TestDepartment } from '../../../kit/department.ts';
import { DEFAULTER, UNIT } from '../listTest.ts';

/** What the graph says of an evaluation. */
export interface Evaluated {
  readonly basis: string;
  readonly grade: string | null;
  readonly score: number | null;
  readonly excluded: string | null;
  readonly asOf: string;
  readonly points: readonly { readonly ruleId: string; readonly points: number; readonly reason: string }[];
  readonly model: { readonly id: string };
}

const FIELDS = 'basis grade score excluded asOf model { id } points { ruleId points reason fact { id } }';

/** Reads the evaluation of an enterprise through its entity. */
export async function evaluationOf(
  credit: TestDepartment,
  request: Parameters<TestDepartment['ask']>[2] = {},
  { uscc = UNIT, model = '2026.1' } = {},
): Promise<Evaluated> {
  const { data, errors } = await credit.ask(
    `query ($unit: _Any!, $model: ID) { _entities(representations: [$unit]) { ... on Enterprise { evaluation(model: $model) { ${FIELDS} } } } }`,
    { unit: { __typename: 'Enterprise', uscc }, model },
    request,
  );
  const [unit] = (data?.['_entities'] ?? []) as readonly ({ readonly evaluation?: Evaluated | null } | null)[];
  const evaluation = unit?.evaluation ?? undefined;
  if (evaluation === undefined) throw new Error(JSON.stringify(errors));
  return evaluation;
}

/** An entry of the ledger about a fact of another department: a judgment defaulter unless the test says otherwise. */
export function entry(
  seq: number,
  differing: Partial<LedgerBody> = {},
  record: Partial<LedgerBody['record']> = {},
): LedgerEntry {
  const { _id, subjectUscc, seq: _seq, lists: _lists, searchName: _name, ...fact } = DEFAULTER;
  const body: LedgerBody = {
    event: `${_id}@${seq}`,
    kind: 'FACT',
    fact: _id,
    reason: 'CREATED',
    at: NOW.toISOString(),
    uscc: subjectUscc ?? UNIT,
    ...fact,
    ...differing,
    record: { ...fact.record, ...record },
  };
  return { seq, time: NOW, body };
}

/** The registration of the unit in a state. */
export function registration(seq: number, status: string, uscc = UNIT): LedgerEntry {
  const own = { type: 'Enterprise', kind: 'SUBJECT' as const, fact: uscc, uscc, values: { status } };
  return entry(seq, own, { polarity: 'NEUTRAL' });
}

/** Has timeline and evaluation follow entries, as the kernel does, without a ledger. */
export async function followed(credit: TestDepartment, entries: readonly LedgerEntry[], now = NOW): Promise<void> {
  const context = workContext(credit, now);
  await timelineFollower.apply(entries, context);
  const last = entries.at(-1)?.seq ?? 0;
  const positions = context.database.db.collection<{ readonly _id: string }>('positions');
  for (const { name, version } of [timelineFollower, evaluationFollower]) {
    if (name === evaluationFollower.name) await evaluationFollower.apply(entries, context);
    await positions.updateOne({ _id: name }, { $max: { seq: last }, $set: { version } }, { upsert: true });
  }
}

/** What followers and duties get. */
export function workContext({ subgraph, ledger }: TestDepartment, now = NOW): WorkContext {
  const { database, departments } = subgraph;
  return { database, ledger, graph: ALONE.graph, departments, now };
}

/** Everything that is stored of evaluations. */
export function storedIn(credit: TestDepartment) {
  return credit.subgraph.database.db.collection<FactDocumentBase>('evaluations').find().sort({ _id: 1 }).toArray();
}
