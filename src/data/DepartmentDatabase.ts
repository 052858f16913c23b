import type { ClientSession, Collection, Db, IndexDescription, MongoClientOptions } from 'mongodb';
import mongoose, { type Connection, type Schema } from 'mongoose';
import type { FactCollection } from './FactCollection.ts';
import { factModel } from './factModel.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import { LINK_CANDIDATE_INDEXES, linkCandidatesOf } from './linkCandidates.ts';
import type { OutboxEvent } from './outbox.ts';

/** An earlier revision of a fact, kept for ever. */
export type RevisionDocument = Omit<FactDocumentBase, '_id'> & { readonly _id: string; readonly fact: string };

/** By enterprise: what of it is not in the ledger yet is asked for by every view. */
const OUTBOX_INDEXES: IndexDescription[] = [
  { key: { subjectUscc: 1 } },
  { key: { movedFrom: 1 }, sparse: true },
  // What a large file brings is new and no view holds it yet, so it is passed over without being read.
  { key: { reason: 1, fact: 1 } },
];

/** The database of one department: its collections, their history and its outbox, over one shared client. */
export interface DepartmentDatabase {
  readonly department: string;
  readonly db: Db;
  /** Current revisions. */
  facts(collection: FactCollection): Collection<FactDocumentBase>;
  /** Earlier revisions. */
  revisions(collection: FactCollection): Collection<RevisionDocument>;
  readonly outbox: Collection<OutboxEvent>;
  /** Runs work in one transaction, majority-written; the session belongs to the client that all collections share. */
  withSession<T>(work: (session: ClientSession) => Promise<T>): Promise<T>;
  /** Has work done before the database is let go: writes what was held in memory until then. */
  beforeEnd(work: () => Promise<void>): void;
  /** Does that work; to be called before the connection is closed. What fails of it is lost. */
  end(): Promise<void>;
  /** Makes all declared indexes; safe to call again. */
  ensureIndexes(): Promise<void>;
}

/** How long operations wait for a server that is away, or whose primary is being elected. */
export type MongoPatience = 'SERVING' | 'WORKING';

/** How a server is connected to. */
export interface ConnectionOptions {
  /** Of its operations; as somebody has who waits for an answer, unless given. */
  readonly patience?: MongoPatience | undefined;
  /** Whether the client tells of each command, which costs time; off unless given. */
  readonly monitorCommands?: boolean;
}

/**
 * Where somebody waits for an answer, a server that is away is known after 2 s, and one that hangs after 5. A command of a person waits for
 * an election instead, which takes 12 s with MongoDB's own settings.
 */
const PATIENCE: Readonly<Record<MongoPatience, MongoClientOptions>> = {
  SERVING: { serverSelectionTimeoutMS: 2_000, connectTimeoutMS: 3_000, heartbeatFrequencyMS: 2_000 },
  WORKING: { serverSelectionTimeoutMS: 30_000 },
};

/**
 * Opens the one client of a MongoDB server, through mongoose, so that models and sessions share it. What is written through it is
 * acknowledged by the majority of a replica set.
 *
 * @param uri - replica set or sharded cluster
 * @param options - see {@link ConnectionOptions}
 */
export async function openConnection(
  uri: string,
  { patience = 'SERVING', monitorCommands = false }: ConnectionOptions = {},
): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    maxPoolSize: 50,
    autoIndex: false,
    autoCreate: false,
    ignoreUndefined: true,
    ...(monitorCommands && { monitorCommands }),
    writeConcern: { w: 'majority' },
    // Whatever the address says: what was taken back is not to be read where it has not arrived yet.
    readPreference: 'primary',
    ...PATIENCE[patience],
  });
  return connection.asPromise();
}

/**
 * Gives the database of a department on a connection.
 *
 * @param connection - an open connection
 * @param department - name of the department, which is the name of its database
 * @param collections - what it owns
 * @param prefix - put before the name; tests and shared servers use it
 * @param indexes - of collections that hold no facts, by collection
 */
export function departmentDatabase(
  connection: Connection,
  department: string,
  collections: readonly FactCollection[],
  prefix = '',
  indexes: Readonly<Record<string, readonly IndexDescription[]>> = {},
): DepartmentDatabase {
  const own = connection.useDb(`${prefix}${department}`, { useCache: true });
  const db = own.getClient().db(own.name);
  const models = new Map(collections.map((collection) => [collection.name, factModel(own, collection)]));
  const outbox = db.collection<OutboxEvent>('outbox');
  const ending: (() => Promise<void>)[] = [];
  return {
    department,
    db,
    outbox,
    facts: (collection) => db.collection<FactDocumentBase>(collection.name),
    revisions: (collection) => db.collection<RevisionDocument>(`${collection.name}_revisions`),
    withSession: (work) => connection.getClient().withSession(work),
    beforeEnd(work) {
      ending.push(work);
    },
    async end() {
      await Promise.allSettled(ending.map((work) => work()));
    },
    async ensureIndexes() {
      // One command for each collection: mongoose would send one for each index.
      for (const { collection, schema } of models.values())
        await db.collection(collection.name).createIndexes(indexesOf(schema));
      await outbox.createIndexes(OUTBOX_INDEXES);
      if (collections.length > 0) await linkCandidatesOf({ db }).createIndexes(LINK_CANDIDATE_INDEXES);
      await Promise.all(collections.map(({ name }) => db.collection(`${name}_revisions`).createIndex({ fact: 1 })));
      for (const [name, described] of Object.entries(indexes)) await db.collection(name).createIndexes([...described]);
    },
  };
}

function indexesOf(schema: Schema): IndexDescription[] {
  return schema.indexes().map(([key, options]) => ({ key, ...options }) as IndexDescription);
}
