import { decodeJwt, SignJWT, base64url } from 'jose';
import { pino } from 'pino';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { INNER_HEADER, signInnerHeader, type InnerCall } from '../../../src/identity/innerHeader.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { PublicKeyRing } from '../../../src/identity/PublicKeyRing.ts';
import { soleKey, type TokenKeys } from '../../../src/identity/TokenKeys.ts';
import { openToyDepartment, type ToyDepartment } from '../../kit/openToyDepartment.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { TOY_CODES } from '../../kit/toySubgraphs.ts';

const STAFF: Caller = { audience: 'INTERNAL', department: 'tax', operator: 'someone', scopes: new Set(['tax:*']) };
const ACCEPT = { accept: 'application/graphql-response+json' };
const CALL: InnerCall = {
  caller: STAFF,
  requestId: 'request-0001',
  now: new Date('2026-06-15T04:00:00Z'),
  locale: 'zh',
};
const ENTITIES = `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${TOY_CODES[0] ?? ''}" }]) { ... on Enterprise { name } } }`;
/** Every way in: fields, entities, the schema, a change, and a file. */
const WAYS = [
  ['/graphql', '{ department }'],
  ['/graphql', ENTITIES],
  ['/graphql', '{ _service { sdl } }'],
  ['/graphql', `mutation { rename(uscc: "${TOY_CODES[0] ?? ''}", name: "x") { name } }`],
  ['/imports/registry.enterprises', 'x'],
] as const;

describe('a department in a process of its own', () => {
  const folder = temporaryFolder();
  const lines: string[] = [];
  let keys: TokenKeys;
  let foreign: TokenKeys;
  let department: ToyDepartment;

  beforeAll(async () => {
    keys = soleKey(await openKeyPair(folder, 'inner'));
    foreign = soleKey(await openKeyPair(folder, 'tokens'));
    const logger = pino({}, { write: (line: string) => void lines.push(line) });
    department = await openToyDepartment(new PublicKeyRing(folder, 'inner'), logger);
  });
  afterAll(() => department.stop());

  const send = async (path: string, text: string, headers: Readonly<Record<string, string>>): Promise<Response> => {
    const isFile = path !== '/graphql';
    return fetch(department.url + path, {
      method: 'POST',
      headers: { 'content-type': isFile ? 'application/octet-stream' : 'application/json', ...ACCEPT, ...headers },
      body: isFile ? text : JSON.stringify({ query: text }),
    });
  };
  const ask = async (query: string, call: InnerCall = CALL): Promise<{ status: number; body: unknown }> => {
    const response = await send('/graphql', query, { [INNER_HEADER]: await signInnerHeader(keys, call, 'registry') });
    return { status: response.status, body: await response.json() };
  };

  it('answers its gateway, as whom the gateway says is calling', async () => {
    expect(await ask('{ department now locale }')).toEqual({
      status: 200,
      body: { data: { department: 'tax', now: '2026-06-15T04:00:00.000Z', locale: 'zh' } },
    });
    expect(await ask(ENTITIES)).toMatchObject({ body: { data: { _entities: [{ name: '福州榕城贸易有限公司' }] } } });
    expect(await ask('{ department }', { ...CALL, caller: ANONYMOUS })).toMatchObject({
      body: { data: { department: null } },
    });
  });

  it('refuses everybody else on every way in, before anything is read or done', async () => {
    const valid = await signInnerHeader(keys, CALL, 'registry');
    const [head = '', , signature = ''] = valid.split('.');
    const past = Math.floor(Date.now() / 1_000) - 120;
    const pair = await keys.signing();
    const headers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      unsigned: {},
      open: { [INNER_HEADER]: JSON.stringify({ audience: 'INTERNAL', scopes: ['registry:*'] }) },
      altered: {
        [INNER_HEADER]: `${head}.${base64url.encode(JSON.stringify({ ...decodeJwt(valid), now: 0 }))}.${signature}`,
      },
      replayed: { [INNER_HEADER]: await signInnerHeader(keys, CALL, 'judiciary') },
      otherKey: { [INNER_HEADER]: await signInnerHeader(foreign, CALL, 'registry') },
      expired: {
        [INNER_HEADER]: await new SignJWT({ ...decodeJwt(valid), iat: past, exp: past + 30 })
          .setProtectedHeader({ alg: 'EdDSA', kid: pair.kid, typ: 'credit-graph-caller+jwt' })
          .sign(pair.privateKey),
      },
      asToken: { authorization: `Bearer ${valid}` },
    };
    const fetches = department.probe.fetches.length;
    for (const [what, given] of Object.entries(headers)) {
      for (const [path, text] of WAYS) {
        const response = await send(path, text, given);
        const body = (await response.json()) as { errors: { extensions: { code: string } }[] };
        const codes = body.errors.map(({ extensions }) => extensions.code);
        expect([what, path, text, response.status, codes, Object.keys(body)]).toEqual([
          ...[what, path, text, 401, ['INNER_CALL_REFUSED'], ['errors']],
        ]);
      }
    }
    expect([department.probe.fetches.length, department.probe.renamed, department.imported]).toEqual([fetches, [], []]);
  });

  it('keeps what went wrong inside to itself, and says since when its database is away', async () => {
    const { body } = await ask('{ broken unreachable department }');
    expect(body).toMatchObject({
      data: { broken: null, unreachable: null, department: 'tax' },
      errors: [
        { message: 'unexpected failure', path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
        { path: ['unreachable'], extensions: { code: 'DEPARTMENT_UNAVAILABLE', since: expect.any(String) as string } },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/E11000|35010219|db\.internal|stack/);
    expect(lines.join('')).not.toContain('350102199001011234');
    expect(lines.filter((line) => line.includes('"requestId":"request-0001"'))).toHaveLength(1);
  });

  it('refuses what does not fit its schema or is no question at all', async () => {
    const signed = { [INNER_HEADER]: await signInnerHeader(keys, CALL, 'registry') };
    expect((await ask('{ nothing }')).status).toBe(400);
    expect((await ask('{ ')).status).toBe(400);
    const malformed = await fetch(`${department.url}/graphql`, {
      method: 'POST',
      headers: { ...signed, 'content-type': 'application/json' },
      body: '{"query":',
    });
    expect([malformed.status, await malformed.text()]).toEqual([400, expect.stringContaining('BODY_INVALID')]);
    expect((await fetch(`${department.url}/health/ready`)).status).toBe(200);
  });
});
