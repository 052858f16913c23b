import type { Connection } from 'mongoose';
import { openConnection } from '../../../src/data/DepartmentDatabase.ts';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import { checkSchema } from '../../../src/migration/checkSchema.ts';
import { planMigration } from '../../../src/migration/planMigration.ts';
import { runMigration } from '../../../src/migration/runMigration.ts';
import { connectSubgraph } from '../../../src/subgraph/connectSubgraph.ts';
import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';
import { department } from '../../../subgraphs/judiciary/department.ts';
import { testDatabase } from '../../kit/mongo.ts';
import {
  laterJudiciary,
  oldDefaulters,
  STEPS,
  storeOldDefaulters,
  type TextIdDocument,
} from '../../kit/oldJudiciary.ts';

describe('runMigration', () => {
  const database = testDatabase();
  let connection: Connection;
  let courts: ConnectedSubgraph;
  const versions = async (): Promise<readonly unknown[]> =>
    courts.database.db.collection('judgmentDefaulters').distinct('schemaVersion');

  beforeAll(async () => {
    connection = await openConnection(database.uri);
  });
  beforeEach(async () => {
    courts = connectSubgraph(laterJudiciary(), connection, database.prefix);
    await courts.database.db.dropDatabase();
    await storeOldDefaulters(courts.database.db, 1_200);
  });
  afterAll(async () => {
    await database.drop();
    await connection.close();
  });

  it('moves each document once where two run at the same time', async () => {
    const planned = await planMigration(courts);
    expect(planned).toMatchObject([{ documents: 1_500 }]);
    const both = ['one', 'other'].map(async (operator) => runMigration(courts, planned, { operator }));
    const moved = (await Promise.all(both)).flat().map((report) => report.moved);
    expect(moved.reduce((sum, count) => sum + count, 0)).toBe(1_500);
    expect(await versions()).toEqual([3]);
    const records = await courts.database.db.collection('schema_versions').find().toArray();
    expect(records).toMatchObject([{ _id: 'judgmentDefaulters', version: 3, finished: [{ from: 1, to: 3 }] }]);
    expect(records[0]).not.toHaveProperty('migration');
  });

  it('finds what an older release that still runs has written since, and moves that as well', async () => {
    await runMigration(courts, await planMigration(courts), { operator: 'tester' });
    const late = courts.database.db.collection<TextIdDocument>('judgmentDefaulters');
    await late.insertMany([...oldDefaulters(3, 5_000)]);
    expect(await planMigration(courts)).toMatchObject([{ documents: 3, from: 1, to: 3, isBegun: false }]);
    const reports = await runMigration(courts, await planMigration(courts), { operator: 'tester' });
    expect(reports).toEqual([{ collection: 'judiciary.judgmentDefaulters', from: 1, to: 3, moved: 3 }]);
    expect(await versions()).toEqual([3]);
  });

  it('lets no older release start any more, once it was begun', async () => {
    const older = connectSubgraph(department, connection, database.prefix);
    await expect(checkSchema(older, 'REFUSED')).resolves.toBeUndefined();
    const [first] = STEPS;
    const fails = (): never => {
      throw new Error('unreadable');
    };
    const steps = [...(first === undefined ? [] : [first]), { title: 'fails', move: fails }];
    const broken = connectSubgraph(laterJudiciary(steps), connection, database.prefix);
    const migration = runMigration(broken, await planMigration(broken), { operator: 'tester' });
    await expect(migration).rejects.toMatchObject({ code: 'MIGRATION_STEP_FAILED' });
    expect(await versions()).toEqual([]);
    const refusal = { code: 'SCHEMA_NEWER', details: { found: 3, known: 1 } };
    await expect(checkSchema(older, 'LEFT')).rejects.toMatchObject(refusal);
  });

  it('notes the version of an empty collection, whose first document is of that version', async () => {
    await courts.database.db.dropDatabase();
    await checkSchema(courts, 'REFUSED');
    const { judgmentDefaulters } = courts.collections;
    if (judgmentDefaulters === undefined) throw new Error('no collection');
    const draft = { id: 'one', subject: {}, values: {}, provider: {}, usageScope: 'PUBLIC', flags: [] } as const;
    const origin = { source: 'test', operator: 'tester', receivedAt: new Date() };
    const how = { origin, reason: 'CORRECTED', neverHas: new Set<string>() } as const;
    await writeFacts(courts.database, judgmentDefaulters, [draft], how);
    expect(await versions()).toEqual([3]);
    // The same again is the same, whatever layout it is stored in.
    const [again] = await writeFacts(courts.database, judgmentDefaulters, [draft], how);
    expect(again?.outcome).toBe('UNCHANGED');
  });
});
