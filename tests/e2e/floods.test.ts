import { gzipSync } from 'node:zlib';
import { loadDepartments } from '../../gateway/departments.ts';
import { DOORS, type Door } from '../../gateway/doors/Door.ts';
import { DOCUMENT_LIMITS } from '../../gateway/limits/documentLimits.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import type { DevelopmentUser } from '../../src/identity/development/developmentUsers.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { doorHeaders } from '../kit/doorPath.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';

const UNIT = '91350100M000100Y43';
/** Never to be read again, whatever is wrong with what holds it. */
const PLANTED = '11010519491231002X';
/** Whoever accepts it has 4xx for what is wrong with an operation (GraphQL over HTTP, section 6.4). */
const MODERN = 'application/graphql-response+json';
const MEBIBYTE = 1_048_576;
/** Far more than any refusal takes, also on a slow machine. */
const QUICK_MS = 10_000;

const times = (count: number, of: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => of(at)).join(' ');
const nested = (fields: readonly string[], depth: number, inner: string): string =>
  `${fields
    .map((field) => `${field} { `)
    .join('')
    .repeat(depth)}${inner}${' }'.repeat(depth * fields.length)}`;
const doubling = (fragments: number): string =>
  times(fragments, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);
const COUNT = 'enterprises(first: 1) { totalCount }';

/** What is refused: a document, or a whole request. */
interface Flood {
  readonly name: string;
  readonly query?: string;
  readonly variables?: object;
  readonly request?: RequestInit;
  /** What stands behind the address. */
  readonly search?: string;
  readonly status: number;
  readonly code: string;
  /** What the message has to name: the limit and its value. */
  readonly named: readonly string[];
}

const limited = (limit: keyof typeof DOCUMENT_LIMITS, query: string): Flood => ({
  ...{ name: `${limit} beyond the most`, query, status: 400, code: 'DOCUMENT_LIMIT_EXCEEDED' },
  named: [limit, String(DOCUMENT_LIMITS[limit])],
});
const invalid = (name: string, query: string, ...named: readonly string[]): Flood => ({
  ...{ name, query, status: 400, code: 'GRAPHQL_VALIDATION_FAILED', named },
});
const body = (name: string, content: RequestInit['body'], headers: Record<string, string> = {}): Flood => ({
  ...{ name, status: 400, code: 'BODY_INVALID', named: ['JSON'] },
  request: { method: 'POST', body: content ?? null, headers: { 'content-type': 'application/json', ...headers } },
});
const forged = (type: string): Flood => ({
  ...{ name: `a form of a foreign page: ${type}`, status: 415, code: 'MEDIA_TYPE_UNSUPPORTED' },
  named: ['application/json'],
  request: {
    method: 'POST',
    headers: type === '' ? {} : { 'content-type': type },
    body: Buffer.from(JSON.stringify({ query: `{ ${COUNT} }` })),
  },
});
const BY_CODE = 'query ($c: [USCC!]!) { enterprisesByUscc(usccs: $c) { name } }';
const NESTED = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
const MUTATION = encodeURIComponent('mutation { authorisationRevoke(number: "x") { authorisation { number } } }');

const FLOODS: readonly Flood[] = [
  limited('aliases', `{ ${times(DOCUMENT_LIMITS.aliases + 1, (at) => `a${at}: ${COUNT}`)} }`),
  limited('directives', `{ ${times(DOCUMENT_LIMITS.directives + 1, () => `... @include(if: true) { ${COUNT} }`)} }`),
  limited('fields', `{ ...F0 } ${doubling(13)} fragment F13 on Query { ${COUNT} }`),
  limited('depth', `{ enterprises { nodes { ${nested(['penalties', 'nodes', 'subject'], 6, 'uscc')} } } }`),
  invalid(
    'fragments that double too often',
    `{ ...F0 } ${doubling(40)} fragment F40 on Query { ${COUNT} }`,
    '10000000',
  ),
  invalid(
    'fragments in a circle',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    'within itself',
  ),
  invalid('a fragment that holds itself', `{ ...A } fragment A on Query { ${COUNT} ...A }`, 'within itself'),
  invalid(
    'a directive many times over',
    `{ enterprises ${times(400, () => '@include(if: true)')} { totalCount } }`,
    '@include',
  ),
  invalid(
    'introspection in a circle',
    `{ __schema { types { ${nested(['fields', 'type'], 6, 'name')} } } }`,
    '2 levels',
  ),
  invalid('the schema of a department', '{ _service { sdl } }', '"_service"'),
  invalid(
    'entities as a gateway asks for them',
    `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${PLANTED}" }]) { ... on Enterprise { name } } }`,
    '"_entities"',
  ),
  {
    ...{ name: 'tokens beyond the most', query: `{ ${times(3_001, () => 'a')} }` },
    ...{ status: 400, code: 'GRAPHQL_PARSE_FAILED', named: ['3000 tokens'] },
  },
  {
    ...{
      name: 'lists of lists beyond any budget',
      status: 400,
      code: 'COST_LIMIT_EXCEEDED',
      named: ['whole budget of'],
    },
    query: `{ enterprises(first: 100) { nodes { ${times(20, (at) => `a${at}: penalties(first: 100) { nodes { subject { penalties(first: 100) { nodes { id } } } } }`)} } } }`,
  },
  {
    ...{ name: 'a batch', status: 400, code: 'BATCH_REFUSED', named: ['50 operations', '1 operation'] },
    request: {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify(Array.from({ length: 50 }, () => ({ query: `{ ${COUNT} }` }))),
    },
  },
  {
    ...{ name: 'a query by GET that could be forged', status: 400, code: 'CSRF_BLOCKED', named: ['foreign web page'] },
    ...{ request: {}, search: `?query=${encodeURIComponent(`{ ${COUNT} }`)}` },
  },
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''].map(forged),
  body('broken JSON', `{"query": "{ ${COUNT} }", "variables": {"id": "${PLANTED}"`),
  body('no JSON object', `"${PLANTED}`),
  body('an empty body', ''),
  body('JSON in UTF-16', Buffer.from(JSON.stringify({ query: `{ ${COUNT} }` }), 'utf16le')),
  body('a bomb of zeros in gzip', gzipSync(Buffer.alloc(64 * MEBIBYTE)), { 'content-encoding': 'gzip' }),
  body('a query in gzip', gzipSync(JSON.stringify({ query: `{ ${COUNT} }` })), { 'content-encoding': 'gzip' }),
  {
    ...body('variables that nest without end', `{"query": ${JSON.stringify(BY_CODE)}, "variables": {"c": ${NESTED}}}`),
    ...{ code: 'VALUE_INVALID', named: [] },
  },
  body('a prototype', `{"query": "{ ${COUNT} }", "__proto__": {"audience": "INTERNAL"}}`),
  {
    ...body(
      'a body beyond the most',
      JSON.stringify({ query: `{ ${COUNT} }`, variables: { a: 'x'.repeat(MEBIBYTE) } }),
    ),
    ...{ status: 413, code: 'BODY_TOO_LARGE', named: [String(MEBIBYTE)] },
  },
];

