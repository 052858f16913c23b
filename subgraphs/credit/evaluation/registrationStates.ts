import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import { EXCLUSIONS, type EvaluationExclusion } from './EvaluationModel.ts';

/** The state of an enterprise's registration, as the ledger tells it. */
export interface RegistrationState {
  /** Code of the enterprise. */
  readonly _id: string;
  /** Absent where its registration was annulled as a record. */
  readonly status?: string;
  readonly seq: number;
}

/**
 * The states of registrations.
 *
 * @param database - of the credit office
 */
export function registrationStatesOf({ db }: DepartmentDatabase): Collection<RegistrationState> {
  return db.collection<RegistrationState>('registrationStates');
}

/**
 * Keeps the states that entries of the ledger tell. An older entry changes nothing.
 *
 * @param database - of the credit office
 * @param entries - in order
 */
export async function keepRegistrationStates(
  database: DepartmentDatabase,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const operations = entries.flatMap(operationsOf);
  if (operations.length > 0) await registrationStatesOf(database).bulkWrite(operations);
}

function operationsOf({ seq, body, withheldFact }: LedgerEntry): readonly AnyBulkWriteOperation<RegistrationState>[] {
  if (withheldFact !== undefined) return [forgetting(withheldFact, seq)];
  if (body?.kind !== 'SUBJECT') return [];
  const { status } = body.values;
  const isKept = body.record.state === 'ACTIVE' && typeof status === 'string';
  const told: RegistrationState = { _id: body.fact, seq, ...(isKept ? { status } : {}) };
  const isNewer = { $lte: [{ $ifNull: ['$seq', 0] }, seq] };
  const update = [{ $replaceWith: { $cond: [isNewer, { $literal: told }, '$$ROOT'] } }];
  return [{ updateOne: { filter: { _id: body.fact }, update, upsert: true } }];
}

/** The fact may be no registration: then nothing is known by its id. */
function forgetting(_id: string, seq: number): AnyBulkWriteOperation<RegistrationState> {
  return { updateOne: { filter: { _id, seq: { $lte: seq } }, update: { $set: { seq }, $unset: { status: 1 } } } };
}

/**
 * Tells which enterprises are not evaluated.
 *
 * @param database - of the credit office
 * @param usccs - the enterprises
 * @returns why, by code; those that are evaluated are not in it
 */
export async function exclusionsOf(
  database: DepartmentDatabase,
  usccs: readonly string[],
): Promise<ReadonlyMap<string, EvaluationExclusion>> {
  const asked = { _id: { $in: [...usccs] }, status: { $in: [...EXCLUSIONS] } };
  const found = await registrationStatesOf(database).find(asked).toArray();
  return new Map(
    found.flatMap(({ _id, status }) => {
      const exclusion = EXCLUSIONS.find((state) => state === status);
      return exclusion === undefined ? [] : [[_id, exclusion] as const];
    }),
  );
}
