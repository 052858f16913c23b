import type { AnyBulkWriteOperation } from 'mongodb';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import { positionOf } from '../../../src/ledger/follow/followLedger.ts';
import type { DepartmentCard } from '../../../src/subgraph/DepartmentCard.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { TIMELINE } from '../timeline/timelineVersion.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { belongsTo } from './evaluationBasis.ts';
import { evaluationsOf, pairOf, type EvaluationDocument } from './EvaluationDocument.ts';
import type { EvaluationExclusion } from './EvaluationModel.ts';
import { MODELS } from './evaluationModels.ts';
import { EVALUATION } from './evaluationVersion.ts';
import { readEvaluated, type EvaluationRow } from './readEvaluated.ts';
import { exclusionsOf } from './registrationStates.ts';

/** What evaluations are computed with. */
export interface EvaluationSetting {
  readonly database: DepartmentDatabase;
  /** The day in Asia/Shanghai. */
  readonly today: LocalDate;
  /** Whose types may be closed to a basis. */
  readonly departments: readonly DepartmentCard[];
}

/** Enterprises that are held in memory at a time. */
const CHUNK = 500;

/**
 * Computes the evaluations of enterprises by all models, and keeps them unless a later state of the timeline was evaluated meanwhile.
 *
 * @param usccs - the enterprises
 * @param setting - see {@link EvaluationSetting}
 */
export async function evaluateEnterprises(usccs: readonly string[], setting: EvaluationSetting): Promise<void> {
  for (let at = 0; at < usccs.length; at += CHUNK) await evaluateChunk(usccs.slice(at, at + CHUNK), setting);
}

async function evaluateChunk(usccs: readonly string[], setting: EvaluationSetting): Promise<void> {
  const { database, today } = setting;
  // First: what is read afterwards is as new as this or newer.
  const position = await positionOf(database, TIMELINE);
  const [rows, exclusions] = await Promise.all([readEvaluated(database, usccs), exclusionsOf(database, usccs)]);
  const evaluateRows = evaluator(setting);
  const documents = usccs.map((_id): EvaluationDocument => {
    const excluded = exclusions.get(_id);
    const evaluated = excluded === undefined ? evaluateRows(rows.get(_id) ?? []) : notEvaluated(excluded);
    return { _id, version: EVALUATION.version, position, asOf: today, ...evaluated };
  });
  await evaluationsOf(database).bulkWrite(documents.map(replaceOlder), { ordered: false });
}

type Evaluated = Pick<EvaluationDocument, 'validUntil' | 'excluded' | 'evaluations' | 'differs'>;

function evaluator({ today, departments }: EvaluationSetting): (rows: readonly EvaluationRow[]) => Evaluated {
  const isPublic = belongsTo('PUBLIC', today, departments);
  const isGovernment = belongsTo('GOVERNMENT', today, departments);
  const byAll = (rows: readonly EvaluationRow[]): readonly Evaluation[] =>
    MODELS.map((model) => evaluate(model, rows, today));
  return (rows) => {
    const known = rows.filter(isGovernment);
    const shown = rows.filter(isPublic);
    const government = byAll(known);
    // What the public sees departments see as well: as many facts are the same facts.
    const evaluations = {
      PUBLIC: shown.length === known.length ? government : byAll(shown),
      GOVERNMENT: government,
    };
    const [validUntil] = Object.values(evaluations)
      .flatMap((all) => all.flatMap((evaluation) => evaluation.validUntil ?? []))
      .sort();
    return {
      evaluations,
      ...(validUntil === undefined ? {} : { validUntil }),
      differs: differing(evaluations.GOVERNMENT),
    };
  };
}

function notEvaluated(excluded: EvaluationExclusion): Evaluated {
  return { excluded, evaluations: { PUBLIC: [], GOVERNMENT: [] }, differs: [] };
}

function differing(evaluations: readonly Evaluation[]): readonly string[] {
  return evaluations.flatMap(({ model, grade }, at) =>
    evaluations.slice(at + 1).flatMap((other) => (other.grade === grade ? [] : [pairOf(model, other.model)])),
  );
}

/** A duty and the follower may compute the same enterprise at once: what saw less of the timeline gives way. */
function replaceOlder(document: EvaluationDocument): AnyBulkWriteOperation<EvaluationDocument> {
  const isOlder = { $lte: [{ $ifNull: ['$position', 0] }, document.position] };
  const isOther = { $ne: ['$version', document.version] };
  const update = [{ $replaceWith: { $cond: [{ $or: [isOlder, isOther] }, { $literal: document }, '$$ROOT'] } }];
  return { updateOne: { filter: { _id: document._id }, update, upsert: true } };
}
