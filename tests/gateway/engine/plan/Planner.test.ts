import { GraphQLError, parse } from 'graphql';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { operationOf } from '../../../../gateway/engine/plan/Operation.ts';
import { PlanError } from '../../../../gateway/engine/plan/PlanError.ts';
import { Planner } from '../../../../gateway/engine/plan/Planner.ts';
import { readSupergraph } from '../../../../gateway/engine/supergraph/readSupergraph.ts';
import { composeSmall, openSmallGraph } from '../../../kit/openSmallGraph.ts';

const goods = {
  sdl: `
    type Query { top: [Good!]! first: Good any: [Thing] }
    type Good implements Thing @key(fields: "code") { code: ID! price: Int name: String! }
    type Tool implements Thing @key(fields: "code") { code: ID! name: String! }
    interface Thing { name: String! }`,
  resolvers: {
    Query: {
      top: () => [{ code: 'a' }, { code: 'b' }, { code: 'a' }],
      first: () => ({ code: 'a' }),
      any: () => [{ __typename: 'Tool', code: 't' }, null, { __typename: 'Good', code: 'b' }],
    },
    Good: {
      price: ({ code }: { code: string }) => code.length,
      name: ({ code }: { code: string }) => `good ${code}`,
    },
    Tool: { name: () => 'tool' },
    Thing: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
};
const opinions = {
  sdl: `
    type Good @key(fields: "code") {
      code: ID! price: Int @external rating: Int @requires(fields: "price") opinions(first: Int = 1): [Opinion!]! flaw: String! }
    type Tool @key(fields: "code") { code: ID! opinions(first: Int = 1): [Opinion!]! }
    type Opinion { on: Good! other: [[Good]] text: String }`,
  resolvers: {
    Good: {
      rating: ({ price }: { price: number }) => price * 10,
      opinions: ({ code }: { code: string }, { first }: { first: number }) =>
        Array.from({ length: first }, (_, n) => ({ on: { code }, text: `${n}`, other: [[{ code: 'b' }, null]] })),
      flaw: ({ code }: { code: string }) => {
        if (code === 'b') throw new GraphQLError('flawed', { extensions: { code: 'FLAWED' } });
        return 'none';
      },
    },
    Tool: { opinions: () => [{ on: { code: 'a' }, text: 'about a tool' }] },
  },
};
const subgraphs = { goods, opinions };
const graph = openSmallGraph(subgraphs);

async function bothAnswer(query: string, variables: Record<string, unknown>, data: unknown, errors: string[] = []) {
  const answer = await graph.ask(query, variables);
  expect(answer).toEqual({ data, errors });
  expect(await graph.askApollo(query, variables)).toEqual(answer);
}

describe('an operation that the native planner can not plan', () => {
  it('is one where an entity requires what its own kind came from', () => {
    const planner = new QueryPlanner(composeSmall(subgraphs));
    const query = '{ first { opinions { on { rating } } } }';
    expect(() => planner.plan(query, undefined, new Set(), 100)).toThrow('cannot be found in selection set');
  });

  it('is planned by the other planner', async () => {
    const query = '{ first { name opinions { text on { rating name } } } }';
    const opinion = { text: '0', on: { rating: 10, name: 'good a' } };
    await bothAnswer(query, {}, { first: { name: 'good a', opinions: [opinion] } });
    expect(JSON.stringify(graph.plan())).not.toContain('BatchFetch');
  });

  it('in lists, with aliases, arguments and the caller’s own names for keys', async () => {
    const query = 'query ($n: Int) { top { code: name all: opinions(first: $n) { on { code rating } } } }';
    const good = (code: string) => ({
      code: `good ${code}`,
      all: [{ on: { code, rating: 10 } }, { on: { code, rating: 10 } }],
    });
    expect(await graph.ask(query, { n: 2 })).toEqual({ data: { top: [good('a'), good('b'), good('a')] }, errors: [] });
  });

  it('through interfaces, lists of lists and holes', async () => {
    const query = `{ any { name ... on Good { opinions { other { rating } } } ... on Tool { opinions { text on { rating } } } } }`;
    await bothAnswer(
      query,
      {},
      {
        any: [
          { name: 'tool', opinions: [{ text: 'about a tool', on: { rating: 10 } }] },
          null,
          { name: 'good b', opinions: [{ other: [[{ rating: 10 }, null]] }] },
        ],
      },
    );
  });

  it('with conditions', async () => {
    const query = `query ($a: Boolean!, $b: Boolean!) {
      first { opinions { on { name } } ... @include(if: $a) { opinions { on { rating @skip(if: $b) code } } } } }`;
    const at = (on: object) => ({ first: { opinions: [{ on }] } });
    await bothAnswer(query, { a: true, b: false }, at({ name: 'good a', rating: 10, code: 'a' }));
    await bothAnswer(query, { a: true, b: true }, at({ name: 'good a', code: 'a' }));
    await bothAnswer(query, { a: false, b: false }, at({ name: 'good a' }));
  });

  it('with errors at every place where they belong, and nulls moved up', async () => {
    await bothAnswer('{ top { code opinions { on { rating other: name flaw } } } first { code } }', {}, null, [
      'FLAWED top.1.opinions.0.on.flaw',
    ]);
    const { data, errors } = await graph.ask('{ any { ... on Good { opinions { on { rating flaw } } } } }');
    expect({ data, errors }).toEqual({ data: { any: [{}, null, null] }, errors: ['FLAWED any.2.opinions.0.on.flaw'] });
  });

  it('by fewer keys, where a requirement leads back to a department and neither planner finds a way', async () => {
    const parts = {
      shelves: {
        sdl: `type Query { item: Item shelf: Shelf } type Shelf { item: Item @provides(fields: "price") }
          type Item @key(fields: "code") { code: ID! price: Int @external }`,
        resolvers: { Query: { item: () => ({ code: 'a' }) } },
      },
      labels: {
        sdl: `type Item @key(fields: "code") {
          code: ID! price: Int tax: Int @external label: String @requires(fields: "tax") }`,
        resolvers: { Item: { price: () => 5, label: ({ tax }: { tax: number }) => `tax ${tax}` } },
      },
      taxes: {
        sdl: `type Item @key(fields: "id") @key(fields: "code") {
          id: ID! code: ID! price: Int @external tax: Int @requires(fields: "price") }`,
        resolvers: { Item: { tax: ({ price }: { price: number }) => price * 2 } },
      },
      stocks: {
        sdl: `type Item @key(fields: "id") @key(fields: "code") {
          id: ID! code: ID! price: Int @external tax: Int @external worth: Int @requires(fields: "price tax") }`,
        resolvers: {},
      },
      makers: { sdl: 'type Item @key(fields: "id") { id: ID! maker: String }', resolvers: {} },
    };
    const { data, errors } = await openSmallGraph(parts).ask('{ item { label } }');
    expect({ data, errors }).toEqual({ data: { item: { label: 'tax 10' } }, errors: [] });
    const planner = new Planner(readSupergraph(composeSmall(parts)));
    const operation = operationOf(parse('{ item { label } }'), undefined);
    // The native planner ends the process over some of these; then it is not asked first any more.
    expect(planner.plan(operation, {}, { choice: 'apollo' })).toEqual(planner.plan(operation, {}));
  });

  it('from one interface object on to another, of which a third department holds the field', async () => {
    const sides = 'interface Face @key(fields: "id") { id: ID! } interface Side @key(fields: "id") { id: ID!';
    const found = { __resolveType: () => 'Item', __resolveReference: ({ id }: { id: string }) => ({ id }) };
    const parts = {
      goods: {
        sdl: `type Query { item: Item } type Item implements Face & Side @key(fields: "id") { id: ID! } ${sides} }`,
        resolvers: { Query: { item: () => ({ id: 'a' }) }, Side: found },
      },
      sizes: {
        sdl: `type Item implements Side @key(fields: "id") { id: ID! size: Int }
          interface Side @key(fields: "id") { id: ID! size: Int }`,
        resolvers: { Item: { size: () => 3 }, Side: found },
      },
      more: {
        sdl: `type Face @interfaceObject @key(fields: "id") { id: ID! sides: [Side] }
          type Side @interfaceObject @key(fields: "id") { id: ID! note: String }`,
        resolvers: { Face: { sides: ({ id }: { id: string }) => [{ id }] } },
      },
    };
    const { data, errors } = await openSmallGraph(parts).ask('{ item { sides { size } } }');
    expect({ data, errors }).toEqual({ data: { item: { sides: [{ size: 3 }] } }, errors: [] });
  });

  it('with what is required by arguments under another name than the caller’s own field without any', () => {
    const parts = {
      goods: { sdl: 'type Query { item: Item } type Item @key(fields: "code") { code: ID! size(of: Int): Int }' },
      boxes: {
        sdl: `type Item @key(fields: "code") {
          code: ID! size(of: Int): Int @external box: Int @requires(fields: "size(of: 3)") }`,
      },
    };
    const planner = new Planner(readSupergraph(composeSmall(parts)));
    const { nodes } = planner.plan(operationOf(parse('{ item { size box } }'), undefined), {}, { choice: 'apollo' });
    expect(nodes.map(({ kind }) => kind)).toEqual(['Sequence']);
    expect(JSON.stringify(nodes)).toMatch(/_caller_size:size[ }]/);
  });

  it('in parts by the other planner, before the native one, which ended over it, is asked for fewer keys', () => {
    const code = '@key(fields: "code") { code: ID!';
    const parts = {
      goods: { sdl: `type Query { item: Item } type Item ${code} }` },
      boxes: { sdl: `type Item ${code} size(of: Int): Int @external box: Int @requires(fields: "size(of: 6)") }` },
      bags: {
        sdl: `type Item @key(fields: "id") ${code} id: ID!
          size(of: Int): Int @external bag: Int @requires(fields: "size(of: 2)") }`,
      },
      makers: { sdl: 'type Item @key(fields: "id") { id: ID! size(of: Int): Int }' },
    };
    const planner = new Planner(readSupergraph(composeSmall(parts)));
    const { nodes } = planner.plan(operationOf(parse('{ item { box bag } }'), undefined), {}, { choice: 'apollo' });
    expect(nodes.map(({ kind }) => kind)).toEqual(['Apart', 'Apart']);
  });

  it('is refused, with the reason for the log, where no planner finds a way', () => {
    const planner = new Planner(readSupergraph(composeSmall(subgraphs)));
    const operation = operationOf(parse('{ nothing { code } }'), undefined);
    let problem: unknown;
    try {
      planner.plan(operation, {});
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(PlanError);
    expect(problem).toMatchObject({ problem: 'There is no field nothing on Query' });
  });
});
