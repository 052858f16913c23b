import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { DevelopmentUser } from '../../src/identity/development/developmentUsers.ts';
import { doorPath } from '../kit/doorPath.ts';
import { testDatabase } from '../kit/mongo.ts';
import { runProduct, startProduct, type StartedProduct } from '../kit/runProduct.ts';
import type { CityReply } from '../kit/startTestCity.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

const GIVEN = '{ authorisations(status: ACTIVE, first: 10) { nodes { number usage fields subject { uscc } } } }';
const CLOSED = 'query ($uscc: USCC!) { enterprise(uscc: $uscc) { commitments { nodes { record { usageScope } } } } }';
/** Operations that ask at the same moment. */
const AT_ONCE = 8;

interface Given {
  readonly number: string;
  readonly usage: 'ONCE' | 'MANY';
  readonly subject: { readonly uscc: string };
}

describe('uses of authorisations by a product that is killed', () => {
  const database = testDatabase();
  const environment = {
    ...{ MONGODB_URI: database.uri, DATABASE_PREFIX: database.prefix, BUDGET_AGENCY: 'off' },
    DATA_DIR: join(temporaryFolder(), 'data'),
  };
  const client = new MongoClient(database.uri);
  let product: StartedProduct;
  let agency: Readonly<Record<string, string>> = {};

  const start = async (): Promise<void> => {
    product = await startProduct(environment, ['start', '--no-sample']);
    const { users } = (await (await fetch(`${product.url}/dev/tokens`)).json()) as { users: DevelopmentUser[] };
    agency = users.find(({ kind }) => kind === 'AGENCY')?.headers ?? {};
  };
  const ask = async (query: string, variables: object = {}, headers: object = {}): Promise<CityReply> => {
    const response = await fetch(product.url + doorPath('AGENCY'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...agency, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as CityReply;
  };
  /** What an operation with an authorisation comes to: what it was refused for, or that nobody answered. */
  const use = async ({ number, subject: { uscc } }: Given): Promise<string> => {
    try {
      const reply = await ask(CLOSED, { uscc }, { 'x-authorisation': number });
      if (JSON.stringify(reply.data ?? null).includes('AUTHORISED_QUERY')) return 'SEEN';
      return String(reply.errors?.[0]?.extensions['code']);
    } catch {
      return 'UNANSWERED';
    }
  };
  const atOnce = (given: Given): Promise<string>[] => Array.from({ length: AT_ONCE }, () => use(given));
  const counted = async ({ number }: Given): Promise<number> => {
    const authorisations = client
      .db(`${database.prefix}finance`)
      .collection<{ _id: string; used: number }>('authorisations');
    return (await authorisations.findOne({ _id: number }))?.used ?? 0;
  };
  const recorded = async ({ number: authorisation }: Given): Promise<number> =>
    client.db(`${database.prefix}audit`).collection('records').countDocuments({ authorisation, codes: [] });
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await pause(20);
  };

  beforeAll(async () => {
    expect(await runProduct(['sample', '--enterprises', '1'], environment)).toMatchObject({ code: 0 });
    await start();
  }, 120_000);
  afterAll(async () => {
    await product.end('SIGTERM');
    await client.close();
    await database.drop();
  });

  it('are counted to the last that was written, recorded to the last that was answered, and no single one is doubled', async () => {
    const { nodes } = (await ask(GIVEN)).data?.['authorisations'] as { readonly nodes: readonly Given[] };
    const [many] = nodes.filter(({ usage }) => usage === 'MANY');
    const [once, torn] = nodes.filter(({ usage }) => usage === 'ONCE');
    if (!many || !once || !torn) throw new Error('The sample city gives no authorisations.');

    const written = await Promise.all(atOnce(many));
    expect(written).toEqual(written.map(() => 'SEEN'));
    await until(async () => (await counted(many)) === AT_ONCE);

    const spent = await Promise.all(atOnce(once));
    const answered = await Promise.all(atOnce(many));
    const torns = [...atOnce(torn), ...atOnce(many)];
    await Promise.race(torns);
    await product.end('SIGKILL');
    const [ofTorn, ofMany] = [await Promise.all(torns.slice(0, AT_ONCE)), await Promise.all(torns.slice(AT_ONCE))];
    const seen = [...written, ...answered, ...ofMany].filter((outcome) => outcome === 'SEEN').length;
    // What was under way may be recorded, or counted, or both, without having been answered.
    const asked = written.length + answered.length + ofMany.length;
    expect(await counted(many)).toBeGreaterThanOrEqual(AT_ONCE);
    expect(await counted(many)).toBeLessThanOrEqual(asked);
    expect(await recorded(many)).toBeGreaterThanOrEqual(seen);
    expect(await recorded(many)).toBeLessThanOrEqual(asked);

    await start();
    const before = await counted(many);
    for (const [given, earlier] of [
      [once, spent],
      [torn, ofTorn],
    ] as const) {
      const outcomes = [...earlier, ...(await Promise.all(atOnce(given)))];
      expect(outcomes.filter((outcome) => outcome === 'SEEN').length).toBeLessThanOrEqual(1);
      expect(await use(given)).toBe('AUTHORISATION_SPENT');
      expect(await counted(given)).toBe(1);
    }
    expect(spent.filter((outcome) => outcome === 'SEEN')).toHaveLength(1);
    expect(await use(many)).toBe('SEEN');
    await until(async () => (await counted(many)) === before + 1);
  }, 120_000);
});
