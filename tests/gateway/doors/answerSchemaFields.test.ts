import { buildSchema, parse, print } from 'graphql';
import { answerSchemaFields, type RunOperation } from '../../../gateway/doors/answerSchemaFields.ts';

type Asked = Parameters<RunOperation>[0];

describe('answerSchemaFields', () => {
  const schema = buildSchema('type Query { open: Int } type Fact { id: ID }');
  const ran: { query: string; hash: string }[] = [];
  const run: RunOperation = async ({ document, queryHash }) => {
    ran.push({ query: print(document), hash: queryHash });
    return Promise.resolve({ data: { open: 1, __typename: 'Query' } });
  };
  const answer = answerSchemaFields(run, schema);
  const ask = async (query: string, variables?: object, operationName: string | null = null) => {
    ran.length = 0;
    const asked = { document: parse(query), queryHash: 'h', operationName, request: { query, variables } };
    return JSON.parse(JSON.stringify(await answer(asked as unknown as Asked))) as { data?: unknown; errors?: unknown };
  };

  it('leaves an operation alone that asks nothing about the schema', async () => {
    expect(await ask('{ open __typename }')).toEqual({ data: { open: 1, __typename: 'Query' } });
    expect(ran).toEqual([{ query: '{\n  open\n  __typename\n}', hash: 'h' }]);
  });

  it('answers by the schema of the door, without the engine', async () => {
    expect(await ask('{ __type(name: "Fact") { name } hidden: __type(name: "Risk") { name } }')).toEqual({
      data: { __type: { name: 'Fact' }, hidden: null },
    });
    expect(ran).toEqual([]);
  });

  it('answers a part each, in the order of the operation, under fragments and aliases too', async () => {
    const query = `query Q($name: String!) { a: open ...S open }
      fragment S on Query { t: __type(name: $name) { name } }`;
    expect(JSON.stringify(await ask(query, { name: 'Fact' }))).toBe('{"data":{"t":{"name":"Fact"},"open":1}}');
    expect(ran).toEqual([{ query: 'query Q {\n  a: open\n  open\n}', hash: 'h without its schema fields' }]);
  });

  it('says what is wrong with variables, and asks the engine nothing', async () => {
    const { errors, data } = await ask('query ($name: String!) { open __type(name: $name) { name } }', {});
    expect([data, errors]).toEqual([
      undefined,
      [expect.objectContaining({ message: expect.stringContaining('$name') as string })],
    ]);
    expect(ran).toEqual([]);
  });

  it('takes the operation that is named', async () => {
    const query = 'query A { open } query B { __type(name: "Fact") { name } }';
    expect(await ask(query, {}, 'B')).toEqual({ data: { __type: { name: 'Fact' } } });
    expect(await ask(query, {}, 'A')).toEqual({ data: { open: 1, __typename: 'Query' } });
  });
});
