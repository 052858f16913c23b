import { StartError } from '../errors/StartError.ts';
import { migratedCollections, type MigratedCollection, type StoringDepartment } from './MigratedCollection.ts';
import { moveDocuments } from './moveDocuments.ts';
import { olderThan, type PlannedMigration } from './planMigration.ts';
import { schemaRecordsOf, type MigrationRun, type SchemaRecord } from './SchemaRecord.ts';

/** Who moves documents, and which. */
export interface Migrating {
  /** As `name` or `name@department`. */
  readonly operator: string;
  /** Told of each collection that is begun with, and after each batch how many documents of it are moved. */
  readonly onProgress?: (planned: PlannedMigration, moved: number) => void;
}

/** What became of one collection. */
export interface MigrationReport extends Pick<PlannedMigration, 'collection' | 'from' | 'to'> {
  /** Documents that this run has moved; another may have moved the rest. */
  readonly moved: number;
}

/** Documents that are read, laid out anew and written at once. */
const BATCH = 500;
/** How often all documents are gone through where others write older ones meanwhile. */
const MOST_PASSES = 5;

/**
 * Moves the documents of a department to the versions that the program reads.
 *
 * It is noted first that newer documents are there, so that an older program does not start any more. How far it came is noted after each
 * batch: where it is cut off, the next run goes on there. Two at once do no harm, since each document is moved by a write that meets it
 * only as it was read.
 *
 * @param department - on its database
 * @param planned - by `planMigration`: all, or some of it
 * @param migrating - see {@link Migrating}
 * @throws StartError MIGRATION_STEP_FAILED, or MIGRATION_HINDERED where older documents are written all the while
 */
export async function runMigration(
  department: StoringDepartment,
  planned: readonly PlannedMigration[],
  { operator, onProgress }: Migrating,
): Promise<readonly MigrationReport[]> {
  const collections = new Map(migratedCollections(department).map((each) => [each.id, each]));
  const reports: MigrationReport[] = [];
  for (const plan of planned) {
    const collection = collections.get(plan.collection);
    if (collection === undefined) continue;
    onProgress?.(plan, 0);
    const moving = new Moving(department, collection, operator, (moved) => onProgress?.(plan, moved));
    const { collection: id, from, to } = plan;
    reports.push({ ...{ collection: id, from, to }, moved: await moving.run() });
  }
  return reports;
}

/** One collection on its way to the program's version. */
class Moving {
  readonly #department: StoringDepartment;
  readonly #collection: MigratedCollection;
  readonly #operator: string;
  readonly #onProgress: (moved: number) => void;
  #moved = 0;

  constructor(
    department: StoringDepartment,
    collection: MigratedCollection,
    operator: string,
    onProgress: (moved: number) => void,
  ) {
    this.#department = department;
    this.#collection = collection;
    this.#operator = operator;
    this.#onProgress = onProgress;
  }

  /** @returns how many documents it has moved */
  async run(): Promise<number> {
    const begun = await this.#begin();
    for (const place of this.#collection.places) {
      await this.#movePlace(place, begun.movedUpTo[place]);
      for (let pass = 1; await this.#holdsOlder(place); pass += 1) {
        if (pass === MOST_PASSES) throw new StartError('MIGRATION_HINDERED', { collection: this.#collection.id });
        await this.#movePlace(place, undefined);
      }
    }
    await this.#finish();
    return this.#moved;
  }

  /** What was begun with another version in mind begins anew with its first document. */
  async #begin(): Promise<MigrationRun> {
    const { name, version: to } = this.#collection;
    const anew = { to, begunAt: '$$NOW', begunBy: { $literal: this.#operator }, movedUpTo: {}, moved: 0 };
    const migration = { $cond: [{ $eq: ['$migration.to', to] }, '$migration', anew] };
    const version = { $ifNull: ['$version', 1] };
    const record = await this.#records.findOneAndUpdate(
      { _id: name },
      [{ $set: { version, newest: { $max: ['$newest', to] }, migration } }],
      { upsert: true, returnDocument: 'after' },
    );
    if (record?.migration === undefined) throw new Error(`The migration of ${name} was not noted.`);
    return record.migration;
  }

  async #movePlace(place: string, movedUpTo: unknown): Promise<void> {
    let after = movedUpTo;
    for (;;) {
      const older = olderThan(this.#collection.version);
      const filter = after === undefined ? older : { $and: [older, { _id: { $gt: after as never } }] };
      const documents = await this.#place(place).find(filter).sort({ _id: 1 }).limit(BATCH).toArray();
      const last = documents.at(-1);
      if (last === undefined) return;
      const moved = await moveDocuments(this.#place(place), documents, this.#collection);
      after = last._id;
      this.#moved += moved;
      await this.#records.updateOne(
        { _id: this.#collection.name, 'migration.to': this.#collection.version },
        { $max: { [`migration.movedUpTo.${place}`]: after }, $inc: { 'migration.moved': moved } },
      );
      this.#onProgress(this.#moved);
    }
  }

  async #holdsOlder(place: string): Promise<boolean> {
    const found = await this.#place(place).findOne(olderThan(this.#collection.version), { projection: { _id: 1 } });
    return found !== null;
  }

  /** Nothing where another run of the same has finished it meanwhile. */
  async #finish(): Promise<void> {
    const { name, version: to } = this.#collection;
    const { begunAt, begunBy, moved } = RUN;
    const finished = { from: '$version', to, begunAt, begunBy, moved, finishedAt: '$$NOW' };
    await this.#records.updateOne({ _id: name, 'migration.to': to }, [
      { $set: { finished: { $concatArrays: [{ $ifNull: ['$finished', []] }, [finished]] } } },
      { $set: { version: to } },
      { $unset: 'migration' },
    ]);
  }

  get #records(): ReturnType<typeof schemaRecordsOf> {
    return schemaRecordsOf(this.#department.database);
  }

  #place(name: string): ReturnType<StoringDepartment['database']['db']['collection']> {
    return this.#department.database.db.collection(name);
  }
}

/** The parts of a run that are kept, as a pipeline reads them. */
const RUN = {
  begunAt: '$migration.begunAt',
  begunBy: '$migration.begunBy',
  moved: '$migration.moved',
} satisfies Partial<Record<keyof Required<SchemaRecord>['migration'], string>>;
