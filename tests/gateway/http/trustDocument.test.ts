import { TrustedDocuments } from '../../../gateway/documents/TrustedDocuments.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { startToyGateway, type ToyGateway, type ToyReply } from '../../kit/startToyGateway.ts';

const YEARS = 'query Years($with: Boolean = true) { taxYears @include(if: $with) }';
const trusted = new TrustedDocuments({ years: YEARS });
const HASH = trusted.all[0]?.hash ?? '';
const BOUND = { ...ANONYMOUS, client: 'c_1', documents: 'TRUSTED' as const };

describe('trusted documents', () => {
  let gateway: ToyGateway;
  beforeAll(async () => {
    const identify = async (_: unknown, key?: string) => Promise.resolve(key === undefined ? ANONYMOUS : BOUND);
    gateway = await startToyGateway({ trusted, identify });
  });
  afterAll(() => gateway.stop());

  const post = (body: object, key?: string): Promise<ToyReply> =>
    gateway.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { 'x-api-key': key }) },
      body: JSON.stringify(body),
    });
  const get = (parameters: Record<string, string>): Promise<ToyReply> =>
    gateway.send(`/graphql?${new URLSearchParams(parameters).toString()}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
  const byHash = { persistedQuery: { version: 1, sha256Hash: HASH } };
  const codes = ({ body }: ToyReply) => body.errors?.map(({ extensions }) => extensions['code']);

  it('answer by their id, their digest, and as Apollo’s clients name them', async () => {
    for (const naming of [{ documentId: 'years' }, { documentId: `sha256:${HASH}` }, { extensions: byHash }]) {
      expect((await post(naming)).body).toEqual({ data: { taxYears: [2024, 2025] } });
    }
    expect((await post({ documentId: 'years', variables: { with: false } })).body).toEqual({ data: {} });
  });

  it('answer by GET', async () => {
    for (const naming of [{ documentId: 'years' }, { extensions: JSON.stringify(byHash) }]) {
      expect((await get(naming)).body).toEqual({ data: { taxYears: [2024, 2025] } });
    }
    expect((await get({ documentId: 'years', variables: '{"with":false}' })).body).toEqual({ data: {} });
  });

  it('are refused where there is none of the id', async () => {
    const replies = [await post({ documentId: 'constructor' }), await get({ documentId: 'none' })];
    expect(replies.map(({ status }) => status)).toEqual([404, 404]);
    expect(replies.map(codes)).toEqual([['DOCUMENT_UNKNOWN'], ['DOCUMENT_UNKNOWN']]);
  });

  it('are all that a client may run that is bound to them', async () => {
    const reply = await post({ query: '{ taxYears }' }, 'key');
    expect([reply.status, codes(reply)]).toEqual([403, ['DOCUMENT_NOT_TRUSTED']]);
    expect((await post({ documentId: 'years' }, 'key')).body).toEqual({ data: { taxYears: [2024, 2025] } });
    expect((await post({ query: YEARS }, 'key')).body).toEqual({ data: { taxYears: [2024, 2025] } });
    expect((await post({ query: '{ taxYears }' })).status).toBe(200);
  });

  it('are all that it may run by GET too, however the address is written', async () => {
    const query = encodeURIComponent('{ taxYears }');
    const headers = { 'apollo-require-preflight': 'true', 'x-api-key': 'key' };
    const addresses = [`query=${query}`, `a=?&query=${query}`, `?&query=${query}`, `documentId=years&query=${query}`];
    for (const address of [...addresses, `query=${encodeURIComponent(YEARS)}&query=${query}`]) {
      const reply = await gateway.send(`/graphql?${address}`, { headers });
      expect([address, reply.status, reply.body.data]).toEqual([address, 403, undefined]);
    }
    const twice = await gateway.send(`/graphql?query=${query}&query=${encodeURIComponent(YEARS)}`, { headers });
    expect([twice.status, twice.body.data]).toEqual([400, undefined]);
  });

  it('leave a request that names nothing, or both, to the usual answer', async () => {
    expect(codes(await post({ documentId: 5 }))).toEqual(['BAD_REQUEST']);
    expect(codes(await post({}, 'key'))).toEqual(['BAD_REQUEST']);
    expect((await post({ documentId: 'none', query: '{ taxYears }' })).status).toBe(200);
  });
});
