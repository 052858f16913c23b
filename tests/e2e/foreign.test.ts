import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { FOREIGN_SDL, type ForeignName } from '../kit/foreign/foreignSubgraphs.ts';
import { runProduct, startProduct, type StartedProduct } from '../kit/runProduct.ts';
import { bundleProgram, startBundle, type StartedProgram } from '../kit/startProgram.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

interface Reply {
  readonly status: number;
  readonly body: {
    readonly data?: unknown;
    readonly extensions?: { readonly valueCompletion?: readonly { readonly path: unknown }[] };
    readonly errors?: readonly { readonly path: unknown; readonly extensions: Readonly<Record<string, unknown>> }[];
  };
}

const NAMES: readonly ForeignName[] = ['accounts', 'products', 'reviews'];
const SHOP = `query Shop($upc: String!) {
  me { name reviews { stars product { title } } }
  product(upc: $upc) { title postage reviews { stars author { name } } }
}`;
const PATIENCE_MS = 60_000;

const folder = temporaryFolder();
const supergraph = join(folder, 'supergraph.graphql');
const servers = {} as Record<ForeignName, StartedProgram>;
let bundle: string;

async function serve(name: ForeignName, port = 0): Promise<void> {
  servers[name] = await startBundle(bundle, { FOREIGN_NAME: name, FOREIGN_PORT: String(port) });
}

beforeAll(async () => {
  bundle = await bundleProgram('tests/kit/programs/serveForeign.ts');
  for (const name of NAMES) await serve(name);
  const services = NAMES.map((name) => ({ name, typeDefs: parse(FOREIGN_SDL[name]), url: servers[name].firstLine }));
  await writeFile(supergraph, composeServices(services).supergraphSdl ?? '');
}, PATIENCE_MS);

afterAll(async () => {
  await Promise.all(NAMES.map(async (name) => servers[name].end('SIGKILL')));
  await rm(bundle);
});

