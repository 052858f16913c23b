import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { openConnection } from '../../../src/data/DepartmentDatabase.ts';
import { importFile } from '../../../src/ingest/importFile.ts';
import type { ImportReport } from '../../../src/ingest/ImportReport.ts';
import { LEDGER, openLedger } from '../../../src/ledger/chain/LedgerDatabase.ts';
import { readLedger } from '../../../src/ledger/readLedger.ts';
import { loadProfiles } from '../../../src/ingest/source/loadProfiles.ts';
import type { SampleSetting } from '../../../src/sample/SampleEnterprise.ts';
import { seededCollections, type SeededCollection } from '../../../src/sample/sampleRows.ts';
import { connectSubgraph } from '../../../src/subgraph/connectSubgraph.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from '../../../src/subgraph/Subgraph.ts';
import { insertDocuments } from './insertDocuments.ts';
import { writeEnterprisesCsv } from './writeEnterprisesCsv.ts';

/** What came of one round. */
export interface ImportRound {
  /** Rows of the file that were written; the rest is in quarantine. */
  readonly documents: number;
  readonly quarantined: number;
  /** The product's whole path: read, judge, write with outbox in transactions, record the batch. */
  readonly importSeconds: number;
  /** `insertMany` of the same documents. */
  readonly insertSeconds: number;
  /** Processor time of this process during the import, in milliseconds. */
  readonly importCpuMs: number;
}

/** An import beside which a ledger is kept, or not. */
export interface LedgerImportRequest {
  readonly path: string;
  /** Of the databases. */
  readonly prefix: string;
  /** Whether to wait for the ledger. */
  readonly waits: boolean;
}

/** What came of it. */
export interface LedgerImport {
  readonly documents: number;
  readonly importSeconds: number;
  /** From the start of the import to the last entry of the ledger. */
  readonly ledgerSeconds: number;
}

/** Imports a file of registrations and inserts the same documents bare, each round into fresh databases. */
export class ImportRounds {
  readonly #connection: Connection;
  readonly #registry: SubgraphDefinition;
  readonly #seeded: SeededCollection;
  #database = 0;

  private constructor(connection: Connection, registry: SubgraphDefinition, seeded: SeededCollection) {
    this.#connection = connection;
    this.#registry = registry;
    this.#seeded = seeded;
  }

  /**
   * @param uri - the server
   * @param departments - of which the one that holds the subjects is imported into
   */
  static async open(uri: string, departments: readonly SubgraphDefinition[]): Promise<ImportRounds> {
    const seeded = seededCollections(departments).find(({ collection }) => collection.kind === 'SUBJECT');
    if (seeded === undefined) throw new Error('No department has sample rows of enterprises');
    return new ImportRounds(await openConnection(uri), seeded.subgraph, seeded);
  }

  /** Writes the file that is imported. */
  async writeFile({ path, ...setting }: SampleSetting & { readonly path: string }): Promise<void> {
    await writeEnterprisesCsv(path, this.#seeded, setting);
  }

  /** Measures one file once. */
  async round({ path }: { readonly path: string }): Promise<ImportRound> {
    const imported = await this.#freshDatabase();
    const bare = await this.#freshDatabase();
    const { collection } = this.#seeded;
    try {
      const cpuBefore = process.cpuUsage();
      const { seconds: importSeconds, result: report } = await timed(() => this.#import(imported, path));
      const { user, system } = process.cpuUsage(cpuBefore);
      const documents = await imported.database.facts(collection).find().toArray();
      const { seconds: insertSeconds } = await timed(() => insertDocuments(bare.database.facts(collection), documents));
      const inserted = await bare.database.facts(collection).countDocuments();
      if (inserted !== report.accepted) throw new Error(`${report.accepted} imported, but ${inserted} inserted`);
      const importCpuMs = (user + system) / 1_000;
      return { documents: inserted, quarantined: report.quarantined, importSeconds, insertSeconds, importCpuMs };
    } finally {
      await imported.database.db.dropDatabase();
      await bare.database.db.dropDatabase();
    }
  }

  /**
   * Imports one file into databases that another process may relay from, and waits until the ledger has an entry for each document
   * where that is asked for.
   */
  async importWithLedger({ path, prefix, waits }: LedgerImportRequest): Promise<LedgerImport> {
    const registry = connectSubgraph(this.#registry, this.#connection, prefix);
    await registry.database.ensureIndexes();
    const reader = readLedger(await openLedger(this.#connection, prefix), () => []);
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1_000;
    const { accepted } = await this.#import(registry, path);
    const importSeconds = seconds();
    while (waits && (await reader.head()) < accepted) await pause(10);
    return { importSeconds, ledgerSeconds: seconds(), documents: accepted };
  }

  /** Removes the databases of an import with a ledger. */
  async drop({ prefix }: { readonly prefix: string }): Promise<void> {
    const client = this.#connection.getClient();
    await Promise.all([this.#registry.name, LEDGER].map((name) => client.db(`${prefix}${name}`).dropDatabase()));
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  async #freshDatabase(): Promise<ConnectedSubgraph> {
    this.#database += 1;
    const subgraph = connectSubgraph(this.#registry, this.#connection, `bench${this.#database}_`);
    await subgraph.database.ensureIndexes();
    return subgraph;
  }

  async #import({ database, name }: ConnectedSubgraph, path: string): Promise<ImportReport> {
    return importFile({
      path,
      collection: this.#seeded.collection,
      database,
      // Registrations carry their own code: nothing has to be looked up.
      directory: { find: () => Promise.resolve([]) },
      profiles: loadProfiles(join(projectRoot(), 'subgraphs', name, 'sources')),
      operator: `bench@${name}`,
      now: new Date(),
    });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly result: T }> {
  const started = performance.now();
  const result = await work();
  return { seconds: (performance.now() - started) / 1_000, result };
}
