import { startToyGateway, type ToyGateway } from '../kit/startToyGateway.ts';
import { TOY_CODES } from '../kit/toySubgraphs.ts';

const [first = '', second = '', third = ''] = TOY_CODES;

describe('a gateway over three departments', () => {
  let gateway: ToyGateway;

  beforeAll(async () => {
    gateway = await startToyGateway({ clock: () => new Date('2026-04-01T00:00:00Z') });
  });

  afterAll(() => gateway.stop());

  it('joins one enterprise from all of them', async () => {
    const reply = await gateway.ask(
      'query($u: USCC!) { enterprise(uscc: $u) { name taxRating judgments { number } docket } }',
      { u: first },
    );
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      data: {
        enterprise: {
          name: '福州榕城贸易有限公司',
          taxRating: 'A',
          judgments: [{ number: '（2024）闽0102执1号' }],
          docket: 'D-1',
        },
      },
    });
  });

  it('asks each department once for a whole list', async () => {
    gateway.probe.fetches.length = 0;
    await gateway.ask('{ enterprises(first: 2) { name taxRating judgments { number } } }');
    expect(gateway.probe.fetches.map(({ department }) => department).toSorted()).toEqual(['courts', 'registry', 'tax']);
  });

  it('gives all departments the same request, so that loaders batch over the whole of it', async () => {
    gateway.probe.fetches.length = 0;
    await gateway.ask('{ enterprises(first: 2) { name taxRating judgments { number } } }');
    expect(new Set(gateway.probe.fetches.map(({ request }) => request)).size).toBe(1);
    await gateway.ask('{ enterprises(first: 2) { name } }');
    expect(new Set(gateway.probe.fetches.map(({ request }) => request)).size).toBe(2);
  });

  it('answers null for a code that is well formed but unknown', async () => {
    const reply = await gateway.ask(`{ enterprise(uscc: "${'9'.repeat(18)}") { name taxRating } }`);
    expect(reply.body).toEqual({ data: { enterprise: null } });
  });

  it('runs the mutations of one operation in their order', async () => {
    const reply = await gateway.ask(
      `mutation($u: USCC!) { a: rename(uscc: $u, name: "甲") { name taxRating } b: rename(uscc: $u, name: "乙") { name } }`,
      { u: second },
    );
    expect(reply.body).toEqual({ data: { a: { name: '甲', taxRating: 'A' }, b: { name: '乙' } } });
    expect(gateway.probe.renamed).toEqual(['甲', '乙']);
  });

  it('runs the operation that is named, and asks for a name where there are several', async () => {
    const query = 'query Years { taxYears } query Names { enterprises(first: 1) { name } }';
    const named = await gateway.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName: 'Years' }),
    });
    expect(named.body).toEqual({ data: { taxYears: [2024, 2025] } });
    const unclear = await gateway.ask(query, {}, { accept: 'application/graphql-response+json' });
    expect(unclear.status).toBe(400);
    expect(unclear.body.errors?.[0]?.extensions).toEqual({ code: 'OPERATION_RESOLUTION_FAILURE' });
  });

  it('judges a request at one instant, which tests choose', async () => {
    const reply = await gateway.ask('{ now }');
    expect(reply.body).toEqual({ data: { now: '2026-04-01T00:00:00.000Z' } });
  });

  it('answers introspection together with data', async () => {
    const reply = await gateway.ask('{ __schema { queryType { name } } taxYears }');
    expect(reply.body).toEqual({ data: { __schema: { queryType: { name: 'Query' } }, taxYears: [2024, 2025] } });
  });

  it('says why an object is missing when a department lost a value that can not be missing', async () => {
    const reply = await gateway.ask('query($u: USCC!) { enterprise(uscc: $u) { name docket } }', { u: third });
    expect(reply.body.data).toEqual({ enterprise: null });
    expect(reply.body.errors).toMatchObject([
      { path: ['enterprise', 'docket'], extensions: { code: 'DATA_INCOMPLETE' } },
    ]);
    expect(reply.body.extensions).toBeUndefined();
  });

  it('takes no batches of operations', async () => {
    const reply = await gateway.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ taxYears }' }]),
    });
    expect(reply.status).toBe(400);
    expect(reply.body.errors?.[0]?.extensions).toEqual({ code: 'BATCH_REFUSED', details: { count: 1 } });
  });
});

describe('a gateway with a dead department', () => {
  let gateway: ToyGateway;

  beforeAll(async () => {
    gateway = await startToyGateway({ faults: { dead: ['tax'] } });
  });

  afterAll(() => gateway.stop());

  it('loses the fields of that department only, and names it, its code, the path and since when', async () => {
    const before = Date.now();
    const reply = await gateway.ask(
      'query($u: USCC!) { enterprise(uscc: $u) { name taxRating arrears judgments { number } } }',
      { u: first },
      { 'accept-language': 'zh-CN' },
    );
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual({
      enterprise: {
        name: '福州榕城贸易有限公司',
        taxRating: null,
        arrears: null,
        judgments: [{ number: '（2024）闽0102执1号' }],
      },
    });
    const error = (field: string) => ({
      message: '税务局（tax）暂时无法应答，其字段缺失，其余部门的数据完整。',
      path: ['enterprise', field],
      extensions: {
        code: 'DEPARTMENT_UNAVAILABLE',
        service: 'tax',
        owner: '税务局',
        since: expect.any(String) as string,
        retryable: true,
      },
    });
    expect(reply.body.errors).toEqual([error('taxRating'), error('arrears')]);
    const since = Date.parse(String(reply.body.errors?.[0]?.extensions['since']));
    expect(since).toBeGreaterThanOrEqual(before - 1);
    expect(since).toBeLessThanOrEqual(Date.now());
  });

  it('loses a root field of that department as well, and no other', async () => {
    const reply = await gateway.ask('{ taxYears enterprises(first: 1) { name } }');
    expect(reply.body.data).toEqual({ taxYears: null, enterprises: [{ name: '福州榕城贸易有限公司' }] });
    expect(reply.body.errors).toMatchObject([{ path: ['taxYears'], extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }]);
  });

  it('tells callers nothing of the address it could not reach, and the log once', () => {
    const lines = gateway.log.filter(({ msg }) => msg === 'department does not answer');
    expect(lines).toMatchObject([{ department: 'tax', err: { message: 'connect ECONNREFUSED 10.0.0.7:27017' } }]);
  });
});

describe('starting and stopping', () => {
  it('refuses a port that is taken, and leaves nothing open', async () => {
    const gateway = await startToyGateway();
    const port = Number(new URL(gateway.url).port);
    await expect(startToyGateway({ port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      details: { port, host: '127.0.0.1' },
    });
    await gateway.stop();
  });

  it('lets a request in flight finish, and takes no further one', async () => {
    const gateway = await startToyGateway();
    const slow = gateway.ask('{ slow(milliseconds: 300) }');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = gateway.stop();
    await expect(fetch(`${gateway.url}/health/live`)).rejects.toThrow('fetch failed');
    expect((await slow).body).toEqual({ data: { slow: 'done' } });
    await stopped;
    await expect(gateway.stop()).resolves.toBeUndefined();
  });

  it('waits for an operation whose caller has gone away', async () => {
    const gateway = await startToyGateway();
    const gone = new AbortController();
    const asked = gateway.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ slow(milliseconds: 400) }' }),
      signal: gone.signal,
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    gone.abort();
    await expect(asked).rejects.toThrow('aborted');
    const told = performance.now();
    await gateway.stop();
    expect(performance.now() - told).toBeGreaterThan(200);
  });
});
