import type { Collection, Db } from 'mongodb';
import type { Connection } from 'mongoose';
import type { UsageDocument } from '../usage/UsageMeter.ts';
import type { OperationDocument, RecordDocument } from './AuditRecord.ts';

/** A signed statement of how far a chain has come, in the one sequence of all chains. */
export interface AuditCheckpointDocument {
  /** Its number in that sequence: from 1, without gaps. */
  readonly _id: number;
  readonly chain: string;
  /** Number of the record that it vouches for; 0 where the chain is opened. */
  readonly seq: number;
  readonly time: Date;
  /** Compact JWS over an {@link AuditCheckpoint}. */
  readonly jws: string;
}

/** What a checkpoint states, as it is signed. */
export interface AuditCheckpoint {
  readonly number: number;
  /** SHA-256 of the signed checkpoint before it; of the first one, `GENESIS`. */
  readonly prev: string;
  readonly chain: string;
  readonly seq: number;
  /** Of that record. */
  readonly hash: string;
  readonly state: 'OPENED' | 'GOING' | 'CLOSED';
  /** ISO 8601. */
  readonly time: string;
}

/** A chain that is not closed, and when its process was last heard of, by the clock of the database. */
export interface ChainDocument {
  /** Id of the chain. */
  readonly _id: string;
  readonly seenAt: Date;
}

/** The database of the audit log. */
export interface AuditDatabase {
  readonly db: Db;
  readonly records: Collection<RecordDocument>;
  readonly operations: Collection<OperationDocument>;
  readonly checkpoints: Collection<AuditCheckpointDocument>;
  /** Chains that are not closed; no part of the log. */
  readonly chains: Collection<ChainDocument>;
  /** Figures of usage, which tell of no person and are no part of the log. */
  readonly usage: Collection<UsageDocument>;
}

/** Name of the audit log's database, and of the variable that gives it a server of its own: `AUDIT_MONGODB_URI`. */
export const AUDIT = 'audit';

/**
 * Opens the audit log and makes its indexes.
 *
 * @param connection - its MongoDB server
 * @param prefix - put before the database's name
 */
export async function openAuditDatabase(connection: Connection, prefix = ''): Promise<AuditDatabase> {
  const db = connection.getClient().db(`${prefix}${AUDIT}`);
  const database: AuditDatabase = {
    db,
    records: db.collection<RecordDocument>('records'),
    operations: db.collection<OperationDocument>('operations'),
    checkpoints: db.collection<AuditCheckpointDocument>('checkpoints'),
    chains: db.collection<ChainDocument>('chains'),
    usage: db.collection<UsageDocument>('usage'),
  };
  await database.records.createIndexes([
    { key: { time: -1, _id: -1 } },
    { key: { subjects: 1, time: -1, _id: -1 } },
    { key: { 'caller.department': 1, time: -1, _id: -1 }, partialFilterExpression: exists('caller.department') },
    { key: { 'caller.client': 1, time: -1, _id: -1 }, partialFilterExpression: exists('caller.client') },
    { key: { 'caller.operator': 1, time: -1, _id: -1 }, partialFilterExpression: exists('caller.operator') },
  ]);
  await database.checkpoints.createIndexes([{ key: { chain: 1, _id: 1 } }, { key: { chain: 1, time: 1 } }]);
  await database.usage.createIndex({ hour: 1 });
  return database;
}

function exists(path: string): Readonly<Record<string, { readonly $exists: true }>> {
  return { [path]: { $exists: true } };
}
