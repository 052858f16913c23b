import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { loadDepartments } from '../../gateway/departments.ts';
import { contributedFields, isForeign, isRoot } from '../../src/policy/entity.ts';
import { ownFields, ownTypes } from '../../src/policy/ownTypes.ts';

/** A schema coordinate and what the SDL says of it. */
type Described = readonly [coordinate: string, description: string | null | undefined];

/** Types that the federation library adds. */
const FOREIGN_NAME = /^_|__|^(ID|Int|Float|String|Boolean)$/;

const departments = await loadDepartments();

describe.each(departments.map(({ name, schema }) => [name, describedIn(schema)] as const))(
  'the SDL of %s',
  (_name, described) => {
    it('describes every type, field, argument, enum value and input field', () => {
      expect(described.filter(([, description]) => !description?.trim()).map(([coordinate]) => coordinate)).toEqual([]);
    });

    it('gives the Chinese term in each description', () => {
      const without = described.filter(
        ([, description]) => description?.trim() && !/\p{Script=Han}/u.test(description),
      );
      expect(without.map(([coordinate]) => coordinate)).toEqual([]);
    });
  },
);

function describedIn(schema: GraphQLSchema): Described[] {
  return [
    ...ownTypes(schema).flatMap((type): Described[] => {
      const fields = isForeign(type) ? contributedFields(type) : ownFields(type);
      // A root type gathers fields of all departments, and a foreign one is described by its owner.
      const own: Described[] = isRoot(schema, type) || isForeign(type) ? [] : [[type.name, type.description]];
      return [
        ...own,
        ...fields.flatMap((field): Described[] => [
          [`${type.name}.${field.name}`, field.description],
          ...field.args.map((arg): Described => [`${type.name}.${field.name}(${arg.name}:)`, arg.description]),
        ]),
      ];
    }),
    ...Object.values(schema.getTypeMap())
      .filter((type) => !isObjectType(type) && !isInterfaceType(type) && !FOREIGN_NAME.test(type.name))
      .flatMap((type): Described[] => [[type.name, type.description], ...membersOf(type)]),
  ];
}

function membersOf(type: GraphQLNamedType): Described[] {
  const members = isEnumType(type) ? type.getValues() : isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return members.map(({ name, description }) => [`${type.name}.${name}`, description]);
}
