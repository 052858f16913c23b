import { accessOf } from '../../src/policy/accessOf.ts';
import { buildToySchema } from '../src/policy/toyDepartment.ts';
import { loopholes } from './loopholes.ts';
import { nonNullable } from './nonNullable.ts';
import { unboundedLists } from './unboundedLists.ts';

describe('nonNullable', () => {
  it('names root, contributed and stricter fields with `!`, and non-null positions of a type decided at run time', () => {
    const schema = buildToySchema(`
      type Query { a: A! @access  b: B @access  list: [Any!] @access @listSize(assumedSize: 1) }
      union Any = A | B
      type A @access { id: ID! b: B! any: Any! open: A! }
      type B @access(audience: INTERNAL) { id: ID! any: Any! stricter: Int! @access(scope: "toy:b:read") }
      extend type Enterprise @key(fields: "uscc") { uscc: ID! as: [A!]! @access @listSize(assumedSize: 1) fine: [A!] @access }
    `);
    expect(nonNullable(schema)).toEqual(['A.any', 'A.b', 'B.stricter', 'Enterprise.as', 'Query.a', 'Query.list']);
  });
});

describe('unboundedLists', () => {
  it('names lists without a size and connections without `first`', () => {
    const schema = buildToySchema(`
      type Query { as: [A] @access  sized: [A!]! @access @listSize(assumedSize: 1)
        page(first: Int = 20): AConnection @access  pageless: AConnection @access }
      type A @access { tags: [String!]! words: String }
      type AConnection @access { edges: [AEdge] pageInfo: PageInfo }
      type AEdge @access { node: A }
      type FakeConnection @access { rows: [A] }
      type PageInfo @shareable @access { hasNextPage: Boolean! }
    `);
    expect(unboundedLists(schema)).toEqual(['A.tags', 'FakeConnection.rows', 'Query.as', 'Query.pageless']);
  });
});

describe('loopholes', () => {
  it('names what is more open than its interface, its node, its entity or the fields that it names', () => {
    const schema = buildToySchema(`
      type Query { page(first: Int): AConnection @access }
      interface I @access { kept: Int @access(audience: AGENCY)  open: Int }
      type A implements I @key(fields: "kept inner { deep }") @access { kept: Int open: Int inner: Inner }
      type Inner @access { deep: Int @access(audience: INTERNAL) }
      type B implements I @access(audience: INTERNAL) { kept: Int open: Int }
      type BConnection @access(audience: INTERNAL) { edges: [BEdge] }
      type BEdge @access { node: B }
      type AConnection @access { edges: [AEdge] }
      type AEdge @access { node: A }
      extend type Enterprise @key(fields: "uscc") {
        uscc: ID! secret: Int @external
        derived: Int @access(audience: AGENCY) @requires(fields: "secret")
        fine: Int @access(audience: INTERNAL) @requires(fields: "secret")
        other: Other @access
      }
      extend type Other @key(fields: "id") { id: ID! word: Int @access }
    `);
    const levels = new Map([
      ...accessOf(schema),
      ['Enterprise.secret', { audience: 'INTERNAL', scopes: [] }],
      ['Other', { audience: 'AGENCY', scopes: ['toy:other:read'] }],
    ] as const);
    expect(loopholes(schema, levels)).toEqual([
      'A is more open than Inner.deep',
      'A.kept is more open than I.kept',
      'BEdge is more open than B',
      'Enterprise.derived is more open than Enterprise.secret',
      'Other.word is more open than Other',
    ]);
  });
});
