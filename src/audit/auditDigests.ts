import { digestOf } from '../ledger/chain/digests.ts';
import type { AuditedOperation, OperationDocument, RecordDocument } from './AuditRecord.ts';

const SEQ_DIGITS = 12;

/**
 * The id of a record; ids sort by chain and number.
 *
 * @param chain - id of the chain
 * @param seq - number in it
 */
export function recordId(chain: string, seq: number): string {
  return `${chain}.${String(seq).padStart(SEQ_DIGITS, '0')}`;
}

/**
 * SHA-256 over a record as canonical JSON, in hexadecimal; everything in it counts but its id, which follows from chain and number.
 *
 * @param record - without its hash
 */
export function recordHashOf({ time, ...record }: Omit<RecordDocument, 'hash' | '_id'>): string {
  return digestOf({ ...record, time: time.toISOString() });
}

/**
 * Names an operation by its digest: records say what was asked by it, so that nobody can change it afterwards.
 *
 * @param operation - what is done
 */
export function operationDocument({ kind, name, hash, coordinates }: AuditedOperation): OperationDocument {
  const content = {
    kind,
    coordinates,
    ...(name === undefined ? {} : { name }),
    ...(hash === undefined ? {} : { hash }),
  };
  return { _id: digestOf(content), ...content };
}
