import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { HttpAnswer } from '../kit/askOver.ts';
import { MixedLoad } from '../kit/MixedLoad.ts';
import { penaltiesInLedger, type PenaltiesInLedger } from '../kit/penaltiesInLedger.ts';
import { ENTERPRISE, PUNISH, recentPenalty, REGISTER } from '../kit/punishable.ts';
import { GATEWAYS, REPLICAS, startCluster, untilReady, type Cluster } from '../kit/startCluster.ts';

/** Set it to minutes for the long form, which goes round and round. */
const LONG_SECONDS = Number(process.env['FAULTS_SECONDS'] ?? 0);
const PATIENCE_MS = (LONG_SECONDS + 300) * 1_000;
/** What is promised, and how much slower a busy machine may be. */
const EXITS_WITHIN_S = 10;
const OPENS_WITHIN_MS = 2_000;
const SLOWER = 5;

/** Starting a process is what takes most of the time. */
const DEPARTMENTS = ['registry', 'disclosure', ...(LONG_SECONDS > 0 ? ['credit'] : [])];
const TIMELINE = LONG_SECONDS > 0 ? 'timeline { nodes { factType } }' : '';
const VIEW = `query ($uscc: USCC!) { enterprise(uscc: $uscc) { name penalties { nodes { id } } ${TIMELINE} } }`;

interface View {
  readonly name: string | null;
  readonly penalties: object | null;
  /** Not asked for in the short form. */
  readonly timeline?: object | null;
}

