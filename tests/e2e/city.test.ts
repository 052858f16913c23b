import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { loadDepartments } from '../../gateway/departments.ts';
import { startCity, type RunningCity } from '../../gateway/startCity.ts';
import type { RunningGateway } from '../../gateway/startGateway.ts';
import { loadConfig } from '../../src/config/env.ts';
import { signDevToken } from '../../src/identity/devTokens.ts';
import { openKeyPair, type KeyPair } from '../../src/identity/keys.ts';
import type { PortalExample } from '../../src/portal/PortalExample.ts';
import { checkUscc } from '../../src/values/uscc.ts';
import { doorPath } from '../kit/doorPath.ts';
import { testDatabase, type TestDatabase } from '../kit/mongo.ts';
import { silent } from '../kit/mongodConfig.ts';
import { startBeside } from '../kit/startBeside.ts';
import { laterJudiciary, storeOldDefaulters } from '../kit/oldJudiciary.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

/** Valid codes whose division code was never assigned. */
const CODES = ['91000001MA0000001', '91000001MA0000002', '91000001MA0000003'].map((body) => {
  const last = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY').find((character) => checkUscc(body + character).ok);
  return body + (last ?? '');
});

interface Reply {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly unknown[];
}

describe('the departments of the product behind the gateway', () => {
  const folder = temporaryFolder();
  let database: TestDatabase;
  let city: RunningCity;
  let beside: RunningGateway | undefined;
  let asked = 0;
  let key: KeyPair;

  /** Asks either engine in turn. */
  const ask = async (query: string, variables: object = {}, department?: string): Promise<Reply> => {
    const token = department && (await signDevToken(key, { department, operator: 'tester', ttl: 60 }));
    const { url } = (asked++ % 2 === 0 ? beside : undefined) ?? city;
    const response = await fetch(url + doorPath(department === undefined ? 'OPEN' : 'INTERNAL'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const { extensions, ...reply } = (await response.json()) as Reply & {
      readonly extensions?: { readonly cost?: object };
    };
    expect(extensions?.cost).toBeDefined();
    return reply;
  };

  beforeAll(async () => {
    database = testDatabase();
    const environment = { MONGODB_URI: database.uri, DATABASE_PREFIX: database.prefix, DATA_DIR: folder, PORT: '0' };
    const [config, departments] = [loadConfig(environment), await loadDepartments()];
    city = await startCity(config, silent, departments);
    beside = await startBeside(config, departments);
    key = await openKeyPair(join(folder, 'keys'), 'tokens');
    for (const [index, uscc] of CODES.entries()) {
      const input = {
        uscc,
        name: `福州示例第${index}有限公司`,
        status: 'IN_BUSINESS',
        establishedOn: '2020-01-01',
        registrationAuthority: '福州市市场监督管理局',
      };
      const create = 'mutation($input: EnterpriseInput!) { enterpriseCreate(input: $input) { id errors { message } } }';
      const reply = await ask(create, { input }, 'registry');
      expect(reply).toEqual({ data: { enterpriseCreate: { id: uscc, errors: [] } } });
    }
  }, 120_000);

  afterAll(async () => {
    await beside?.stop();
    await city.stop();
    await database.drop();
  });

  it('lets the public read what one of them wrote, joined with what the others know', async () => {
    const query = `query($uscc: USCC!) { enterprise(uscc: $uscc) {
      name permits(first: 1) { nodes { id } } penalties(first: 1) { nodes { id } } judgmentDefaulterRecords { nodes { id } }
    } }`;
    expect(await ask(query, { uscc: CODES[1] })).toEqual({
      data: {
        enterprise: {
          name: '福州示例第1有限公司',
          permits: { nodes: [] },
          penalties: { nodes: [] },
          judgmentDefaulterRecords: { nodes: [] },
        },
      },
    });
  });

  it('lets nobody write for another department, and then nothing has changed', async () => {
    const input = { uscc: CODES[0], name: '改名' };
    const correct =
      'mutation($id: ID!, $input: EnterpriseInput!) { enterpriseCorrect(id: $id, input: $input, note: "x") { id } }';
    expect(await ask(correct, { id: CODES[0], input }, 'judiciary')).toMatchObject({
      data: { enterpriseCorrect: null },
      errors: [{ path: ['enterpriseCorrect'], extensions: { code: 'FORBIDDEN', service: 'registry' } }],
    });
    const { data, errors } = await ask(correct, { id: CODES[0], input });
    expect([data, errors]).toEqual([
      undefined,
      expect.arrayContaining([
        expect.objectContaining({
          extensions: expect.objectContaining({ code: 'GRAPHQL_VALIDATION_FAILED' }) as unknown,
        }),
      ]),
    ]);
    const reply = await ask('query($uscc: USCC!) { enterprise(uscc: $uscc) { name } }', { uscc: CODES[0] });
    expect(reply).toEqual({ data: { enterprise: { name: '福州示例第0有限公司' } } });
  });

  it('says that every database answers', async () => {
    const response = await fetch(`${city.url}/health/ready`);
    expect(await response.json()).toMatchObject({ status: 'ready', details: { registry: 'ok', judiciary: 'ok' } });
  });

  it('answers every example of the explorer, with codes that are in the database', async () => {
    const response = await fetch(`${city.url}/portal/open.json`);
    const examples = (await response.json()) as readonly PortalExample[];
    expect(examples.length).toBeGreaterThanOrEqual(6);
    await city.settled();
    for (const { title, query, variables } of examples) {
      const reply = await ask(query, variables);
      expect({ title, errors: reply.errors }).toEqual({ title, errors: undefined });
      expect(JSON.stringify(variables)).not.toContain('{{');
    }
  });

  it('does not start on a server of one’s own where an older release wrote', async () => {
    const older = testDatabase();
    const place = { MONGODB_URI: older.uri, DATABASE_PREFIX: older.prefix, DATA_DIR: join(folder, 'older'), PORT: '0' };
    const client = await MongoClient.connect(older.uri);
    await storeOldDefaulters(client.db(`${older.prefix}judiciary`), 4);
    await expect(startCity(loadConfig(place), silent, [laterJudiciary()])).rejects.toMatchObject({
      code: 'SCHEMA_OLDER',
      details: { collection: 'judiciary.judgmentDefaulters', database: `${older.prefix}judiciary`, found: 1, known: 3 },
    });
    const defaulters = client.db(`${older.prefix}judiciary`).collection('judgmentDefaulters');
    expect(await defaulters.countDocuments({ schemaVersion: { $exists: true } })).toBe(0);
    await client.close();
    await older.drop();
  });
});
