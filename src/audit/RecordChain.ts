import { GENESIS } from '../ledger/chain/LedgerDatabase.ts';
import type { AuditStatement, OperationDocument, RecordDocument } from './AuditRecord.ts';
import { operationDocument, newRecordHashOf, recordId } from './auditDigests.ts';

/** Where a chain stands. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

/** Most subjects of one record; more are told by further ones of the same request. */
const MOST_SUBJECTS = 500;

/** The chain of one process: each record holds the hash of the one before it. Nobody else appends to it, so nobody waits for anybody. */
export class RecordChain {
  /** Its id, which begins with the time of its opening. */
  readonly id: string;
  readonly #clock: () => Date;
  readonly #operations = new WeakMap<AuditStatement['operation'], OperationDocument>();
  #head: ChainPlace = { seq: 0, hash: GENESIS };
  #written: ChainPlace = this.#head;
  #time = new Date(0);

  /**
   * @param id - of the chain
   * @param clock - tells the time of records, which never goes back
   */
  constructor(id: string, clock: () => Date) {
    this.id = id;
    this.#clock = clock;
  }

  /** The last record that is known to be written. */
  get place(): ChainPlace {
    return this.#written;
  }

  /**
   * Chains statements; they must be written in this order, and all of them.
   *
   * @param statements - what is to be recorded
   */
  append(statements: readonly AuditStatement[]): {
    readonly records: readonly RecordDocument[];
    readonly operations: readonly OperationDocument[];
  } {
    const now = this.#clock();
    if (now > this.#time) this.#time = now;
    const operations = new Map<string, OperationDocument>();
    const records = statements.flatMap((statement) => {
      const operation = this.#operationOf(statement.operation);
      operations.set(operation._id, operation);
      return partsOf(statement.subjects).map((subjects, at) => this.#next(statement, operation._id, subjects, at));
    });
    return { records, operations: [...operations.values()] };
  }

  /**
   * Takes note of what a majority has.
   *
   * @param records - of one {@link RecordChain.append}
   */
  written(records: readonly RecordDocument[]): void {
    const last = records.at(-1);
    if (last !== undefined) this.#written = { seq: last.seq, hash: last.hash };
  }

  #operationOf(operation: AuditStatement['operation']): OperationDocument {
    const known = this.#operations.get(operation) ?? operationDocument(operation);
    this.#operations.set(operation, known);
    return known;
  }

  #next(statement: AuditStatement, operation: string, subjects: readonly string[], at: number): RecordDocument {
    const { authorisation, purpose, request, door, stage, caller, codes } = statement;
    const seq = this.#head.seq + 1;
    const content = {
      ...{ chain: this.id, seq, prevHash: this.#head.hash, time: this.#time },
      ...{ request, door, stage, caller, operation, subjects, codes },
      ...(authorisation === undefined ? {} : { authorisation }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(at === 0 ? {} : { part: at + 1 }),
    };
    const hash = newRecordHashOf(content);
    this.#head = { seq, hash };
    return { _id: recordId(this.id, seq), ...content, hash };
  }
}

function partsOf(subjects: readonly string[]): readonly (readonly string[])[] {
  if (subjects.length <= MOST_SUBJECTS) return [subjects];
  const parts = Math.ceil(subjects.length / MOST_SUBJECTS);
  return Array.from({ length: parts }, (_, at) => subjects.slice(at * MOST_SUBJECTS, (at + 1) * MOST_SUBJECTS));
}
