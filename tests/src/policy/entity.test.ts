import type { GraphQLObjectType } from 'graphql';
import { contributedFields, isEntity, isForeign, isRoot } from '../../../src/policy/entity.ts';
import { buildToySchema } from './toyDepartment.ts';

const schema = buildToySchema(`
  type Query { a: Owned @access }
  type Owned @key(fields: "id") @access { id: ID! name: String }
  type Value @access { amount: Int }
  extend type Extended @key(fields: "id code { digits }") @key(fields: "name") {
    id: ID! code: Code name: String elsewhere: Int @external added: Int @access @requires(fields: "elsewhere")
  }
  type Code @shareable @access { digits: String }
  type Referred @key(fields: "id", resolvable: false) { id: ID! }
`);
const type = (name: string) => schema.getType(name) as GraphQLObjectType;

describe('entities', () => {
  it.each([
    ['Owned', true, false],
    ['Value', false, false],
    ['Extended', true, true],
    ['Referred', true, true],
    ['Query', false, false],
  ])('tells whether %s is an entity and whose', (name, entity, foreign) => {
    expect([isEntity(type(name)), isForeign(type(name))]).toEqual([entity, foreign]);
  });

  it('counts as contributed what is neither key nor external', () => {
    expect(contributedFields(type('Extended')).map(({ name }) => name)).toEqual(['added']);
    expect(contributedFields(type('Referred'))).toEqual([]);
    expect(contributedFields(type('Owned'))).toEqual([]);
  });

  it('knows the root types', () => {
    expect([isRoot(schema, type('Query')), isRoot(schema, type('Owned'))]).toEqual([true, false]);
  });
});
