import type { ClientSession, Collection } from 'mongodb';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';

/** Counts what took something away from somebody, so that whoever remembers an authorisation knows when to forget it. */
interface VersionDocument {
  readonly _id: 'version';
  readonly version: number;
}

const MAJORITY = { writeConcern: { w: 'majority' } } as const;

/**
 * The version of all authorisations and of the register of agencies.
 *
 * @param database - of the financial office
 * @returns 0 where nothing was ever taken back
 */
export async function authorisationVersion(database: Pick<DepartmentDatabase, 'db'>): Promise<number> {
  const found = await versions(database).findOne({ _id: 'version' });
  return found?.version ?? 0;
}

/**
 * Changes what others may remember, and the version with it, both or neither.
 *
 * @param database - of the financial office
 * @param change - writes in the session that it is given; may be called again
 */
export async function changeVersioned<T>(
  database: Pick<DepartmentDatabase, 'db' | 'withSession'>,
  change: (session: ClientSession) => Promise<T>,
): Promise<T> {
  return database.withSession(async (session) =>
    session.withTransaction(async () => {
      const changed = await change(session);
      await versions(database).updateOne({ _id: 'version' }, { $inc: { version: 1 } }, { upsert: true, session });
      return changed;
    }, MAJORITY),
  );
}

function versions({ db }: Pick<DepartmentDatabase, 'db'>): Collection<VersionDocument> {
  return db.collection<VersionDocument>('authorisationVersion');
}
