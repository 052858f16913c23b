import { parse } from 'graphql';
import { AuthorisationUse } from '../../../gateway/authority/AuthorisationUse.ts';
import { authorisedTransport } from '../../../gateway/authority/authorisedTransport.ts';
import type { DepartmentFetch } from '../../../gateway/transport/Transport.ts';
import { AuthorityError } from '../../../src/errors/AuthorityError.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import { startToyGateway, type ToyGateway } from '../../kit/startToyGateway.ts';
import { TOY_CODES } from '../../kit/toySubgraphs.ts';

const CALLER: Caller = {
  ...{ audience: 'AGENCY', client: 'bank', organisation: '91350100310686155Q' },
  ...{ purpose: 'CREDIT_GRANTING', scopes: new Set<string>() },
};
const SPENT = { number: 'SQ-1', subject: '91350100M000100Y43', factTypes: ['Commitment'] };
const fetchWith = (authorisation?: AuthorisationUse): DepartmentFetch => {
  const request = { caller: CALLER, requestId: 'request-0001', now: new Date(), locale: 'en' as const };
  const context = { request, authorisation, reply: { isFormatted: false } };
  return { query: '{ a }', document: parse('{ a }'), operationName: undefined, variables: {}, context };
};

describe('the way to a department', () => {
  it('is open at once to what names no authorisation', () => {
    const transport = authorisedTransport({ fetch: () => ({ data: { a: 1 } }) }, () => Promise.reject(new Error()));
    expect(transport.fetch(fetchWith())).toEqual({ data: { a: 1 } });
  });

  it('opens only once the authorisation is spent', async () => {
    const order: string[] = [];
    const transport = authorisedTransport(
      {
        fetch({ context }) {
          order.push(`sent with ${context.request.caller.authorisation?.number ?? 'none'}`);
          return { data: { a: 1 } };
        },
      },
      async () => {
        await Promise.resolve();
        order.push('spent');
        return SPENT;
      },
    );
    expect(await transport.fetch(fetchWith(new AuthorisationUse('SQ-1')))).toEqual({ data: { a: 1 } });
    expect(order).toEqual(['spent', 'sent with SQ-1']);
  });

  it('stays shut where it can not be spent', async () => {
    let sent = 0;
    const refusal = new AuthorityError('AUTHORISATION_SPENT');
    const transport = authorisedTransport(
      {
        fetch() {
          sent += 1;
          return { data: { a: 1 } };
        },
      },
      () => Promise.reject(refusal),
    );
    const answer = await transport.fetch(fetchWith(new AuthorisationUse('SQ-1')));
    expect([answer, sent]).toEqual([{ data: null, errors: [refusal] }, 0]);
  });
});

describe.each(['own', 'apollo'] as const)('behind the engine %s', (engine) => {
  let gateway: ToyGateway;
  beforeAll(async () => {
    gateway = await startToyGateway({ engine, identify: async () => Promise.resolve(CALLER) });
  });
  afterAll(() => gateway.stop());

  it('what can not be spent is answered by the refusal alone, and nobody is asked', async () => {
    const [code = ''] = TOY_CODES;
    const query = `{ enterprise(uscc: "${code}") { name taxRating } __typename }`;
    const headers = { 'x-purpose': 'CREDIT_GRANTING', 'x-authorisation': 'SQ-1' };
    const { status, body } = await gateway.ask(query, {}, headers);
    const codes = body.errors?.map(({ extensions }) => extensions['code']);
    // The toys keep no authorisations.
    expect([status, codes, 'data' in body]).toEqual([503, ['AUTHORISATION_UNAVAILABLE'], false]);
    expect(gateway.probe.fetches).toEqual([]);
    // Where no department is asked, nothing has to be spent.
    const skipped = `{ enterprise(uscc: "${code}") @skip(if: true) { name } }`;
    expect((await gateway.ask(skipped, {}, headers)).body).toMatchObject({ data: {} });
  });
});
