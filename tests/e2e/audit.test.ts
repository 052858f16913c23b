import { clientsCommand } from '../../gateway/commands/clientsCommand.ts';
import { readHead } from '../../src/audit/headFile.ts';
import { openAuditDatabase, type AuditDatabase } from '../../src/audit/AuditDatabase.ts';
import type { RecordDocument } from '../../src/audit/AuditRecord.ts';
import { verifyAudit } from '../../src/audit/verify/verifyAudit.ts';
import { signDevToken } from '../../src/identity/devTokens.ts';
import { openKeyPair } from '../../src/identity/keys.ts';
import { publicKeys } from '../../src/identity/publicKeys.ts';
import { NOW } from '../kit/department.ts';
import { runCommand } from '../kit/runCommand.ts';
import { startKillableMongod, type KillableMongod } from '../kit/startKillableMongod.ts';
import { startTestCity, type CityReply, type TestCity } from '../kit/startTestCity.ts';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import mongoose, { type Connection } from 'mongoose';

const UNIT = '91350100705362917E';
const PLANTED = '350102199003070070';
const REGISTER = 'mutation Register($input: EnterpriseInput!) { enterpriseCreate(input: $input) { errors { field } } }';
const LISTED = `主体名称,统一社会信用代码,列入事由,列入日期,列入决定机关\n某企业,${UNIT},未按期公示年度报告,2026-06-01,某局\n`;
const RECONCILED = `queries=${encodeURIComponent('{"q":{"query":"某企业"}}')}`;
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

/** Asks at a door that is not GraphQL: with a body as a form, without one as a link. */
async function sendTo(path: string, body = ''): Promise<Response> {
  const headers = { authorization: await city.bearer('disclosure') };
  if (body === '') return fetch(city.url + path, { headers });
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  return fetch(city.url + path, { method: 'POST', headers: form, body });
}

async function stored(department: string, collection: string): Promise<number> {
  const client = await MongoClient.connect(city.database.uri);
  const count = await client
    .db(city.database.prefix + department)
    .collection(collection)
    .countDocuments();
  await client.close();
  return count;
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
    const upload = () => city.send('/imports/registry.abnormalListings?name=a.csv', LISTED, 'registry');
    const [begun, ended] = await recorded(upload);
    expect([begun?.stage, ended?.stage, begun?.door]).toEqual(['BEGUN', 'ENDED', '/imports']);
  });

  it.each([
    ['a table that is reconciled', '/reconcile', RECONCILED, 'Matches'],
    ['a printed report', `/reports/${UNIT}.pdf`, '', 'PrintedReport'],
    ['a report that is verified', '/verify?code=CR-1', '', 'VerifyReport'],
  ])('is %s, with credentials', async (_, path, body, name) => {
    const door = /^\/[a-z]+/.exec(path)?.[0];
    const found = await recorded(() => sendTo(path, body));
    const named = await audit.operations.findOne({ name });
    expect(found).toContainEqual(expect.objectContaining({ door, operation: named?._id, stage: 'ENDED' }));
    for (const { caller } of found) expect(caller).toMatchObject({ department: 'disclosure', operator: 'tester' });
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
    expect(await stored('registry', 'abnormalListings')).toBe(1);
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
      expect(await codesIn(response)).toEqual(['AUDIT_UNAVAILABLE']);
    }
    expect(await (await send(look)).json()).toMatchObject({ data: { enterprise: { name: '某企业' } } });
    const importing = '/imports/registry.abnormalListings?name=b.csv';
    const others = await Promise.all([
      sendTo('/reconcile', RECONCILED),
      sendTo(`/reports/${UNIT}.pdf`),
      sendTo('/verify?code=CR-1'),
      city.send(importing, LISTED.replace('2026-06-01', '2026-06-02'), 'registry'),
    ]);
    const codes = Promise.all(others.map(async (response) => [response.status, await codesIn(response)]));
    expect(await codes).toEqual(others.map(() => [503, ['AUDIT_UNAVAILABLE']]));
    expect(await stored('registry', 'abnormalListings')).toBe(1);
    const place = { DATA_DIR: city.folder, MONGODB_URI: city.database.uri, DATABASE_PREFIX: city.database.prefix };
    const create = runCommand(clientsCommand(), ['create', '某'], { ...place, AUDIT_MONGODB_URI: mongod.uri });
    await expect(create).rejects.toMatchObject({ code: 'MONGODB_UNREACHABLE' });
    expect(await stored('identity', 'clients')).toBe(0);
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

async function codesIn(response: Response): Promise<readonly unknown[]> {
  const { errors = [] } = (await response.json()) as CityReply;
  return errors.map(({ extensions }) => extensions['code']);
}

async function untilAnswered(send: () => Promise<Response>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await send()).status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It does not answer again');
}
