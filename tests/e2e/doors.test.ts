import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { DOORS, doorOf, type Door } from '../../gateway/doors/Door.ts';
import { projectRoot } from '../../src/config/projectRoot.ts';
import type { Audience } from '../../src/identity/Caller.ts';
import type { DevelopmentUser } from '../../src/identity/development/developmentUsers.ts';
import type { PortalExample } from '../../src/portal/PortalExample.ts';
import { NO_BUDGETS } from '../kit/noBudgets.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: object;
}

/** An authorisation as examples list it. */
interface Given {
  readonly number: string;
  readonly usage: string;
  readonly status: string;
}

/** Root fields of one operation. */
const ROOTS_AT_ONCE = 10;

const committed = (door: Door): string => readFileSync(join(projectRoot(), 'schema', `${door.name}.graphql`), 'utf8');

describe('the doors of a city', () => {
  let city: TestCity;
  let headersOf: Readonly<Record<string, Readonly<Record<string, string>>>>;

  const ask = async (
    door: Door,
    query: string,
    as: Audience = door.audience,
    { headers, variables }: Partial<PortalExample> = {},
  ): Promise<Answer> => {
    const reply = await fetch(city.url + door.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf[as], ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await reply.json()) as Answer;
  };

  beforeAll(async () => {
    city = await startTestCity({ sampleOf: 30, settings: NO_BUDGETS });
    await city.settled();
    const reply = await fetch(`${city.url}/dev/tokens`);
    const { users } = (await reply.json()) as { readonly users: readonly DevelopmentUser[] };
    headersOf = Object.fromEntries(users.map(({ kind, headers }) => [kind, headers] as const).toReversed());
  }, 180_000);
  afterAll(() => city.stop());

  it.each(DOORS)('show at $path what exists there, and nothing else', async (door) => {
    const { data } = await ask(door, getIntrospectionQuery());
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(`${printSchema(lexicographicSortSchema(schema)).trimEnd()}\n`).toBe(committed(door));
  });

  it('answer a question about the schema beside another, each in its place', async () => {
    const query =
      '{ a: __type(name: "RiskClass") { name } budget { capacity } b: __type(name: "Enterprise") { name } }';
    const expected = { a: null, budget: null, b: { name: 'Enterprise' } };
    expect(JSON.stringify((await ask(doorOf('OPEN'), query)).data)).toBe(JSON.stringify(expected));
    expect((await ask(doorOf('INTERNAL'), query)).data).toEqual({ ...expected, a: { name: 'RiskClass' } });
  });

  it('refuse what does not exist there without a word of it', async () => {
    for (const query of [
      '{ enterprises { nodes { riskClassess { totalCount } } } }',
      '{ enterprises { nodes { riskClasses { totalCount } } } }',
      '{ enterprises { nodes { timeline { nodes { fact { ... on RiskClass { level } } } } } } }',
      'mutation { enterpriseCreat { id } }',
    ]) {
      const { data, errors = [] } = await ask(doorOf('SUBJECT'), query);
      expect([query, data, errors.map(({ extensions }) => extensions['code'])]).toEqual([
        query,
        undefined,
        expect.arrayContaining(['GRAPHQL_VALIDATION_FAILED']),
      ]);
      expect(errors.map(({ message }) => message).join(' ')).not.toMatch(/Did you mean/);
    }
  });

  it('refuse a kind of operation that does not exist there, whatever it selects', async () => {
    for (const query of ['mutation { confirmLink(id: "x") { changed } }', 'subscription { a { b } }']) {
      const { data, errors = [] } = await ask(doorOf('OPEN'), query);
      const codes = errors.map(({ extensions }) => extensions['code']);
      expect([query, data, codes]).toEqual([query, undefined, ['GRAPHQL_VALIDATION_FAILED']]);
    }
  });

  it.each(DOORS)(
    'answer at $path all that an enterprise leads to, with nothing missing and nothing refused',
    async (door) => {
      const schema = buildSchema(committed(door));
      const codes = new Set<string>();
      let asked = 0;
      for (const field of fieldsOf(schema.getType('Enterprise')).filter(canBeAsked)) {
        const query = `{ enterprises(first: 8) { nodes { ${selected(schema, field, getNamedType(field.type).name === 'Enterprise' ? 2 : 4)} } } }`;
        const { errors = [], extensions } = await ask(door, query);
        for (const { extensions: told } of errors.filter((error) => !isOfAnother(door, error)))
          codes.add(`${field.name} ${String(told['code'])}`);
        expect(Object.keys(extensions ?? {})).toEqual([]);
        asked += 1;
      }
      expect(asked).toBeGreaterThan(40);
      expect([...codes].filter((code) => door.audience !== 'INTERNAL' || !code.endsWith(' FORBIDDEN'))).toEqual([]);
    },
    120_000,
  );

  it.each(DOORS)(
    'answer at $path all lists at its root, with nothing missing and nothing refused',
    async (door) => {
      const schema = buildSchema(committed(door));
      const fields = fieldsOf(schema.getQueryType() ?? undefined).filter(canBeAsked);
      const codes = new Set<string>();
      for (let at = 0; at < fields.length; at += ROOTS_AT_ONCE) {
        const some = fields.slice(at, at + ROOTS_AT_ONCE);
        const { errors = [], extensions } = await ask(
          door,
          `{ ${some.map((field) => selected(schema, field, 3)).join(' ')} }`,
        );
        for (const { path, extensions: told } of errors.filter((error) => !isOfAnother(door, error)))
          codes.add(`${String(path?.[0])} ${String(told['code'])}`);
        expect(Object.keys(extensions ?? {})).toEqual([]);
      }
      expect(fields.length).toBeGreaterThan(20);
      expect([...codes].filter((code) => door.audience !== 'INTERNAL' || !code.endsWith(' FORBIDDEN'))).toEqual([]);
    },
    120_000,
  );

  it('offer examples that answer to the callers for development, by the authorisations of the sample city', async () => {
    const run = async (name: string, title: string): Promise<Answer> => {
      const examples = (await (await fetch(`${city.url}/portal/${name}.json`)).json()) as readonly PortalExample[];
      const example = examples.find((each) => each.title.startsWith(title));
      const door = DOORS.find((each) => each.name === name) ?? doorOf('OPEN');
      return ask(door, example?.query ?? `there is no example ${title}`, door.audience, example);
    };
    const promises = async (title: string): Promise<unknown> => {
      const { data, errors = [] } = await run('agency', title);
      const enterprise = data?.['enterprise'] as { readonly commitments: { readonly totalCount: number } } | undefined;
      return errors[0]?.extensions['code'] ?? enterprise?.commitments.totalCount;
    };
    const open = Number(await promises('无授权'));
    expect(open).toBeGreaterThan(0);
    expect(await promises('凭企业授权')).toBe(open + 1);
    expect(await promises('查询目的与授权不符')).toBe('AUTHORISATION_PURPOSE_DIFFERS');
    expect(await promises('单次授权')).toBe(open + 1);
    const listed = async (name: string, title: string): Promise<readonly Given[]> => {
      const { authorisations } = (await run(name, title)).data as { authorisations: { nodes: Given[] } };
      return authorisations.nodes;
    };
    const standing = (rows: readonly Given[]): string[] => rows.map(({ usage, status }) => `${usage} ${status}`);
    const held = await listed('agency', '本机构获得的授权');
    expect(standing(held)).toEqual(['MANY ACTIVE', 'ONCE SPENT', 'ONCE ACTIVE']);

    const { data: granted } = await run('my', '授权一家');
    expect(granted).toMatchObject({ authorisationGrant: { authorisation: { status: 'ACTIVE' }, errors: [] } });
    const { data: revoked } = await run('my', '撤销一份');
    expect(revoked).toMatchObject({ authorisationRevoke: { authorisation: { status: 'REVOKED' } } });
    const given = await listed('my', '本企业授权谁');
    expect(standing(given).toSorted()).toEqual(
      ['MANY ACTIVE', 'MANY ACTIVE', 'MANY REVOKED', 'ONCE ACTIVE', 'ONCE REVOKED', 'ONCE SPENT'].toSorted(),
    );
    const { data: told } = await run('my', '谁查询过');
    const { nodes } = (told as { enterprise: { accessRecords: { nodes: readonly object[] } } }).enterprise
      .accessRecords;
    for (const { number } of held.slice(0, 2))
      expect(nodes).toContainEqual(expect.objectContaining({ authorisation: number, purpose: 'CREDIT_SERVICE' }));
  });

  it('count a wider caller as their own audience, for what exists and for rows', async () => {
    const query = '{ enterprises(first: 1) { nodes { uscc } } budget { capacity } }';
    expect(await ask(doorOf('OPEN'), query, 'INTERNAL')).toEqual(await ask(doorOf('OPEN'), query));
    const refused = await ask(doorOf('OPEN'), '{ enterprises { nodes { riskClasses { totalCount } } } }', 'INTERNAL');
    expect(refused.errors?.map(({ extensions }) => extensions['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});

/** Who asked about an enterprise is told to itself alone, and there are others in these answers. */
function isOfAnother({ audience }: Door, { path = [], extensions }: NonNullable<Answer['errors']>[number]): boolean {
  return audience === 'SUBJECT' && path.includes('accessRecords') && extensions['code'] === 'FORBIDDEN';
}

function fieldsOf(type: GraphQLNamedType | undefined): readonly GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function canBeAsked({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.every(({ type, defaultValue }) => !String(type).endsWith('!') || defaultValue !== undefined);
}

/** A field with all that can be selected below it, down to some levels. */
function selected(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, levels: number): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  const inner = fieldsOf(type)
    .filter(canBeAsked)
    .filter((each) => isLeafType(getNamedType(each.type)) || levels > 1)
    .map((each) => selected(schema, each, levels - 1));
  const concrete = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => `... on ${name} { id }`) : [];
  return `${field.name} { __typename ${[...inner, ...concrete].join(' ')} }`;
}
