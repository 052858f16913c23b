import { undeclared } from '../../../src/policy/undeclared.ts';
import { buildToySchema, toyDepartment } from './toyDepartment.ts';

describe('undeclared', () => {
  it('names root fields, types, interfaces and contributed fields without @access, and nothing else', () => {
    const schema = buildToySchema(`
      type Query { a: A  b: A @access }
      extend type Query { c: A }
      type Mutation { d: A }
      type A @key(fields: "id") { id: ID! }
      type B @access { inherits: Int }
      interface I { id: ID! }
      extend type E @key(fields: "id") { id: ID! added: Int  fine: Int @access }
      type Referred @key(fields: "id", resolvable: false) { id: ID! }
    `);
    expect(undeclared(schema)).toEqual(['A', 'E.added', 'I', 'Mutation.d', 'Query.a', 'Query.c']);
  });

  it('finds nothing in a department that is in order', () => {
    expect(undeclared(toyDepartment().schema)).toEqual([]);
  });
});
