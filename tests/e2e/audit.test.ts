import { readHead } from '../../src/audit/headFile.ts';
import { openAuditDatabase, type AuditDatabase } from '../../src/audit/AuditDatabase.ts';
import type { RecordDocument } from '../../src/audit/AuditRecord.ts';
import { verifyAudit } from '../../src/audit/verify/verifyAudit.ts';
import { signDevToken } from '../../src/identity/devTokens.ts';
import { openKeyPair } from '../../src/identity/keys.ts';
import { publicKeys } from '../../src/identity/publicKeys.ts';
import { NOW } from '../kit/department.ts';
import { startKillableMongod, type KillableMongod } from '../kit/startKillableMongod.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';

const UNIT = '91350100705362917E';
const PLANTED = '350102199003070070';
const REGISTER = 'mutation Register($input: EnterpriseInput!) { enterpriseCreate(input: $input) { errors { field } } }';
const LOOK = `query Look($uscc: USCC!) { enterprise(uscc: $uscc) { name riskClasses { nodes { level } } timeline { totalCount } } }`;

let mongod: KillableMongod;
let city: TestCity;
let connection: Connection;
let audit: AuditDatabase;

beforeAll(async () => {
  mongod = await startKillableMongod();
  city = await startTestCity({ clock: () => NOW, settings: { AUDIT_MONGODB_URI: mongod.uri } });
  connection = await mongoose.createConnection(mongod.uri).asPromise();
  audit = await openAuditDatabase(connection, city.database.prefix);
  expect(await register(UNIT)).toEqual({ data: { enterpriseCreate: { errors: [] } } });
}, 120_000);
afterAll(async () => {
  await city.stop();
  await connection.close();
  await mongod.stop();
});

function register(uscc: string): ReturnType<TestCity['ask']> {
  const values = { uscc, name: '某企业', status: 'IN_BUSINESS', establishedOn: '2001-05-06' };
  return city.ask(REGISTER, { input: { ...values, registrationAuthority: '某市场监督管理局' } }, 'registry');
}

/** Runs something, and gives the records that it has left when it answers. */
async function recorded(work: () => Promise<unknown>): Promise<readonly RecordDocument[]> {
  const before = await audit.records.countDocuments();
  await work();
  return audit.records.find().sort({ _id: 1 }).skip(before).toArray();
}

async function coordinatesOf({ operation }: RecordDocument): Promise<readonly string[] | undefined> {
  return (await audit.operations.findOne({ _id: operation }))?.coordinates;
}

