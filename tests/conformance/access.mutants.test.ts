import { jest } from '@jest/globals';
import { isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';
import { carryOut, planAttacks, type Attack } from './attackGuardedTypes.ts';
import { isGuarded, readDemands } from './Demand.ts';

/** What a guard may stand before: the resolver of a field, of references to a type, or of the type behind an interface. */
type Place = Record<string, unknown>;

const RESOLVERS = ['resolve', 'resolveType', 'extensions'] as const;

/** A guard, and the attacks that have to notice when it is gone. */
interface Guarded {
  readonly name: string;
  readonly targets: ReadonlySet<string>;
  /** Takes the guard out; gives back what puts it in again. */
  readonly takeOut: () => () => void;
}

/** What stood everywhere before the guards came, by schema. */
const bare = new Map<GraphQLSchema, ReadonlyMap<Place, Place>>();

const actual = await import('../../src/policy/guardSchema.ts');
jest.unstable_mockModule('../../src/policy/guardSchema.ts', () => ({
  guardSchema(schema: GraphQLSchema): GraphQLSchema {
    const places = [...placesOf(schema)].map(({ place }) => place);
    bare.set(
      schema,
      new Map(places.map((place) => [place, Object.fromEntries(RESOLVERS.map((name) => [name, place[name]]))])),
    );
    return actual.guardSchema(schema);
  },
}));
const { loadDepartments } = await import('../../gateway/departments.ts');
const { gatewayPart } = await import('./gatewayPart.ts');
const departments = [...(await loadDepartments()), gatewayPart()];

function* placesOf(schema: GraphQLSchema): Generator<{ readonly place: Place; readonly targets: readonly string[] }> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) {
      yield { place: type as unknown as Place, targets: schema.getPossibleTypes(type).map(({ name }) => name) };
    }
    if (!isObjectType(type)) continue;
    yield { place: type as unknown as Place, targets: [type.name] };
    for (const field of Object.values(type.getFields())) {
      yield { place: field as unknown as Place, targets: [`${type.name}.${field.name}`] };
    }
  }
}

/** Each place where something else stands now than before the guards came. */
function guardsOf(schema: GraphQLSchema): readonly Guarded[] {
  const before = bare.get(schema) ?? new Map<Place, Place>();
  return [...placesOf(schema)].flatMap(({ place, targets }) => {
    const old = before.get(place) ?? {};
    const now = Object.fromEntries(RESOLVERS.map((name) => [name, place[name]]));
    if (RESOLVERS.every((name) => old[name] === now[name])) return [];
    const takeOut = () => {
      Object.assign(place, old);
      return () => void Object.assign(place, now);
    };
    return [{ name: String(place['name']), targets: new Set(targets), takeOut }];
  });
}

describe.each(departments.map((department) => [department.name, department] as const))(
  'each guard of %s',
  (_name, department) => {
    it('is missed where it is taken out', async () => {
      const attacks = planAttacks(department);
      const demands = readDemands(department.sdl);
      // References to open types are made asynchronous, and no more.
      const guards = guardsOf(department.schema).filter(({ targets }) =>
        [...targets].some((target) => isGuarded(demands.get(target))),
      );
      const unnoticed: string[] = [];
      for (const { name, targets, takeOut } of guards) {
        const putBack = takeOut();
        const aimed: readonly Attack[] = attacks.filter(({ target }) => targets.has(target));
        const { breaches } = await carryOut(aimed);
        putBack();
        if (breaches.length === 0) unnoticed.push(`${name} (${[...targets].join(', ')})`);
      }
      expect(unnoticed).toEqual([]);
      expect(guards.length).toBeGreaterThan(0);
      expect((await carryOut(attacks)).breaches).toEqual([]);
    }, 120_000);
  },
);
