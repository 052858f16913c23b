import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { doorOf, type Door } from '../../gateway/doors/Door.ts';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { demandsOfAll, isAbsent, isRefused, type CallerKind } from './callerMatrix.ts';
import { departments, KINDS, startMatrixCity, type Answer, type MatrixCity } from './matrixCity.ts';
import { sampleArguments } from './sampleLiteral.ts';

type Field = GraphQLField<unknown, unknown>;

/** Fields in one request with aliases; errors of validation end with the hundredth. */
const AT_ONCE = 30;
/** Lists in one request. */
const LISTS_AT_ONCE = 12;
/** Kinds that are asked over the network too. */
const OVER_THE_NETWORK: ReadonlySet<string> = new Set(['an enterprise', 'a system with one scope']);
/** Kinds, one for each door, that are asked for all that there is; others only for what their credentials could open elsewhere. */
const ONE_PER_DOOR = KINDS.slice(0, 4);

const demands = demandsOfAll(departments);
const coordinates = [...demands.keys()].filter((coordinate) => coordinate.includes('.'));
const schemas = new Map<string, GraphQLSchema>();
function schemaOf({ name }: Door): GraphQLSchema {
  const known = schemas.get(name);
  if (known !== undefined) return known;
  const built = buildSchema(readFileSync(join(projectRoot(), 'schema', `${name}.graphql`), 'utf8'));
  schemas.set(name, built);
  return built;
}
const fieldsOf = (type: GraphQLNamedType | null | undefined): readonly Field[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

describe.each([
  ['in one process', false],
  ['over the network', true],
])('every coordinate for every kind of caller, departments %s', (_where, isRemote) => {
  let city: MatrixCity;
  beforeAll(async () => {
    city = await startMatrixCity(isRemote);
  }, 180_000);
  afterAll(() => city.city.stop());
  const kinds = isRemote ? KINDS.filter(([who]) => OVER_THE_NETWORK.has(who)) : KINDS;

  /** What should be refused and is not, or the other way round, of fields that stand beside each other. */
  async function checkBeside(who: string, door: Door, kind: CallerKind, type: string, fields: readonly Field[]) {
    const wrong: string[] = [];
    for (const chunk of chunksOf(fields, AT_ONCE)) {
      const { data, errors = [] } = await city.ask(door, documentOf(type, chunk), who);
      if (!data) wrong.push(`${type} is not answered at all`);
      for (const { name } of chunk) {
        const found = errors.filter(({ path = [] }) => path.includes(`f_${name}`));
        const wasRefused = found.some(({ extensions }) => extensions.code === 'FORBIDDEN');
        if (wasRefused !== isRefused(kind, `${type}.${name}`, demands)) wrong.push(said(type, name, wasRefused));
      }
    }
    return wrong;
  }

  /** The same of all fields of the first row of each list that the door has, where there is a row. */
  async function checkRows(who: string, door: Door, kind: CallerKind) {
    const lists = fieldsOf(schemaOf(door).getQueryType()).flatMap((list) => {
      const returned = getNamedType(list.type);
      const nodes = fieldsOf(returned).find(({ name }) => name === 'nodes');
      const row = nodes && getNamedType(nodes.type);
      return isObjectType(row) ? [{ list, row, fields: fieldsOf(row) }] : [];
    });
    const wrong: string[] = [];
    const rows = new Set<string>();
    for (const chunk of chunksOf(lists, LISTS_AT_ONCE)) {
      const asked = chunk.map(
        ({ list, fields }) => `${list.name}${sampleArguments(list.args)} { nodes { ${fields.map(callOf).join(' ')} } }`,
      );
      const { data, errors = [] } = await city.ask(door, `{ ${asked.join(' ')} }`, who);
      if (!data) wrong.push('lists are not answered at all');
      for (const { list, row, fields } of chunk) {
        if (!hasRows(data, list.name)) continue;
        rows.add(row.name);
        const refused = new Set(errors.filter((error) => isForbiddenIn(error, list.name)).map(({ path }) => path?.[3]));
        for (const { name } of fields) {
          if (refused.has(name) !== isRefused(kind, `${row.name}.${name}`, demands))
            wrong.push(said(row.name, name, refused.has(name)));
        }
      }
    }
    return { wrong, rows };
  }

  const seen = new Set<string>();
  it.each(kinds)(
    '%s is refused what its rights do not reach, and nothing changes; else it is not',
    async (who, door, kind) => {
      const schema = schemaOf(door);
      const mutations = fieldsOf(schema.getMutationType());
      const isDenied = ({ name }: Field): boolean => isRefused(kind, `Mutation.${name}`, demands);
      const check = async (type: string, fields: readonly Field[]) => checkBeside(who, door, kind, type, fields);
      // Views follow what the caller before was allowed to write.
      await city.city.settled();
      const before = await city.states(kind);
      const inRows = await checkRows(who, door, kind);
      for (const row of inRows.rows) seen.add(row);
      const wrong = [
        ...inRows.wrong,
        ...(await check('Query', fieldsOf(schema.getQueryType()))),
        ...(await check('Enterprise', fieldsOf(schema.getType('Enterprise')))),
        ...(await check('Mutation', mutations.filter(isDenied))),
      ];
      expect(await city.states(kind)).toEqual(before);
      const allowed = await check(
        'Mutation',
        mutations.filter((field) => !isDenied(field)),
      );
      expect([...wrong, ...allowed]).toEqual([]);
    },
    120_000,
  );

  it('was asked about rows of nearly all types that there are lists of', () => {
    expect(seen.size).toBeGreaterThan(20);
    expect(seen.has('AuditRecord')).toBe(!isRemote);
  });

  // No department is asked for this.
  if (isRemote) return;
  it.each(KINDS)(
    '%s is told of no coordinate that does not exist there',
    async (who, door, kind) => {
      const schema = schemaOf(door);
      const wrong: string[] = [];
      let absent = 0;
      const isWhole = ONE_PER_DOOR.some(([, , each]) => each === kind);
      const asked = isWhole ? coordinates : coordinates.filter((each) => isHiddenAt(door, each) && isAtRoot(each));
      for (const chunk of chunksOf(asked, AT_ONCE)) {
        // One for each type: every other would be told all over again that there is no such type, with those that are spelt like it.
        const fragments = [...new Set(chunk.map(typeOf))].map((type) => {
          const fields = chunk.flatMap((each) => (typeOf(each) === type ? [each.slice(type.length + 1)] : []));
          return `fragment F${type} on ${type} { ${fields.join(' ')} }`;
        });
        const { errors = [] } = await city.ask(door, `{ __typename } ${fragments.join(' ')}`, who);
        const told = errors.map(({ message }) => message).join('\n');
        const hidden = chunk.filter((coordinate) => isHiddenAt(door, coordinate));
        absent += hidden.length;
        wrong.push(...hidden.filter((each) => !saysUnknown(told, each)).map((each) => `${each} exists`));
        // What is not hidden may still be gone with a type that nothing leads to any more.
        const kept = chunk.filter((each) => !hidden.includes(each) && schema.getType(typeOf(each)));
        wrong.push(...kept.filter((each) => saysUnknown(told, each)).map((each) => `${each} is absent`));
      }
      expect(wrong).toEqual([]);
      expect(absent).toBeGreaterThan(isWhole ? 3 : 0);
    },
    60_000,
  );
});

it('the demands speak of every coordinate of the widest door', () => {
  const types = Object.values(schemaOf(doorOf('INTERNAL')).getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const all = types.filter(isObjectType).flatMap((type) => fieldsOf(type).map(({ name }) => `${type.name}.${name}`));
  expect(all.filter((coordinate) => !demands.has(coordinate))).toEqual([]);
});

function isHiddenAt(door: Door, coordinate: string): boolean {
  const demand = demands.get(coordinate);
  return demand !== undefined && isAbsent(demand, door);
}

function isForbiddenIn({ path = [], extensions }: NonNullable<Answer['errors']>[number], list: string): boolean {
  return extensions.code === 'FORBIDDEN' && path[0] === list && path[2] === 0 && path.length === 4;
}

function hasRows(data: Answer['data'], list: string): boolean {
  const page = data?.[list] as { readonly nodes?: readonly unknown[] | null } | null | undefined;
  return (page?.nodes?.length ?? 0) > 0;
}

function said(type: string, field: string, wasRefused: boolean): string {
  return `${type}.${field} ${wasRefused ? 'is refused' : 'is not refused'}`;
}

function isAtRoot(coordinate: string): boolean {
  return ['Query', 'Mutation', 'Enterprise'].includes(typeOf(coordinate));
}

function typeOf(coordinate: string): string {
  return coordinate.split('.')[0] ?? '';
}

function saysUnknown(told: string, coordinate: string): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  return told.includes(`Unknown type "${type}"`) || told.includes(`Cannot query field "${field}" on type "${type}"`);
}

function callOf(field: Field): string {
  const below = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${field.name}${sampleArguments(field.args)}${below}`;
}

function documentOf(type: string, fields: readonly Field[]): string {
  const calls = fields.map((field) => `f_${field.name}: ${callOf(field)}`);
  if (type === 'Enterprise') return `{ enterprises(first: 1) { nodes { ${calls.join(' ')} } } }`;
  return `${type.toLowerCase()} { ${calls.join(' ')} }`;
}

function chunksOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
