import { hash } from 'node:crypto';
import { digestOf } from '../ledger/chain/digests.ts';
import type { AuditedCaller, AuditedOperation, OperationDocument, RecordDocument } from './AuditRecord.ts';

const SEQ_DIGITS = 12;

/** All parts, none forgotten. */
type Parts<T> = Readonly<Record<keyof T, unknown>>;

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
 * The same digest of a record that is made here, whose parts are known: they are written in the order of canonical JSON, which costs less
 * than sorting them.
 *
 * @param record - without its hash, of well-formed texts
 */
export function newRecordHashOf(record: Omit<RecordDocument, 'hash' | '_id'>): string {
  const { authorisation, caller, chain, codes, door, operation, part, prevHash, purpose } = record;
  const { audience, client, department, operator, organisation, subject } = caller;
  const sorted = {
    authorisation,
    caller: { audience, client, department, operator, organisation, subject } satisfies Parts<AuditedCaller>,
    chain,
    codes,
    door,
    operation,
    part,
    prevHash,
    purpose,
    request: record.request,
    seq: record.seq,
    stage: record.stage,
    subjects: record.subjects,
    time: record.time.toISOString(),
  } satisfies Parts<typeof record>;
  return hash('sha256', JSON.stringify(sorted), 'hex');
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
