import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { operationTypeRule } from '../../../gateway/apollo/operationTypeRule.ts';

const schema = buildSchema('type Query { a: Int }');
const messages = (query: string, rules = [operationTypeRule]): readonly string[] =>
  validate(schema, parse(query), rules).map(({ message }) => message);

describe('operationTypeRule', () => {
  it('refuses what the rules of the specification pass over', () => {
    expect(messages('mutation { b }', [...specifiedRules])).toEqual([]);
    expect(messages('mutation { b }')).toEqual(['There is no mutation here.']);
    expect(messages('subscription { b }')).toEqual(['There is no subscription here.']);
  });

  it('refuses subscriptions, which nobody executes, also where there are some', () => {
    const other = buildSchema('type Query { a: Int } type Subscription { b: Int }');
    const [error] = validate(other, parse('subscription { b }'), [operationTypeRule]);
    expect(error?.message).toBe('Subscriptions are not served here.');
  });

  it('lets the kinds pass that there are', () => {
    expect(messages('{ a }')).toEqual([]);
  });
});
