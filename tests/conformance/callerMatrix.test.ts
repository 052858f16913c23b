import { getNamedType, isCompositeType, isInterfaceType, isObjectType, buildSchema, type GraphQLField } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDepartments } from '../../gateway/departments.ts';
import { DOORS, doorOf, type Door } from '../../gateway/doors/Door.ts';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { doorHeaders } from '../kit/doorPath.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import { demandsOfAll, isAbsent, meets, type CallerKind } from './callerMatrix.ts';
import { sampleArguments } from './sampleLiteral.ts';

const UNLIMITED = { BUDGET_OPEN: 'off', BUDGET_AGENCY: 'off', BUDGET_SUBJECT: 'off', BUDGET_INTERNAL: 'off' };
/** The code that sample arguments name. */
const USCC = '91350100M000100Y43';
/** Fields in one request; errors of validation end with the hundredth. */
const AT_ONCE = 30;
/** A row decides here, not the kind of caller: whose authorisation, whose records, whose promise it is. */
const ROWS_DECIDE: ReadonlySet<string> = new Set([
  'Enterprise.accessRecords',
  'Mutation.authorisationGrant',
  'Mutation.authorisationRevoke',
]);

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

type Field = GraphQLField<unknown, unknown>;

const departments = await loadDepartments();
const demands = demandsOfAll(departments);
const coordinates = [...demands.keys()].filter((coordinate) => coordinate.includes('.'));
const schemaOf = ({ name }: Door) =>
  buildSchema(readFileSync(join(projectRoot(), 'schema', `${name}.graphql`), 'utf8'));

const KINDS: readonly (readonly [string, Door, CallerKind])[] = [
  ['the public', doorOf('OPEN'), { audience: 'OPEN' }],
  ['a credit agency', doorOf('AGENCY'), { audience: 'AGENCY' }],
  ['an enterprise', doorOf('SUBJECT'), { audience: 'SUBJECT', isSubject: true }],
  ...departments.map(
    ({ name }) => [`the department ${name}`, doorOf('INTERNAL'), { audience: 'INTERNAL', department: name }] as const,
  ),
  ['a department at the public door', doorOf('OPEN'), { audience: 'OPEN' }],
  ['a department at the door of agencies', doorOf('AGENCY'), { audience: 'AGENCY' }],
];

