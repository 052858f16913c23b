/** What is wrong with an audit log. */
export type AuditProblem =
  | 'RECORDS_MISSING'
  | 'RECORD_CHANGED'
  | 'RECORD_OUT_OF_ORDER'
  | 'CHAIN_BROKEN'
  | 'CHAIN_MISSING'
  | 'CHAIN_UNKNOWN'
  | 'OPERATION_CHANGED'
  | 'OPERATION_MISSING'
  | 'CHECKPOINTS_MISSING'
  | 'CHECKPOINT_INVALID'
  | 'CHECKPOINT_KEY_UNKNOWN'
  | 'CHECKPOINT_BROKEN'
  | 'CHECKPOINT_CONTRADICTED'
  | 'END_MISSING';

/** Where it is wrong. */
export interface AuditFinding {
  readonly problem: AuditProblem;
  /** Of records: their chain. */
  readonly chain?: string;
  /** Number of the record in its chain, or of the checkpoint in the sequence of all; of several the first. */
  readonly number?: number;
  /** Of several the last. */
  readonly to?: number;
  /** Of operations: the digest under which it is, or should be, kept. */
  readonly operation?: string;
}