describe.each(['own', 'apollo'])('a foreign graph on the engine %s', (engine) => {
  let gateway: StartedProduct;

  const ask = async (query: string, variables: object = {}, path = '/graphql'): Promise<Reply> => {
    const response = await fetch(`${gateway.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, body: (await response.json()) as Reply['body'] };
  };

  beforeAll(async () => {
    const words = ['gateway', '--supergraph', supergraph, '--foreign', '--port', '0'];
    gateway = await startProduct({ GATEWAY_ENGINE: engine, LOG_LEVEL: 'warn' }, words);
  }, PATIENCE_MS);

  afterAll(async () => {
    expect(await gateway.end('SIGTERM')).toBe(0);
  });

  const expected = {
    me: { name: 'Ada', reviews: [{ stars: 4, product: { title: 'Table' } }] },
    product: {
      title: 'Table',
      postage: 6,
      reviews: [
        { stars: 4, author: { name: 'Ada' } },
        { stars: 2, author: { name: 'Bo' } },
      ],
    },
  };

  it('is joined over the addresses of its subgraphs, at both paths', async () => {
    for (const path of ['/graphql', '/']) {
      expect(await ask(SHOP, { upc: 'a' }, path)).toEqual({ status: 200, body: { data: expected } });
    }
  });

  it('is asked by GET as well, and changed by POST only', async () => {
    const query = new URLSearchParams({ query: SHOP, variables: '{"upc":"a"}' });
    const response = await fetch(`${gateway.url}/?${query.toString()}`);
    expect(await response.json()).toEqual({ data: expected });
    const change = new URLSearchParams({ query: 'mutation { rename(id: "2", name: "Bo") { name } }' });
    expect((await fetch(`${gateway.url}/?${change.toString()}`)).status).toBe(405);
    expect((await ask('mutation { rename(id: "2", name: "Bo") { name } }')).body).toEqual({
      data: { rename: { name: 'Bo' } },
    });
  });

  it('tells what is wrong with a query as it is', async () => {
    const { body } = await ask('{ me { age } }');
    expect(body).toMatchObject({
      errors: [
        {
          message: 'Cannot query field "age" on type "User". Did you mean "name"?',
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    });
    expect((await ask('query A { me { id } } query B { me { id } }')).body.errors?.[0]?.extensions['code']).toBe(
      'OPERATION_RESOLUTION_FAILURE',
    );
    expect((await ask('subscription { me { id } }')).body.errors).toMatchObject([
      { message: 'There is no subscription here.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('passes on what a subgraph says of a failure, at the place as the caller names it', async () => {
    const { status, body } = await ask('mutation { mine: rename(id: "9", name: "Cy") { name } }');
    expect([status, body.data]).toEqual([200, { mine: null }]);
    expect(body.errors).toMatchObject([
      { message: 'There is no such user', path: ['mine'], extensions: { code: 'USER_UNKNOWN', id: '9' } },
    ]);
  });

  it('has null for a value that callers do not see, and says that it is left out beside the errors', async () => {
    const { body } = await ask('{ products { title place } }');
    expect(body.data).toEqual({
      products: [
        { title: 'Table', place: 'SHOP' },
        { title: 'Chair', place: null },
      ],
    });
    expect(body.errors).toBeUndefined();
    expect(body.extensions?.valueCompletion?.map(({ path }) => path)).toEqual([['products', 1, 'place']]);
  });

  it('loses only the fields of a subgraph that was killed, and has them again when it is back', async () => {
    const { port } = new URL(servers.reviews.firstLine);
    await servers.reviews.end('SIGKILL');
    const { status, body } = await ask('{ me { name reviews { stars } } latest { stars } products { title } }');
    expect(status).toBe(200);
    expect(body.data).toEqual({
      me: { name: 'Ada', reviews: null },
      latest: null,
      products: [{ title: 'Table' }, { title: 'Chair' }],
    });
    const errors = body.errors ?? [];
    expect(errors.map(({ path }) => path)).toEqual(expect.arrayContaining([['latest'], ['me', 'reviews']]));
    for (const { extensions } of errors)
      expect(extensions).toMatchObject({
        code: 'DEPARTMENT_UNAVAILABLE',
        service: 'reviews',
        since: expect.any(String) as string,
      });

    await serve('reviews', Number(port));
    let again = await ask(SHOP, { upc: 'a' });
    for (let at = 0; at < 100 && again.body.errors !== undefined; at += 1) again = await ask(SHOP, { upc: 'a' });
    expect(again.body).toEqual({ data: expected });
  });

  it('answers 200 and null where the only subgraph of a query is dead', async () => {
    const { port } = new URL(servers.products.firstLine);
    await servers.products.end('SIGKILL');
    const { status, body } = await ask('{ product(upc: "a") { title } }');
    expect([status, body.data]).toEqual([200, { product: null }]);
    await serve('products', Number(port));
  });
});

describe('a gateway for foreign graphs', () => {
  const start = async (...words: readonly string[]) =>
    runProduct(['gateway', '--supergraph', supergraph, ...words], { LC_ALL: 'C' });

  it('is not started on an address that other machines may reach, unless that is said by name', async () => {
    const { code, err } = await start('--foreign', '--port', '0', '--host', '0.0.0.0');
    expect(code).toBe(1);
    expect(err).toContain('Other machines may reach 0.0.0.0');
    expect(err).toContain('--expose');
    const words = ['gateway', '--supergraph', supergraph, '--foreign', '--port', '0', '--host', '0.0.0.0', '--expose'];
    const exposed = await startProduct({}, words);
    expect(await exposed.end('SIGTERM')).toBe(0);
  });

  it('is not started without the word that says whose rules it leaves out', async () => {
    expect(await start('--port', '0')).toMatchObject({ code: 1, err: expect.stringContaining('--foreign') as string });
  });

  it('is not started on what is no composed graph, or no port', async () => {
    const wrong = join(folder, 'wrong.graphql');
    await writeFile(wrong, 'type Query {');
    const { code, err } = await runProduct(['gateway', '--supergraph', wrong, '--foreign', '--port', '0'], {
      LC_ALL: 'C',
    });
    expect(code).toBe(1);
    expect(err).toMatch(/wrong\.graphql can not be served: Syntax Error/);
    await writeFile(wrong, (await readFile(supergraph, 'utf8')).replace(servers.products.firstLine, ''));
    const addressless = await runProduct(['gateway', '--supergraph', wrong, '--foreign'], { LC_ALL: 'C' });
    expect(addressless.err).toContain('the subgraph products has no routing address');
    expect((await start('--foreign', '--port', '70000')).err).toContain('Write a whole number from 0 to 65535.');
    const absent = await runProduct(['gateway', '--supergraph', join(folder, 'none'), '--foreign'], { LC_ALL: 'C' });
    expect(absent.err).toContain('no such file');
  });
});
