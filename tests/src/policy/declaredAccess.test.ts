import { buildSchema, type GraphQLObjectType } from 'graphql';
import { declaredAccess } from '../../../src/policy/declaredAccess.ts';
import { buildToySchema } from './toyDepartment.ts';

const schema = buildToySchema(`
  type Query { plain: A @access  full: A @access(audience: INTERNAL, scope: "toy:a:read")  none: A }
  type A @key(fields: "id") { id: ID! }
  extend type A @access(audience: AGENCY) { more: Int }
  interface I @access(scope: "toy:i:read") { id: ID! }
`);
const field = (name: string) => schema.getQueryType()?.getFields()[name] ?? { name };
const type = (name: string) => schema.getType(name) as GraphQLObjectType;

describe('declaredAccess', () => {
  it.each([
    ['the default audience', field('plain'), { audience: 'OPEN', scopes: [] }],
    ['audience and scope', field('full'), { audience: 'INTERNAL', scopes: ['toy:a:read'] }],
    ['nothing, though the return type declares something', field('none'), undefined],
    ['the directive of an extension', type('A'), { audience: 'AGENCY', scopes: [] }],
    ['the directive of an interface', type('I'), { audience: 'OPEN', scopes: ['toy:i:read'] }],
  ])('reads %s', (_case, element, expected) => {
    expect(declaredAccess(schema, element)).toEqual(expected);
  });

  it('reads nothing where the schema does not know the directive', () => {
    const foreign = buildSchema('type Query { a: Int }');
    expect(declaredAccess(foreign, type('A'))).toBeUndefined();
  });

  it('refuses an audience that callers do not have', () => {
    const wider = buildSchema(`
      directive @access(audience: Audience! = OPEN) on OBJECT
      enum Audience { OPEN SECRET }
      type Query @access(audience: SECRET) { a: Int }
    `);
    expect(() => declaredAccess(wider, wider.getType('Query') as GraphQLObjectType)).toThrow(
      '@access on Query names an unknown audience: SECRET',
    );
  });
});
