import type { Audience } from '../identity/Caller.ts';

/** Who called, as far as the law wants it known: no scope, no secret, nothing of the credentials. */
export interface AuditedCaller {
  readonly audience: Audience;
  /** The registered client. */
  readonly client?: string;
  /** The person or system, as its token or the command line names it. */
  readonly operator?: string;
  readonly department?: string;
  /** Unified social credit code of the organisation behind the client. */
  readonly organisation?: string;
  /** The enterprise that called itself. */
  readonly subject?: string;
}

/**
 * Where an operation stood. A write has two records: that it begins, acknowledged before anything is changed, and how it ended. A reply that
 * could not be recorded in time was never sent; its record, once it can be written, is followed by one that says so.
 */
export type AuditStage = 'BEGUN' | 'ENDED' | 'WITHHELD';

/** What is done, apart from when and by whom: kept once, and named by its digest. Values are never in it. */
export interface AuditedOperation {
  readonly kind: 'QUERY' | 'MUTATION' | 'SUBSCRIPTION' | 'COMMAND' | 'UPLOAD' | 'UNREADABLE';
  /** The operation's name, or the command with what it works on; absent where it has none. */
  readonly name?: string;
  /** SHA-256 of the document's text, in hexadecimal. */
  readonly hash?: string;
  /** The fields that are asked for, as `Type.field`, sorted. */
  readonly coordinates: readonly string[];
}

/** What is to be recorded. */
export interface AuditStatement {
  /** By which the caller and the log of the process name it as well. */
  readonly request: string;
  /** Where it came in: a path, `command`, or `inside` where the product asks itself. */
  readonly door: string;
  readonly stage: AuditStage;
  readonly caller: AuditedCaller;
  /** Number of the authorisation that was spent. */
  readonly authorisation?: string | undefined;
  readonly purpose?: string | undefined;
  readonly operation: AuditedOperation;
  /** Codes of the enterprises that the answer told about, or that a write was about. */
  readonly subjects: readonly string[];
  /** Codes of what failed; none where everything was answered. */
  readonly codes: readonly string[];
}

/** A record as it is chained and stored. */
export interface RecordDocument extends Omit<AuditStatement, 'operation' | 'authorisation' | 'purpose'> {
  /** Chain and number, so that records lie in order. */
  readonly _id: string;
  readonly chain: string;
  /** From 1, without gaps. */
  readonly seq: number;
  /** Hash of the record before it in the chain; of the first one, `GENESIS`. */
  readonly prevHash: string;
  readonly time: Date;
  /** Digest of the operation, under which it is kept. */
  readonly operation: string;
  readonly authorisation?: string;
  readonly purpose?: string;
  /** From 2 on, of an operation whose subjects do not fit into one record. */
  readonly part?: number;
  readonly hash: string;
}

/** An operation as it is kept. */
export interface OperationDocument extends AuditedOperation {
  /** Its digest. */
  readonly _id: string;
}

/** What the gateway's callers and the command line write their records to. */
export interface AuditWriter {
  /** Whether records can be written, as far as is known; asked before anything is done. */
  readonly isAvailable: boolean;
  /**
   * Announces that an operation will be recorded, so that others are written together with it.
   *
   * @returns to be called when it is recorded, or will not be; calling it again changes nothing
   */
  expect(): () => void;
  /**
   * Writes a record and waits until a majority has it.
   *
   * @throws AppError AUDIT_UNAVAILABLE
   */
  record(statement: AuditStatement): Promise<void>;
}
