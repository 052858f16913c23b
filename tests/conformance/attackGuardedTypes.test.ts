import { isAbstractType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { FieldReader } from '../../src/policy/grantedFields.ts';
import { guardGrantedField } from '../../src/policy/guardGrantedField.ts';
import { guardSchema } from '../../src/policy/guardSchema.ts';
import { toyDepartment } from '../src/policy/toyDepartment.ts';
import { attackGuardedTypes } from './attackGuardedTypes.ts';

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('_'),
  ) as GraphQLObjectType[];

/** What stands before fields that authorisations name; guards.mutants.test.ts takes it out. */
const GRANTED = (() => {
  const field = { name: 'title' } as GraphQLField<unknown, FieldReader>;
  guardGrantedField(field, 'Note');
  return field.resolve;
})();

/** Every guard of the toy department by audience and scope, each with the deed that takes it away. */
const GUARDS: [string, (schema: GraphQLSchema) => void][] = (() => {
  const bare = toyDepartment().schema;
  const guarded = guardSchema(toyDepartment().schema);
  const field = (schema: GraphQLSchema, type: string, name: string) =>
    (schema.getType(type) as GraphQLObjectType).getFields()[name];
  return [
    ...objectTypes(guarded).flatMap((type) =>
      Object.values(type.getFields())
        .filter(
          ({ name, resolve }) =>
            resolve && !isSameCode(resolve, GRANTED) && !isSameCode(resolve, field(bare, type.name, name)?.resolve),
        )
        .map(({ name }): [string, (schema: GraphQLSchema) => void] => [
          `${type.name}.${name}`,
          (schema) =>
            Object.assign(field(schema, type.name, name) ?? {}, { resolve: field(bare, type.name, name)?.resolve }),
        ]),
    ),
    ['File', (schema) => Object.assign(schema.getType('File') ?? {}, { extensions: bare.getType('File')?.extensions })],
    ...Object.values(guarded.getTypeMap())
      .filter((type) => isAbstractType(type) && type.name !== '_Entity' && type.resolveType)
      .map(({ name }): [string, (schema: GraphQLSchema) => void] => [
        'File',
        (schema) => Object.assign(schema.getType(name) ?? {}, { resolveType: undefined }),
      ]),
  ];
})();

function isSameCode(left: unknown, right: unknown): boolean {
  return String(left) === String(right);
}

describe('attackGuardedTypes', () => {
  it('finds a guarded department safe after many attacks', async () => {
    const { sdl, schema } = toyDepartment();
    const { attacks, breaches } = await attackGuardedTypes({ sdl, schema: guardSchema(schema) });
    expect(breaches).toEqual([]);
    expect(attacks).toBeGreaterThan(50);
  });

  it('knows the guards to take away', () => {
    expect(GUARDS.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'Query.file',
        'Query.files',
        'Query.count',
        'File.id',
        'File.verdict',
        'Note.file',
        'Enterprise.grade',
        'File',
      ]),
    );
  });

  it.each(GUARDS)('notices that the guard of %s is gone', async (coordinate, remove) => {
    const { sdl, schema } = toyDepartment();
    remove(guardSchema(schema));
    const { breaches } = await attackGuardedTypes({ sdl, schema });
    expect(breaches.length).toBeGreaterThan(0);
    expect(breaches.filter((breach) => !breach.startsWith(`${coordinate} `))).toEqual([]);
  });

  it('notices a guard that admits nobody', async () => {
    const { sdl, schema } = toyDepartment();
    guardSchema(schema);
    const verdict = (schema.getType('File') as GraphQLObjectType).getFields()['verdict'];
    const other = schema.getMutationType()?.getFields()['fileRecord'];
    Object.assign(verdict ?? {}, { resolve: other?.resolve });
    const { breaches } = await attackGuardedTypes({ sdl, schema });
    expect(breaches).toContainEqual(expect.stringMatching(/^File\.verdict for INTERNAL .* was refused$/));
  });
});
