import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadDepartments } from '../../gateway/departments.ts';
import { openKeyPair } from '../../src/identity/keys.ts';
import { askOver, type HttpAnswer } from './askOver.ts';
import { freePort } from './freePort.ts';
import { testDatabase, type TestDatabase } from './mongo.ts';
import { startProduct, type StartedProduct } from './runProduct.ts';
import { startBalancer, type Balancer } from './startBalancer.ts';

/** The service that joins departments; the others are departments, by name. */
export const GATEWAYS = 'gateway';
/** How many processes each service has. */
export const REPLICAS = [0, 1] as const;

/** One process of a service, always at the same address. */
export class Replica {
  readonly url: string;
  readonly #start: () => Promise<StartedProduct>;
  #running: StartedProduct | undefined;

  /**
   * @param url - where it listens
   * @param start - starts it there
   */
  constructor(url: string, start: () => Promise<StartedProduct>) {
    this.url = url;
    this.#start = start;
  }

  /** Starts it and waits until it listens. */
  async start(): Promise<void> {
    this.#running = await this.#start();
  }

  /** Sends a signal. */
  signal(signal: NodeJS.Signals): void {
    if (this.#running !== undefined) process.kill(this.#running.pid, signal);
  }

  /** Sends a signal and waits for the end: what it exits with, and after how many seconds. */
  async end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly seconds: number }> {
    const began = performance.now();
    const code = (await this.#running?.end(signal)) ?? null;
    this.#running = undefined;
    return { code, seconds: (performance.now() - began) / 1_000 };
  }
}

/** One service: a balancer and the processes behind it. */
export interface Service {
  readonly name: string;
  readonly balancer: Balancer;
  readonly replicas: readonly Replica[];
}

/** The product in the shape of production: two processes of each service, each behind a balancer. */
export interface Cluster {
  /** Where clients ask. */
  readonly url: string;
  readonly services: readonly Service[];
  /** @throws Error where there is none of the name */
  service(name: string): Service;
  readonly database: TestDatabase;
  /** Sends an operation; as the public, or as the staff of a department. */
  ask(query: string, variables: object, department?: string, url?: string): Promise<HttpAnswer>;
  stop(): Promise<void>;
}

const SETTINGS = { BUDGET_OPEN: 'off', BUDGET_INTERNAL: 'off', SHUTDOWN_DELAY: '2', LOG_LEVEL: 'warn' };
const READY_MS = 120_000;

/**
 * Starts two gateways and two processes of some departments. The other departments of the product have addresses, too, at which
 * nobody answers.
 *
 * @param names - the departments that run
 */
export async function startCluster(names: readonly string[]): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-cluster-'));
  const database = testDatabase();
  const file = join(folder, 'subgraphs.yaml');
  const services: Service[] = [];
  const open = async (name: string, wordsAt: (port: string) => readonly string[]): Promise<Service> => {
    const ports = await Promise.all(REPLICAS.map(async () => freePort()));
    const replicas = ports.map((port) => {
      const start = async (): Promise<StartedProduct> => startProduct(environment, wordsAt(String(port)));
      return new Replica(`http://127.0.0.1:${port}`, start);
    });
    const service = { name, replicas, balancer: await startBalancer(replicas.map(({ url }) => url)) };
    services.push(service);
    return service;
  };
  const gateways = await open(GATEWAYS, (port) => [GATEWAYS, '--subgraphs', file, '--port', port]);
  const environment = {
    ...{ MONGODB_URI: database.uri, DATABASE_PREFIX: database.prefix, DATA_DIR: folder, ...SETTINGS },
    GATEWAY_URL: gateways.balancer.url,
  };
  for (const name of names) await open(name, (port) => ['subgraph', name, '--port', port]);
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const addresses = (await loadDepartments()).map(({ name }) => {
    const url = services.find((service) => service.name === name)?.balancer.url ?? nobody;
    return `  ${name}: ${url}`;
  });
  await writeFile(file, `subgraphs:\n${addresses.join('\n')}\n`);
  // The first of each makes keys and indexes.
  for (const at of REPLICAS) await Promise.all(services.map(async ({ replicas }) => replicas[at]?.start()));
  await Promise.all(services.map(async (service) => untilReady(service)));
  const key = await openKeyPair(join(folder, 'keys'), 'tokens');
  return {
    url: gateways.balancer.url,
    services,
    database,
    service(name) {
      const found = services.find((service) => service.name === name);
      if (found === undefined) throw new Error(`There is no service ${name}.`);
      return found;
    },
    ask: async (query, variables, department, url = gateways.balancer.url) =>
      askOver(url, query, variables, department === undefined ? undefined : { department, key }),
    async stop() {
      const all = services.flatMap(({ replicas }) => replicas);
      await Promise.all(all.map(async (replica) => replica.end('SIGKILL')));
      await Promise.all(services.map(async ({ balancer }) => balancer.stop()));
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Waits until a balancer sends requests to every process of its service.
 *
 * @throws Error after two minutes
 */
export async function untilReady({ name, replicas, balancer }: Service): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (!replicas.every(({ url }) => balancer.isReady(url))) {
    if (Date.now() > deadline) throw new Error(`${name} is not ready.`);
    await pause(50);
  }
}
