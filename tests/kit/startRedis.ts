import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './freePort.ts';

/** A Redis of the test's own, empty, that can be killed and comes back at the same place. */
export interface TestRedis {
  readonly url: string;
  /** Kills it as a power cut would; what it held is gone. */
  kill(): Promise<void>;
  /** Starts it again after it was killed. */
  restart(): Promise<void>;
  /** Lets it hang without ending it, or go on. */
  pause(isPaused: boolean): void;
  stop(): Promise<void>;
}

/** Where Debian's package puts the server. */
const SERVER = '/usr/bin/redis-server';
const HAS_REDIS = existsSync(SERVER);
const PATIENCE_MS = 10_000;

/** What stands behind the title of tests that are skipped; empty where there is a Redis. */
export const NO_REDIS = HAS_REDIS ? '' : ` (skipped: no ${SERVER})`;

/** Tests that need a real Redis; counted as skipped where there is none. */
export const describeWithRedis = HAS_REDIS ? describe : describe.skip;

/** Starts a Redis on a free port, without anything on disk. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-redis-'));
  const port = await freePort();
  const start = async (): Promise<ChildProcess> => {
    const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
    const server = spawn(SERVER, words, { stdio: 'ignore' });
    await untilUp(port);
    return server;
  };
  const kill = async (): Promise<void> => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };
  let running = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      running = await start();
    },
    pause(isPaused) {
      running.kill(isPaused ? 'SIGSTOP' : 'SIGCONT');
    },
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilUp(port: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await accepts(port))) {
    if (Date.now() > until) throw new Error('Redis does not start');
    await setTimeout(20);
  }
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