describe('what is recorded', () => {
  it('is who asked for what about whom, when the answer is there', async () => {
    const [record, ...others] = await recorded(() => city.ask(LOOK, { uscc: UNIT }, 'disclosure'));
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      ...{ door: '/internal/graphql', stage: 'ENDED', time: NOW, subjects: [UNIT], codes: [] },
      caller: { audience: 'INTERNAL', department: 'disclosure', operator: 'tester' },
    });
    expect(record && (await coordinatesOf(record))).toEqual(
      expect.arrayContaining(['Enterprise.name', 'Query.enterprise', 'RiskClass.level']),
    );
  });

  it('is a denial, with its code; also where what was asked for is not even there for the caller', async () => {
    const [record] = await recorded(() => city.ask(LOOK, { uscc: UNIT }, { enterprise: UNIT }));
    expect(record).toMatchObject({
      codes: ['GRAPHQL_VALIDATION_FAILED'],
      subjects: [],
      caller: { audience: 'SUBJECT', subject: UNIT },
    });
    const page = 'mutation { riskClassAnnul(id: "x", note: "y") { id } }';
    const denied = await recorded(() => city.ask(page, {}, 'disclosure'));
    expect(denied).toMatchObject([
      { stage: 'BEGUN', subjects: [] },
      { stage: 'ENDED', subjects: [], codes: ['FORBIDDEN'] },
    ]);
  });

  it('is all enterprises of a list, though none of their codes is asked for', async () => {
    const [record] = await recorded(() => city.ask('{ enterprises { nodes { name } } }', {}, 'disclosure'));
    expect(record?.subjects).toEqual([UNIT]);
  });

  it('is that a write begins, and how it ended', async () => {
    expect(await recorded(() => register(UNIT))).toMatchObject([
      { stage: 'BEGUN', codes: [], caller: { department: 'registry' } },
      { stage: 'ENDED', codes: [], subjects: [UNIT] },
    ]);
    const file = `统一社会信用代码,列入原因,列入日期\n${UNIT},x,2026-06-01\n`;
    const upload = () => city.send('/imports/registry.abnormalListings?name=a.csv', file, 'registry');
    const [begun, ended] = await recorded(upload);
    expect([begun?.stage, ended?.stage, begun?.door]).toEqual(['BEGUN', 'ENDED', '/imports']);
  });

  it('is an operation that nobody could read', async () => {
    expect(await recorded(() => city.ask('{ nothing }', {}, 'registry'))).toMatchObject([
      { stage: 'ENDED', codes: ['GRAPHQL_VALIDATION_FAILED'] },
    ]);
  });

  it('is what a person asks as well that calls itself software', async () => {
    const key = await openKeyPair(join(city.folder, 'keys'), 'tokens');
    const token = await signDevToken(key, { department: 'registry', operator: 'service:registry', ttl: 60 });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ query: LOOK, variables: { uscc: UNIT } });
    const found = await recorded(() => fetch(`${city.url}/internal/graphql`, { method: 'POST', headers, body }));
    expect(found).toMatchObject([{ caller: { operator: 'service:registry' }, subjects: [UNIT] }]);
  });

  it.each([
    ['at the door of others', '/my/graphql', {}, '{"query":"{ __typename }"}', 'DOOR_OF_OTHERS'],
    ['for a purpose that nobody knows', '/internal/graphql', { 'x-purpose': '?' }, '{}', 'PURPOSE_UNKNOWN'],
    ['with a body that can not be read', '/internal/graphql', {}, '{', 'BODY_INVALID'],
    ['without an operation', '/internal/graphql', {}, '{}', 'BAD_REQUEST'],
    ['without the right to import', '/imports/registry.enterprises', {}, 'x', 'IMPORT_FORBIDDEN'],
  ])('is a request that is refused %s', async (_, path, headers, body, code) => {
    const authorization = await city.bearer('disclosure');
    const send = async (others: Readonly<Record<string, string>>) =>
      fetch(city.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers, ...others },
        body,
      });
    const found = await recorded(() => send({ authorization }));
    expect(found).toMatchObject([
      { stage: 'ENDED', codes: [code], subjects: [], caller: { department: 'disclosure', operator: 'tester' } },
    ]);
    expect(found[0]?.door).toBe(path.startsWith('/imports') ? '/imports/:collection' : path);
    // Credentials that nobody knows name nobody.
    expect(await recorded(() => send({ authorization: 'Bearer x' }))).toEqual([]);
    expect(await recorded(() => send({}))).toEqual([]);
  });

  it('is nothing of what the public asks', async () => {
    expect(await recorded(() => city.ask(LOOK, { uscc: UNIT }))).toEqual([]);
  });

  it('is no number of a person, wherever it was planted', async () => {
    const query = `query Q${PLANTED} { enterprises(filter: { name: "${PLANTED}" }) { totalCount } a${PLANTED}: __typename }`;
    const authorization = await city.bearer('registry');
    const headers = { authorization, 'content-type': 'application/json', 'x-request-id': PLANTED };
    const send = () => fetch(`${city.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const found = await recorded(send);
    expect(found).toHaveLength(1);
    const kept = [...(await audit.records.find().toArray()), ...(await audit.operations.find().toArray())];
    expect(JSON.stringify(kept)).not.toContain(PLANTED);
  });
});

describe('while the log can not be written', () => {
  it('answers the public alone, changes nothing, and goes on by itself afterwards', async () => {
    await mongod.kill();
    const bearer = await city.bearer('registry');
    const send = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${city.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
    const look = `{ enterprise(uscc: "${UNIT}") { name } }`;
    const refused = await Promise.all([1, 2, 3].map(() => send(look, { authorization: bearer })));
    for (const response of refused) {
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
    }
    expect(await (await send(look)).json()).toMatchObject({ data: { enterprise: { name: '某企业' } } });
    const other = '91350100M000100Y43';
    const write = await register(other);
    expect(write.data).toBeUndefined();
    expect(write.errors?.map(({ extensions }) => extensions['code'])).toEqual(['AUDIT_UNAVAILABLE']);
    expect((await city.ask(`{ enterprise(uscc: "${other}") { name } }`)).data).toEqual({ enterprise: null });

    await mongod.restart();
    await untilAnswered(() => send(look, { authorization: bearer }));
    expect(await audit.records.countDocuments({ stage: 'WITHHELD' })).toBeGreaterThan(0);
    const keys = await publicKeys(join(city.folder, 'keys'));
    const head = await readHead(join(city.folder, 'audit.heads'));
    expect(await verifyAudit(audit, { keys, head, now: new Date() })).toMatchObject({ isSound: true, findings: [] });
  }, 60_000);
});

async function untilAnswered(send: () => Promise<Response>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await send()).status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It does not answer again');
}
