import type { Document } from 'mongodb';
import type { WriteSetting } from '../../../src/data/planWrite.ts';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import { initiateReplicaSet, REPLICA_SET } from '../../../src/mongod/initiateReplicaSet.ts';
import { startBareMongod, type BareMongod } from '../../kit/startBareMongod.ts';
import { draftOf, openToyDatabase, toyFacts, type ToyDatabase } from './toyFacts.ts';

let server: BareMongod;
let toy: ToyDatabase;
beforeAll(async () => {
  server = await startBareMongod('--replSet', REPLICA_SET, '--setParameter', 'enableTestCommands=1');
  await initiateReplicaSet(server.host);
  const uri = `mongodb://${server.host}/?replicaSet=${REPLICA_SET}`;
  toy = await openToyDatabase({ uri, prefix: '', drop: () => Promise.resolve() });
});
beforeEach(async () => {
  await toy.clear();
  await write('旧');
});
afterEach(() => fail('off', {}));
afterAll(async () => {
  await toy.close();
  await server.stop();
});

const PERSON: WriteSetting = {
  origin: { source: 'mutation', operator: 'li@toy', receivedAt: new Date('2026-06-15T04:00:00Z') },
  reason: 'CORRECTED',
  neverHas: new Set(),
};

async function write(content: string, setting: Partial<WriteSetting> = {}): Promise<string[]> {
  const drafts = [draftOf({ number: '1', content }), draftOf({ number: content })];
  const written = await writeFacts(toy.database, toyFacts, drafts, { ...PERSON, ...setting });
  return written.map(({ outcome }) => outcome);
}

/** Makes the server itself fail commands. */
async function fail(mode: 'off' | { readonly times: number }, data: Document): Promise<void> {
  const admin = toy.connection.getClient().db('admin');
  await admin.command({ configureFailPoint: 'failCommand', mode, data });
}

describe('a write whose server stumbles', () => {
  it.each<[string, number, Document]>([
    ['refuses the transaction for the moment', 3, { failCommands: ['insert', 'bulkWrite'], errorCode: 112 }],
    ['has lost the transaction at its commit', 3, { failCommands: ['commitTransaction'], errorCode: 251 }],
    ['drops the connection in the middle', 1, { failCommands: ['insert'], closeConnection: true }],
    ['drops the connection before it commits', 5, { failCommands: ['commitTransaction'], closeConnection: true }],
    [
      'commits and loses the answer',
      5,
      { failCommands: ['commitTransaction'], writeConcernError: { code: 91, errmsg: 'shutting down' } },
    ],
  ])('that %s, is written once, and says so', async (_what, times, data) => {
    await fail({ times }, { errorLabels: labelsFor(data), ...data });
    expect(await write('新')).toEqual(['CHANGED', 'CREATED']);
    const { facts, revisions, outbox } = await toy.stored();
    expect(facts.map(({ number, content, record }) => [number, content, record.revision]).sort()).toEqual(
      [
        ['1', '新', 2],
        ['旧', undefined, 1],
        ['新', undefined, 1],
      ].sort(),
    );
    expect(revisions.map(({ content, record }) => [content, record.revision])).toEqual([['旧', 1]]);
    expect(outbox.map(({ revision }) => revision).sort()).toEqual([1, 1, 1, 2]);
  });

  it('is given up with the server\u2019s own error where it never recovers; nothing is written', async () => {
    const before = await toy.stored();
    await fail({ times: 1000 }, { failCommands: ['insert'], errorCode: 13 });
    await expect(write('新')).rejects.toMatchObject({ code: 13 });
    await fail('off', {});
    expect(await toy.stored()).toEqual(before);
  });
});

function labelsFor({ errorCode }: Document): readonly string[] | undefined {
  return errorCode === undefined ? undefined : ['TransientTransactionError'];
}