/** Counts what callers make a department do; what the product does by itself is none of theirs. */
function watched(definition: SubgraphDefinition, reached: string[]): SubgraphDefinition {
  const { schema, name } = definition;
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const { resolve } = field;
      if (resolve === undefined) continue;
      field.resolve = (source, values, context: { readonly caller: Caller }, info) => {
        if (context.caller.operator?.startsWith('service:') !== true) reached.push(`${name}.${field.name}`);
        return resolve(source, values, context, info);
      };
    }
  }
  return definition;
}

describe('a flood at a door', () => {
  const reached: string[] = [];
  let city: TestCity;
  let headersOf: ReadonlyMap<string, Readonly<Record<string, string>>>;
  beforeAll(async () => {
    city = await startTestCity({ departments: (await loadDepartments()).map((one) => watched(one, reached)) });
    const reply = await fetch(`${city.url}/dev/tokens`);
    const { users } = (await reply.json()) as { readonly users: readonly DevelopmentUser[] };
    headersOf = new Map<string, Readonly<Record<string, string>>>([
      ...users.map(({ kind, headers }) => [kind, headers] as const).toReversed(),
      ['OPEN', {}],
      ['SUBJECT', { authorization: await city.bearer({ enterprise: UNIT }) }],
    ]);
  }, 120_000);
  afterAll(() => city.stop());

  const send = async ({ path, audience }: Door, { query, variables, request, search = '' }: Partial<Flood>) => {
    const sent: RequestInit = request ?? {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ query, variables }),
    };
    const headers = { accept: MODERN, ...(sent.headers as object), ...doorHeaders(path), ...headersOf.get(audience) };
    const reply = await fetch(`${city.url}${path}${search}`, {
      ...sent,
      headers,
      signal: AbortSignal.timeout(QUICK_MS),
    });
    return { status: reply.status, text: await reply.text() };
  };
  interface Refusal {
    readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  }

  describe.each(DOORS)('$path', (door) => {
    it('reaches departments where it is none', async () => {
      reached.length = 0;
      expect(await send(door, { query: `{ ${COUNT} }` })).toMatchObject({ status: 200 });
      expect(reached).toEqual(['registry.enterprises']);
    });

    it.each(FLOODS)('is refused, and no department is asked: $name', async (flood) => {
      reached.length = 0;
      const { status, text } = await send(door, flood);
      const { errors, ...rest } = JSON.parse(text) as Refusal;
      expect([status, errors[0]?.extensions.code]).toEqual([flood.status, flood.code]);
      expect('data' in rest).toBe(false);
      for (const word of flood.named) expect(errors.map(({ message }) => message).join('\n')).toContain(word);
      expect(text).not.toMatch(/\.[jt]s:\d|node_modules|stack/);
      expect(text).not.toContain(PLANTED);
      expect(text.length).toBeLessThan(50_000);
      expect(reached).toEqual([]);
    });

    it('is refused by the department where it is a page beyond the most, which reads nothing', async () => {
      const { text } = await send(door, { query: '{ enterprises(first: 101) { totalCount nodes { name } } }' });
      expect(JSON.parse(text)).toMatchObject({
        data: { enterprises: null },
        errors: [{ message: '`first` must be between 1 and 100.', extensions: { code: 'PAGE_SIZE' } }],
      });
    });

    it('changes nothing by GET', async () => {
      reached.length = 0;
      const request = { headers: { 'apollo-require-preflight': 'true' } };
      const { status } = await send(door, { request, search: `?query=${MUTATION}` });
      // Where there is nothing to change at all, that is found first.
      expect(status).toBe(['SUBJECT', 'INTERNAL'].includes(door.audience) ? 405 : 400);
      expect(reached).toEqual([]);
    });
  });
});
