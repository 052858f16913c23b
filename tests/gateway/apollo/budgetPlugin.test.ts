import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { UNLIMITED } from '../../../src/config/budgets.ts';
import { startToyGateway, type ToyGateway, type ToyReply } from '../../kit/startToyGateway.ts';
import { TOY_CODES } from '../../kit/toySubgraphs.ts';

const [code = ''] = TOY_CODES;
const OPEN = { capacity: 100, leakPerSecond: 1 };
const AGENCY: Caller = { audience: 'AGENCY', client: 'agency', scopes: new Set() };
const MODERN = { accept: 'application/graphql-response+json' };
const DRY = { 'x-credit-graph-price-only': '1' };
const ONE = `{ enterprise(uscc: "${code}") { name } }`;

const costOf = ({ body }: ToyReply): Readonly<Record<string, unknown>> =>
  (body.extensions as { cost: Readonly<Record<string, unknown>> }).cost;

for (const engine of ['own', 'apollo'] as const) {
  describe(`budgets behind the engine ${engine}`, () => {
    let gateway: ToyGateway;
    /** Each test has a network of its own, and so a budget of its own. */
    let from: Readonly<Record<string, string>>;
    let networks = 0;

    beforeAll(async () => {
      gateway = await startToyGateway({
        engine,
        metering: { budgets: { ...UNLIMITED, OPEN }, trustedProxies: 1 },
        identify: async (authorization) => Promise.resolve(authorization === undefined ? ANONYMOUS : AGENCY),
        faults: { dead: ['courts'] },
      });
    });

    afterAll(() => gateway.stop());

    beforeEach(() => {
      networks += 1;
      from = { 'x-forwarded-for': `203.0.113.${networks}` };
    });

    it('says in every reply what it cost and what is left', async () => {
      const reply = await gateway.ask('{ enterprises(first: 50) { name } }', {}, from);
      expect(costOf(reply)).toEqual({ estimated: 51, actual: 4, remaining: 96, capacity: 100, resetSeconds: 4 });
      const names = ['x-credit-graph-cost', 'ratelimit-policy', 'ratelimit'];
      expect(names.map((name) => reply.headers.get(name))).toEqual([
        'estimated=51, actual=4',
        '"open";q=100;w=100',
        '"open";r=96;t=4',
      ]);
    });

    it.each([
      ['a body that can not be read', 400, 'application/json', '{'],
      ['a body without an operation', 400, 'application/json', '{}'],
      ['another kind of body', 415, 'text/plain', 'x'],
    ])('says what is left where it refuses %s, and takes nothing for it', async (_, status, type, body) => {
      const headers = { ...from, 'content-type': type };
      const reply = await gateway.send('/graphql', { method: 'POST', headers, body });
      const told = ['x-credit-graph-cost', 'ratelimit'].map((name) => reply.headers.get(name));
      expect([reply.status, ...told]).toEqual([status, 'actual=0', '"open";r=100;t=0']);
    });

    it('answers what is left to whoever asks', async () => {
      await gateway.ask(ONE, {}, from);
      const reply = await gateway.ask('{ budget { capacity leakPerSecond remaining resetSeconds } }', {}, from);
      expect(reply.body.data).toEqual({
        budget: { capacity: 100, leakPerSecond: 1, remaining: 97, resetSeconds: 3 },
      });
      expect(costOf(reply)).toMatchObject({ estimated: 1, actual: 1, remaining: 97 });
    });

    it('joins what is left with what departments answer', async () => {
      const reply = await gateway.ask(`{ budget { capacity } enterprise(uscc: "${code}") { taxRating } }`, {}, from);
      expect(reply.body.data).toEqual({ budget: { capacity: 100 }, enterprise: { taxRating: 'A' } });
    });

    it('refuses with 429 what is beyond the budget, asks nobody, and takes nothing for it', async () => {
      await gateway.ask('{ a: enterprises { name } b: enterprises { name } }', {}, from);
      gateway.probe.fetches.length = 0;
      const reply = await gateway.ask('{ enterprises(first: 98) { name } }', {}, { ...from, 'accept-language': 'en' });
      expect(reply.status).toBe(429);
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThanOrEqual(5);
      expect(reply.body.data).toBeUndefined();
      expect(reply.body.errors).toEqual([
        {
          message: 'The query may cost 99, and 93 of the budget of 100 are left; ask again in 6 s.',
          extensions: {
            code: 'BUDGET_EXHAUSTED',
            retryable: true,
            details: { cost: 99, remaining: 93, capacity: 100, seconds: 6 },
          },
        },
      ]);
      expect(costOf(reply)).toEqual({ estimated: 99, actual: 0, remaining: 93, capacity: 100, resetSeconds: 7 });
      expect(gateway.probe.fetches).toEqual([]);
    });

    it('refuses with 400 what is beyond the whole capacity, and names both', async () => {
      const reply = await gateway.ask('{ enterprises(first: 500) { name } }', {}, { ...from, ...MODERN });
      expect(reply.status).toBe(400);
      expect(reply.headers.get('retry-after')).toBeNull();
      expect(reply.body.errors?.map(({ extensions }) => extensions)).toEqual([
        { code: 'COST_LIMIT_EXCEEDED', details: { cost: 501, capacity: 100 } },
      ]);
      expect(costOf(reply)).toEqual({ estimated: 501, actual: 0, remaining: 100, capacity: 100, resetSeconds: 0 });
    });

    it('only prices where nothing but the price is asked, also beyond the budget', async () => {
      gateway.probe.fetches.length = 0;
      const reply = await gateway.ask('{ enterprises(first: 500) { name } }', {}, { ...from, ...DRY });
      expect(reply.status).toBe(200);
      expect(reply.body).toEqual({
        data: null,
        extensions: { cost: { estimated: 501, actual: null, remaining: 100, capacity: 100, resetSeconds: 0 } },
      });
      expect(gateway.probe.fetches).toEqual([]);
    });

    it('only prices a write as well', async () => {
      gateway.probe.renamed.length = 0;
      const reply = await gateway.ask(
        `mutation { rename(uscc: "${code}", name: "甲") { name } }`,
        {},
        { ...from, ...DRY },
      );
      expect(costOf(reply)).toMatchObject({ estimated: 11, actual: null });
      expect(gateway.probe.renamed).toEqual([]);
    });

    it('charges what failed as well, once a department was asked', async () => {
      const reply = await gateway.ask(`{ enterprise(uscc: "${code}") { docket } }`, {}, from);
      expect(reply.body.errors?.length).toBeGreaterThan(0);
      expect(costOf(reply)).toMatchObject({ estimated: 2, actual: 2, remaining: 98 });
    });

    for (const [name, query, variables] of [
      ['does not parse', '{ enterprise(', {}],
      ['does not fit the graph', '{ nothing }', {}],
      ['has wrong variables', 'query ($n: Int) { enterprises(first: $n) { name } }', { n: 'many' }],
      ['does not say which operation', 'query A { budget { capacity } } query B { budget { capacity } }', {}],
    ] as const) {
      it(`takes nothing for a query that ${name}`, async () => {
        const reply = await gateway.ask(query, variables, from);
        expect(reply.body.errors?.length).toBe(1);
        expect(costOf(reply)).toEqual({ estimated: null, actual: 0, remaining: 100, capacity: 100, resetSeconds: 0 });
      });
    }

    it('keeps networks apart, whatever the caller writes before what the proxy says', async () => {
      await gateway.ask(ONE, {}, from);
      const elsewhere = await gateway.ask(ONE, {}, { 'x-forwarded-for': `198.51.100.${networks}` });
      expect(costOf(elsewhere)).toMatchObject({ remaining: 98 });
      const forged = await gateway.ask(ONE, {}, { 'x-forwarded-for': `192.0.2.1, ${from['x-forwarded-for'] ?? ''}` });
      expect(costOf(forged)).toMatchObject({ remaining: 96 });
    });

    it('tells callers without limits the cost only', async () => {
      const authorization = { ...from, authorization: 'Bearer x' };
      const reply = await gateway.ask('{ budget { capacity } enterprises(first: 500) { name } }', {}, authorization);
      expect(reply.body.data).toMatchObject({ budget: null });
      expect(costOf(reply)).toEqual({ estimated: 501, actual: 4 });
      expect(reply.headers.get('ratelimit')).toBeNull();
    });

    it('takes nothing where the product asks itself', async () => {
      const answer = await gateway.askGraph('{ enterprises(first: 500) { name } budget { capacity } }', {}, ANONYMOUS);
      expect(answer).toMatchObject({ data: { budget: null }, errors: [] });
    });
  });
}
