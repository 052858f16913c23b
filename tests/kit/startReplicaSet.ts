import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, type Document } from 'mongodb';
import { findMongod } from '../../src/mongod/findMongod.ts';
import { freePort } from './freePort.ts';
import { mongodConfig, silent } from './mongodConfig.ts';

/** A replica set of three servers, of which one can be killed at a time. */
export interface ReplicaSet {
  readonly uri: string;
  /** Kills the primary as a power cut would. */
  killPrimary(): Promise<KilledMember>;
  /** Ends all and removes their data. */
  stop(): Promise<void>;
}

/** A member that was killed. */
export interface KilledMember {
  /** Waits until another member is the primary. */
  succeeded(): Promise<void>;
  /** Starts it again with its data and waits until it has caught up. */
  restart(): Promise<void>;
}

interface Member {
  readonly host: string;
  readonly start: () => ChildProcess;
  running: ChildProcess;
}

const NAME = 'three';
const PATIENCE_MS = 120_000;
const PRIMARY = 1;
const SECONDARY = 2;
/** A primary is missed sooner than with MongoDB's own 10 s, so that more elections fit into a test. */
const SETTINGS = { electionTimeoutMillis: 2_000, heartbeatIntervalMillis: 500 };

/** Starts it, and waits until it has a primary and all members are in step. */
export async function startReplicaSet(): Promise<ReplicaSet> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-three-'));
  const { path } = await findMongod(mongodConfig({ DATA_DIR: folder }), silent);
  const members = await Promise.all(
    [0, 1, 2].map(async (at): Promise<Member> => {
      const place = join(folder, String(at));
      await mkdir(place);
      const port = await freePort();
      const start = (): ChildProcess => spawn(path, argumentsFor(place, port), { stdio: 'ignore' });
      return { host: `127.0.0.1:${port}`, start, running: start() };
    }),
  );
  const [first] = members;
  if (first === undefined) throw new Error('There are no members.');
  const config = { _id: NAME, settings: SETTINGS, members: members.map(({ host }, _id) => ({ _id, host })) };
  await untilSo(async () => (await asked(first, { replSetInitiate: config }))?.['ok'] === 1);
  await untilSo(async () => isInStep(members));
  return {
    uri: `mongodb://${members.map(({ host }) => host).join(',')}/?replicaSet=${NAME}`,
    async killPrimary() {
      const primary = await primaryOf(members);
      if (primary === undefined) throw new Error('There is no primary.');
      await kill(primary);
      const others = members.filter((member) => member !== primary);
      return {
        succeeded: async () => untilSo(async () => (await primaryOf(others)) !== undefined),
        async restart() {
          primary.running = primary.start();
          await untilSo(async () => isInStep(members));
        },
      };
    },
    async stop() {
      await Promise.all(members.map(kill));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function argumentsFor(folder: string, port: number): string[] {
  return [
    ...['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket', '--replSet', NAME],
    ...['--oplogSize', '990', '--wiredTigerCacheSizeGB', '0.25'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ];
}

async function kill({ running }: Member): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const ended = once(running, 'exit');
  running.kill('SIGKILL');
  await ended;
}

async function primaryOf(members: readonly Member[]): Promise<Member | undefined> {
  for (const member of members) {
    if ((await asked(member, { hello: 1 }))?.['isWritablePrimary'] === true) return member;
  }
  return undefined;
}

/** Whether each member is a primary or a secondary, as all of them see it, so that any may be killed. */
async function isInStep(members: readonly Member[]): Promise<boolean> {
  const states = await Promise.all(
    members.map(async (member) => {
      const status = await asked(member, { replSetGetStatus: 1 });
      const seen = (status?.['members'] ?? []) as { readonly state: number; readonly health: number }[];
      return seen.map(({ state, health }) => health === 1 && (state === PRIMARY || state === SECONDARY));
    }),
  );
  return states.every((seen) => seen.length === members.length && seen.every(Boolean)) && !!(await primaryOf(members));
}

/** What one member answers; nothing where it does not. */
async function asked({ host }: Member, command: Document): Promise<Document | undefined> {
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 2_000 });
  try {
    return await client.db('admin').command(command);
  } catch {
    return undefined;
  } finally {
    await client.close();
  }
}

async function untilSo(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('The replica set is not ready after two minutes.');
    await pause(50);
  }
}
