import { MongoClient } from 'mongodb';
import { openKeyPair, type KeyPair } from '../../src/identity/keys.ts';
import { join } from 'node:path';
import { askOver, type HttpAnswer } from '../kit/askOver.ts';
import { MixedLoad } from '../kit/MixedLoad.ts';
import { testDatabase } from '../kit/mongo.ts';
import { PENALTY } from '../kit/openRemedyCity.ts';
import { penaltiesInLedger } from '../kit/penaltiesInLedger.ts';
import { ENTERPRISE, penaltyNo, PUNISH, recentPenalty, REGISTER } from '../kit/punishable.ts';
import { startProduct, type StartedProduct } from '../kit/runProduct.ts';
import { startReplicaSet, type ReplicaSet } from '../kit/startReplicaSet.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

/** Set it to minutes for the long form. */
const LONG_SECONDS = Number(process.env['FAULTS_SECONDS'] ?? 0);
const PATIENCE_MS = (LONG_SECONDS + 300) * 1_000;
const LEAST_KILLS = 2;
/** From the end of the election until a whole answer, and how much slower a busy machine may be. */
const RESUMES_WITHIN_MS = 2_000;
const SLOWER = 5;

const VIEW = 'query ($uscc: USCC!) { enterprise(uscc: $uscc) { name penalties { totalCount } } }';

interface View {
  readonly name: string;
  readonly penalties: { readonly totalCount: number } | null;
}

describe('a department in a replica set of its own whose primary is killed', () => {
  const folder = temporaryFolder();
  const shared = testDatabase();
  let set: ReplicaSet;
  let product: StartedProduct;
  let key: KeyPair;
  const clients: MongoClient[] = [];
  /** Answers of which the department's part was missing, and others that were not as promised. */
  const seen = { whole: 0, partial: 0, others: [] as string[] };
  let wholeAt = 0;

  const punish = async (number: number) =>
    askOver(product.url, PUNISH, { input: recentPenalty(number) }, { department: 'disclosure', key });
  /** The registry, in another database, answers all the time; the department says that it does not. */
  const read = async (): Promise<undefined> => {
    const reply = await askOver(product.url, VIEW, { uscc: ENTERPRISE.uscc });
    const { name, penalties } = (reply.data?.['enterprise'] ?? {}) as Partial<View>;
    if (reply.status !== 200 || name !== ENTERPRISE.name) seen.others.push(JSON.stringify(reply));
    else if (penalties) {
      seen.whole += 1;
      wholeAt = performance.now();
    } else if (isSaid(reply)) seen.partial += 1;
    else seen.others.push(JSON.stringify(reply));
  };
  const isSaid = ({ errors = [] }: HttpAnswer): boolean =>
    errors.length > 0 &&
    errors.every(
      ({ extensions: { code, service, retryable } }) =>
        code === 'DEPARTMENT_UNAVAILABLE' && service === 'disclosure' && retryable === true,
    );

  beforeAll(async () => {
    set = await startReplicaSet();
    const environment = {
      ...{ MONGODB_URI: shared.uri, DISCLOSURE_MONGODB_URI: set.uri, DATABASE_PREFIX: shared.prefix, DATA_DIR: folder },
      ...{ BUDGET_OPEN: 'off', BUDGET_INTERNAL: 'off' },
    };
    product = await startProduct(environment, ['start', '--no-sample']);
    key = await openKeyPair(join(folder, 'keys'), 'tokens');
    clients.push(await MongoClient.connect(set.uri), await MongoClient.connect(shared.uri));
    const registry = { department: 'registry', key };
    expect(await askOver(product.url, REGISTER, { input: ENTERPRISE }, registry)).toMatchObject({
      data: { enterpriseCreate: { errors: [] } },
    });
    expect(await punish(0)).toMatchObject({ data: { penaltyCreate: { errors: [] } } });
  }, PATIENCE_MS);
  afterAll(async () => {
    await Promise.all(clients.map(async (client) => client.close()));
    await product.end('SIGKILL');
    await set.stop();
    await shared.drop();
  }, PATIENCE_MS);

  it(
    'loses no acknowledged write, answers again with the election, and nothing has to be restarted',
    async () => {
      const load = new MixedLoad({ read, write: punish, readers: 2 });
      const figures: { readonly elected: number; readonly resumed: number }[] = [];
      const until = Date.now() + LONG_SECONDS * 1_000;
      while (figures.length < LEAST_KILLS || Date.now() < until) {
        await load.goOn(10);
        const killed = await set.killPrimary();
        const killedAt = performance.now();
        await killed.succeeded();
        const electedAt = performance.now();
        // What was on its way when it was killed may have been answered before.
        while (wholeAt < electedAt) await load.goOn(1);
        figures.push({ elected: electedAt - killedAt, resumed: wholeAt - electedAt });
        await killed.restart();
      }
      await load.goOn(10);
      const { reads, acknowledged, retryable, failedWrites } = await load.end();
      const [disclosure, ledger] = ['disclosure', 'ledger'].map((name, at) =>
        clients[at]?.db(`${shared.prefix}${name}`),
      );
      if (disclosure === undefined || ledger === undefined) throw new Error('Not connected.');
      const { facts, stored, entered } = await penaltiesInLedger(disclosure, ledger);
      process.stdout.write(
        `primary killed ${figures.length} times: elected after ${shown(figures.map(({ elected }) => elected))} ms, ` +
          `read again ${shown(figures.map(({ resumed }) => resumed))} ms later; ${reads} reads (${seen.partial} partial), ` +
          `${acknowledged.size} writes acknowledged, ${retryable} to be retried, ${stored.length} stored\n`,
      );
      expect(seen.others).toEqual([]);
      expect(failedWrites).toEqual([]);
      const numbers = new Map(facts.map(({ _id, docNo: number }) => [_id, number as unknown]));
      expect([...acknowledged].filter(([number, id]) => numbers.get(id) !== penaltyNo(number))).toEqual([]);
      expect(facts.filter(({ fine }) => String(fine) !== PENALTY.fine)).toEqual([]);
      expect(entered).toEqual(stored);
      expect(acknowledged.size).toBeGreaterThan(10);
      expect(Math.max(...figures.map(({ resumed }) => resumed))).toBeLessThan(RESUMES_WITHIN_MS * SLOWER);
    },
    PATIENCE_MS,
  );
});

function shown(figures: readonly number[]): string {
  return figures.map((figure) => figure.toFixed(0)).join(', ');
}