describe('every coordinate for every kind of caller', () => {
  let city: TestCity;
  let headersOf: ReadonlyMap<string, Readonly<Record<string, string>>>;
  beforeAll(async () => {
    city = await startTestCity({ sampleOf: 10, settings: UNLIMITED });
    await city.settled();
    const users = (await (await fetch(`${city.url}/dev/tokens`)).json()) as {
      readonly users: readonly { readonly kind: string; readonly headers: Readonly<Record<string, string>> }[];
    };
    const agency = users.users.find(({ kind }) => kind === 'AGENCY')?.headers ?? {};
    const staff = { authorization: await city.bearer('registry') };
    headersOf = new Map<string, Readonly<Record<string, string>>>([
      ['the public', {}],
      ['a credit agency', agency],
      ['an enterprise', { authorization: await city.bearer({ enterprise: USCC }) }],
      ...(await Promise.all(
        departments.map(
          async ({ name }) => [`the department ${name}`, { authorization: await city.bearer(name) }] as const,
        ),
      )),
      ['a department at the public door', staff],
      ['a department at the door of agencies', staff],
    ]);
  }, 180_000);
  afterAll(() => city.stop());

  async function ask(door: Door, query: string, who: string): Promise<Answer> {
    const reply = await fetch(city.url + door.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...doorHeaders(door.path), ...headersOf.get(who) },
      body: JSON.stringify({ query }),
    });
    return (await reply.json()) as Answer;
  }

  it.each(KINDS.slice(0, 4))('%s is told of no coordinate that does not exist there', async (who, door) => {
    const schema = schemaOf(door);
    const wrong: string[] = [];
    let absent = 0;
    for (const chunk of chunksOf(coordinates, AT_ONCE)) {
      const fragments = chunk.map((coordinate, at) => {
        const [type = '', field = ''] = coordinate.split('.');
        return `fragment F${at} on ${type} { ${field} }`;
      });
      const { errors = [] } = await ask(door, `{ __typename } ${fragments.join(' ')}`, who);
      const said = errors.map(({ message }) => message).join('\n');
      const hidden = chunk.filter((coordinate) => isHiddenAt(door, coordinate));
      absent += hidden.length;
      wrong.push(
        ...hidden.filter((coordinate) => !saysUnknown(said, coordinate)).map((coordinate) => `${coordinate} exists`),
      );
      // What is not hidden may still be gone with a type that nothing leads to any more.
      const kept = chunk.filter((coordinate) => !hidden.includes(coordinate) && schema.getType(typeOf(coordinate)));
      wrong.push(
        ...kept.filter((coordinate) => saysUnknown(said, coordinate)).map((coordinate) => `${coordinate} is absent`),
      );
    }
    expect(wrong).toEqual([]);
    expect(absent).toBeGreaterThan(3);
  });

  it.each(KINDS)(
    '%s is refused at the roots and at the enterprise what its rights do not reach, and nothing changes; else it is not',
    async (who, door, kind) => {
      const schema = schemaOf(door);
      const fieldsOf = (name: string): readonly Field[] => {
        const type = schema.getType(name);
        return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
      };
      const isRefused = (type: string, { name }: Field): boolean => {
        const demand = demands.get(`${type}.${name}`);
        if (!demand) throw new Error(`${type}.${name} demands nothing`);
        return !meets(kind, demand);
      };
      const wrong: string[] = [];
      const check = async (type: string, fields: readonly Field[]): Promise<void> => {
        for (const chunk of chunksOf(fields, AT_ONCE)) {
          const { errors = [] } = await ask(door, documentOf(type, chunk), who);
          for (const field of chunk) {
            const codes = errors.filter(({ path = [] }) => path.includes(`f_${field.name}`));
            const wasRefused = codes.some(({ extensions }) => extensions.code === 'FORBIDDEN');
            if (wasRefused !== isRefused(type, field) && !ROWS_DECIDE.has(`${type}.${field.name}`))
              wrong.push(`${type}.${field.name} ${wasRefused ? 'is refused' : 'is not refused'}`);
          }
        }
      };
      // Views follow what the caller before was allowed to write.
      await city.settled();
      const before = await statesOf(city);
      await check('Query', fieldsOf('Query'));
      await check('Enterprise', fieldsOf('Enterprise'));
      const mutations = fieldsOf('Mutation');
      await check(
        'Mutation',
        mutations.filter((field) => isRefused('Mutation', field)),
      );
      expect(await statesOf(city)).toEqual(before);
      await check(
        'Mutation',
        mutations.filter((field) => !isRefused('Mutation', field)),
      );
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('speaks of every coordinate of the widest door', () => {
    const schema = schemaOf(doorOf('INTERNAL'));
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__'),
    );
    const all = types.flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
    expect(all.filter((coordinate) => !demands.has(coordinate))).toEqual([]);
    expect(DOORS).toHaveLength(4);
  });
});

function isHiddenAt(door: Door, coordinate: string): boolean {
  const demand = demands.get(coordinate);
  return demand !== undefined && isAbsent(demand, door);
}

function typeOf(coordinate: string): string {
  return coordinate.split('.')[0] ?? '';
}

function saysUnknown(said: string, coordinate: string): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  return said.includes(`Unknown type "${type}"`) || said.includes(`Cannot query field "${field}" on type "${type}"`);
}

function documentOf(type: string, fields: readonly Field[]): string {
  const calls = fields.map((field) => {
    const below = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
    return `f_${field.name}: ${field.name}${sampleArguments(field.args)}${below}`;
  });
  if (type === 'Enterprise') return `{ enterprises(first: 1) { nodes { ${calls.join(' ')} } } }`;
  return `${type.toLowerCase()} { ${calls.join(' ')} }`;
}

function chunksOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** What is stored of each department, as MongoDB digests it. */
async function statesOf({ database: { uri, prefix } }: TestCity): Promise<readonly unknown[]> {
  const connection = await openConnection(uri);
  try {
    return await Promise.all(
      departments.map(async ({ name }) => {
        const { collections } = (await connection.useDb(`${prefix}${name}`).db?.command({ dbHash: 1 })) ?? {};
        // How far a view has followed the ledger, which goes on by itself.
        const { positions, ...stored } = collections as Readonly<Record<string, string>>;
        return { name, stored };
      }),
    );
  } finally {
    await connection.close();
  }
}
