import type { Collection, Db } from 'mongodb';
import type { Connection } from 'mongoose';
import type { LedgerBody } from '../LedgerBody.ts';

/** An entry of the chain. It holds nothing that ever has to be erased. */
export interface EntryDocument {
  /** The number of the entry: from 1, without gaps. */
  readonly _id: number;
  /** Hash of the entry before; of the first one, `GENESIS`. */
  readonly prevHash: string;
  readonly time: Date;
  /** Salted digest of the body, so that nobody can guess what an erased body said. */
  readonly bodyDigest: string;
  readonly hash: string;
}

/** The body of an entry, apart from the chain: it can be withheld and the chain still holds. */
export interface BodyDocument {
  /** Number of its entry. */
  readonly _id: number;
  /** Of the entry, so that followers read one collection. */
  readonly time: Date;
  /** The event that the entry stands for; once in the ledger, also where the body was withheld. */
  readonly event: string;
  /** The enterprise that the fact was about before, where that is another one. */
  readonly movedFrom?: string;
  /** 16 random bytes in hexadecimal. */
  readonly salt?: string;
  readonly body?: LedgerBody;
  readonly withheld?: { readonly reason: string; readonly at: Date };
}

/** A signed statement that the chain had this hash at this entry. */
export interface CheckpointDocument {
  /** Number of the entry. */
  readonly _id: number;
  /** Compact JWS over number, hash and time. */
  readonly jws: string;
}

/** Work that one process at a time may do. */
export interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  /** By the server's clock. */
  readonly until: Date;
}

/** The ledger's database. */
export interface LedgerDatabase {
  readonly db: Db;
  readonly entries: Collection<EntryDocument>;
  readonly bodies: Collection<BodyDocument>;
  readonly checkpoints: Collection<CheckpointDocument>;
  readonly leases: Collection<LeaseDocument>;
  readonly connection: Connection;
}

/** Name of the ledger's database, and of the variable that gives it a server of its own: `LEDGER_MONGODB_URI`. */
export const LEDGER = 'ledger';

/** What the first entry of the chain has for the hash before it. */
export const GENESIS = '0'.repeat(64);

/**
 * Opens the ledger and makes its indexes.
 *
 * @param connection - its MongoDB server
 * @param prefix - put before the database's name
 */
export async function openLedger(connection: Connection, prefix = ''): Promise<LedgerDatabase> {
  const db = connection.getClient().db(`${prefix}${LEDGER}`);
  const ledger: LedgerDatabase = {
    db,
    connection,
    entries: db.collection<EntryDocument>('entries'),
    bodies: db.collection<BodyDocument>('bodies'),
    checkpoints: db.collection<CheckpointDocument>('checkpoints'),
    leases: db.collection<LeaseDocument>('leases'),
  };
  await ledger.bodies.createIndexes([
    { key: { event: 1 }, unique: true },
    { key: { 'body.uscc': 1, _id: 1 } },
    { key: { 'body.fact': 1, _id: 1 } },
    { key: { movedFrom: 1, _id: 1 }, partialFilterExpression: { movedFrom: { $exists: true } } },
  ]);
  await ledger.entries.createIndex({ _id: 1 });
  return ledger;
}
