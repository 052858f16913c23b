import { buildSchema, GraphQLError, GraphQLScalarType, Kind, parse, validate, type GraphQLSchema } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { adoptScalars } from '../../../gateway/engine/adoptScalars.ts';
import { AppError } from '../../../src/errors/AppError.ts';

/** A schema with a scalar `Even`, which refuses odd numbers where it is given the behaviour. */
function schemaWith(even?: (value: unknown) => unknown): GraphQLSchema {
  const schema = buildSchema('scalar Even scalar Other type Query { half(of: Even, by: Other): Int }');
  const scalar = schema.getType('Even');
  if (even && scalar instanceof GraphQLScalarType) {
    scalar.parseValue = even;
    scalar.parseLiteral = (node) => even('value' in node ? Number(node.value) : undefined);
  }
  return schema;
}

const refuseOdd = (value: unknown): unknown => {
  if (Number(value) % 2 !== 0) throw new AppError('VALUE_INVALID', { type: 'Even', reason: 'odd' });
  return value;
};

describe('the scalars of a composed schema', () => {
  it('take anything before', () => {
    expect(validate(schemaWith(), parse('{ half(of: 3) }'))).toEqual([]);
  });

  it('refuse a literal as the department does, with its code and the place', () => {
    const composed = schemaWith();
    adoptScalars(composed, [schemaWith(refuseOdd)]);
    expect(validate(composed, parse('{ half(of: 2) }'))).toEqual([]);
    const [error] = validate(composed, parse('{ half(of: 3) }'));
    expect(error).toMatchObject({
      locations: [{ line: 1, column: 12 }],
      extensions: { rowCode: 'VALUE_INVALID', details: { type: 'Even', reason: 'odd' } },
    });
  });

  it('refuse a variable as the department does', () => {
    const composed = schemaWith();
    adoptScalars(composed, [schemaWith(refuseOdd)]);
    const [operation] = parse('query($v: Even) { half(of: $v) }').definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Not an operation');
    const { errors } = getVariableValues(composed, operation.variableDefinitions ?? [], { v: 3 });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALUE_INVALID' });
  });

  it('behave as the first department says that knows them, and keep to themselves where none does', () => {
    const composed = schemaWith();
    adoptScalars(composed, [buildSchema('type Query { a: Int }'), schemaWith(refuseOdd), schemaWith((value) => value)]);
    expect(validate(composed, parse('{ half(of: 3, by: 3) }'))).toHaveLength(1);
  });

  it('let faults that are no GraphQL errors pass as they are', () => {
    const composed = schemaWith();
    const fault = new RangeError('bug');
    adoptScalars(composed, [
      schemaWith(() => {
        throw fault;
      }),
    ]);
    const [error] = validate(composed, parse('{ half(of: 3) }'));
    expect(error).toBeInstanceOf(GraphQLError);
    expect(error?.originalError).toBe(fault);
  });
});