describe('two gateways and two of each department behind balancers', () => {
  let cluster: Cluster;
  let client: MongoClient;
  const killed: Record<string, number> = {};
  const note = (what: string): void => {
    killed[what] = (killed[what] ?? 0) + 1;
  };

  const view = async (url?: string) => cluster.ask(VIEW, { uscc: ENTERPRISE.uscc }, undefined, url);
  const punish = async (number: number) => cluster.ask(PUNISH, { input: recentPenalty(number) }, 'disclosure');
  const isWhole = ({ status, data, errors }: HttpAnswer): boolean => {
    const { name, penalties, timeline } = (data?.['enterprise'] ?? {}) as Partial<View>;
    return status === 200 && errors === undefined && Boolean(name && penalties) && timeline !== null;
  };
  const read = async (): Promise<string | undefined> => {
    const reply = await view();
    return isWhole(reply) ? undefined : JSON.stringify(reply);
  };

  beforeAll(async () => {
    cluster = await startCluster(DEPARTMENTS);
    client = new MongoClient(cluster.database.uri);
    expect(await cluster.ask(REGISTER, { input: ENTERPRISE }, 'registry')).toMatchObject({
      data: { enterpriseCreate: { errors: [] } },
    });
    expect(await punish(0)).toMatchObject({ data: { penaltyCreate: { errors: [] } } });
  }, PATIENCE_MS);
  afterAll(async () => {
    await client.close();
    await cluster.stop();
  }, PATIENCE_MS);

  const inLedger = async (): Promise<PenaltiesInLedger> => {
    const { prefix } = cluster.database;
    return penaltiesInLedger(client.db(`${prefix}disclosure`), client.db(`${prefix}ledger`));
  };

  it(
    'lose no read and halve no write while every process is replaced',
    async () => {
      const load = new MixedLoad({ read, write: punish, readers: 3 });
      const exits: { readonly code: number | null; readonly seconds: number }[] = [];
      const until = Date.now() + LONG_SECONDS * 500;
      do {
        for (const at of REPLICAS) {
          await Promise.all(
            cluster.services.map(async (service) => {
              const replica = service.replicas[at];
              if (replica === undefined) return;
              exits.push(await replica.end('SIGTERM'));
              note(`${service.name} ended`);
              await replica.start();
              await untilReady(service);
            }),
          );
        }
      } while (Date.now() < until);
      const { reads, failedReads, acknowledged, retryable, failedWrites } = await load.end();
      const slowest = Math.max(...exits.map(({ seconds }) => seconds));
      process.stdout.write(
        `replaced: ${JSON.stringify(killed)}; slowest exit ${slowest.toFixed(1)} s; ${reads} reads, ` +
          `${acknowledged.size} writes acknowledged, ${retryable} to be retried\n`,
      );
      expect(failedReads).toEqual([]);
      expect(failedWrites).toEqual([]);
      expect(exits.filter(({ code }) => code !== 0)).toEqual([]);
      expect(slowest).toBeLessThan(EXITS_WITHIN_S);
      expect(exits.length).toBeGreaterThanOrEqual(cluster.services.length * REPLICAS.length);
      expect(Math.min(reads, acknowledged.size)).toBeGreaterThan(20);
      const { stored, entered } = await inLedger();
      expect(entered).toEqual(stored);
      expect([...acknowledged.values()].filter((id) => !stored.includes(`${id}@1`))).toEqual([]);
    },
    PATIENCE_MS,
  );

  /** Kills one of two processes of a department under load; it stays away. */
  async function expectNoLossWithoutOne(): Promise<void> {
    const load = new MixedLoad({ read, write: punish, readers: 3 });
    await load.goOn(10);
    await cluster.service('disclosure').replicas[0]?.end('SIGKILL');
    note('one disclosure killed');
    await load.goOn(30);
    const { reads, failedReads, failedWrites } = await load.end();
    process.stdout.write(`one of two killed: ${reads} reads\n`);
    expect([failedReads, failedWrites]).toEqual([[], []]);
  }

  /** Asks one gateway again and again, without waiting for answers, until one of them is as wanted; tells after how long. */
  async function until(isWanted: (reply: HttpAnswer) => boolean, url: string, seen: HttpAnswer[]): Promise<number> {
    const began = performance.now();
    let took: number | undefined;
    const asked: Promise<void>[] = [];
    while (took === undefined) {
      if (performance.now() - began > 60_000) throw new Error(`Not so after a minute: ${JSON.stringify(seen.at(-1))}`);
      asked.push(
        view(url).then((reply) => {
          seen.push(reply);
          if (isWanted(reply)) took ??= performance.now() - began;
        }),
      );
      await pause(100);
    }
    await Promise.all(asked);
    return took;
  }

  /** Has a fault begin and end, and checks what it costs in between. */
  async function expectOwnFieldsOnly(
    fault: string,
    begin: () => Promise<void>,
    end: () => Promise<void>,
  ): Promise<void> {
    const gateways = cluster.service(GATEWAYS).replicas.map(({ url }) => url);
    const seen: HttpAnswer[] = [];
    const began = Date.now();
    await begin();
    note(`disclosure ${fault}`);
    const isLost = ({ errors }: HttpAnswer): boolean => errors !== undefined;
    const opened = await Promise.all(gateways.map(async (url) => until(isLost, url, seen)));
    const refused = await punish(0);
    const noticed = Date.now();
    await end();
    await untilReady(cluster.service('disclosure'));
    const closed = await Promise.all(gateways.map(async (url) => until(isWhole, url, [])));
    const lost = seen.filter((reply) => !isWhole(reply));
    const figures = [opened, closed].map((times) => times.map((ms) => ms.toFixed(0)).join(', '));
    process.stdout.write(
      `disclosure ${fault}: known after ${figures[0]} ms, back after ${figures[1]} ms, ${lost.length} answers\n`,
    );
    for (const { status, data, errors = [] } of lost) {
      const { name, penalties, timeline } = data?.['enterprise'] as View;
      expect([status, name, penalties]).toEqual([200, ENTERPRISE.name, null]);
      expect(timeline).not.toBeNull();
      const [{ extensions, path } = { extensions: {}, path: [] }, ...others] = errors;
      expect(others).toEqual([]);
      expect(extensions).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', service: 'disclosure', retryable: true });
      expect(extensions['owner']).toMatch(/\p{Script=Han}/u);
      expect(path).toEqual(['enterprise', 'penalties']);
      const since = Date.parse(String(extensions['since']));
      expect(since).toBeGreaterThanOrEqual(began - 1_000);
      expect(since).toBeLessThanOrEqual(noticed);
    }
    expect(lost.length).toBeGreaterThan(0);
    expect(refused.errors).toMatchObject([{ extensions: { code: 'DEPARTMENT_UNAVAILABLE', retryable: true } }]);
    expect(Math.max(...opened, ...closed)).toBeLessThan(OPENS_WITHIN_MS * SLOWER);
  }

  it(
    'lose no read with one process killed; both killed, halted or answering rubbish cost their own fields only',
    async () => {
      const { replicas, balancer } = cluster.service('disclosure');
      const urls = replicas.map(({ url }) => url);
      const signal = (name: NodeJS.Signals) => async (): Promise<void> => {
        for (const replica of replicas) replica.signal(name);
        return Promise.resolve();
      };
      const rubbish = createServer((_, reply) => reply.end('<html>welcome</html>')).listen(0, '127.0.0.1');
      await once(rubbish, 'listening');
      const rubbishUrl = `http://127.0.0.1:${(rubbish.address() as AddressInfo).port}`;
      const killAll = async (): Promise<void> => {
        await Promise.all(replicas.map(async (replica) => replica.end('SIGKILL')));
      };
      const startAll = async (): Promise<void> => {
        await Promise.all(replicas.map(async (replica) => replica.start()));
      };
      const answerRubbish = async (from: readonly string[]): Promise<void> => {
        balancer.use(from);
        return Promise.resolve();
      };
      const deadline = Date.now() + LONG_SECONDS * 500;
      do {
        await expectNoLossWithoutOne();
        await expectOwnFieldsOnly('killed', killAll, startAll);
        await expectOwnFieldsOnly('halted', signal('SIGSTOP'), signal('SIGCONT'));
        await expectOwnFieldsOnly(
          'answers rubbish',
          () => answerRubbish([rubbishUrl]),
          () => answerRubbish(urls),
        );
      } while (Date.now() < deadline);
      rubbish.close();
      const { stored, entered } = await inLedger();
      expect(entered).toEqual(stored);
      process.stdout.write(`faults: ${JSON.stringify(killed)}; ${stored.length} penalties, each once in the ledger\n`);
    },
    PATIENCE_MS,
  );
});
