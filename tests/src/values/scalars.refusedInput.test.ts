import {
  execute,
  graphql,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  validate,
  type GraphQLError,
} from 'graphql';
import { AppError } from '../../../src/errors/AppError.ts';
import { USCC } from '../../../src/values/scalars.ts';
import { citizenIdOf } from './citizenIdOf.ts';

const PERSON = citizenIdOf('350102', '19900307', 101);
const REFUSED = { code: 'USCC_INVALID', details: { part: 'CITIZEN_ID' } };

const found = { type: GraphQLString, args: { uscc: { type: USCC } } };
const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { found } }) });
const rootValue = { found: ({ uscc }: { uscc: string }) => uscc };

it('hands resolvers the normalised code', async () => {
  const source = 'query ($u: USCC) { variable: found(uscc: $u) literal: found(uscc: "91350100-705362917e") }';
  const result = await graphql({ schema, source, rootValue, variableValues: { u: ' 91350100705362917e' } });
  expect(result.errors).toBeUndefined();
  expect({ ...result.data }).toEqual({ variable: '91350100705362917E', literal: '91350100705362917E' });
});

it.each([
  ['literal', `{ found(uscc: "${PERSON}") }`],
  ['default of a variable', `query ($u: USCC = "${PERSON}") { found(uscc: $u) }`],
])('keeps the code of a refused %s, and repeats nothing', (_where, source) => {
  const [error] = validate(schema, parse(source));
  expect(error).toBeInstanceOf(AppError);
  expect(error?.extensions).toEqual(REFUSED);
  expect(error?.message).not.toContain(PERSON);
});

it('suggests the code that look-alike letters stand for, and none that could be a person’s', async () => {
  const detailsOf = async (u: string) =>
    (await errorsOf('query ($u: USCC) { found(uscc: $u) }', { u })).map(({ extensions }) => extensions['details']);
  expect(await detailsOf('9135O1OO7O536Z9I7E')).toEqual([{ part: 'ALPHABET', suggestion: '91350100705362917E' }]);
  expect(await detailsOf('9135O100705362918E')).toEqual([{ part: 'ALPHABET' }]);
  expect(await detailsOf(PERSON.replace('0', 'O'))).toEqual([{ part: 'CITIZEN_ID' }]);
});

it('keeps the code of a refused variable behind the text in which graphql-js repeats the value', async () => {
  const [error] = await errorsOf('query ($u: USCC) { found(uscc: $u) }', { u: PERSON });
  expect(error?.extensions).toEqual(REFUSED);
  expect(error?.originalError).toBeInstanceOf(AppError);
  expect(error?.originalError?.message).not.toContain(PERSON);
});

it('shows why requests must be validated: graphql-js loses the code of a literal that reaches execution', async () => {
  const result = await execute({ schema, document: parse(`{ found(uscc: "${PERSON}") }`), rootValue });
  expect(result.errors?.map((error) => error.extensions)).toEqual([{}]);
});

async function errorsOf(source: string, variableValues: Record<string, string>): Promise<readonly GraphQLError[]> {
  const result = await graphql({ schema, source, rootValue, variableValues });
  return result.errors ?? [];
}
