import { parse } from 'graphql';
import { operationOf } from '../../../../gateway/engine/plan/Operation.ts';
import { Planner } from '../../../../gateway/engine/plan/Planner.ts';
import { readSupergraph } from '../../../../gateway/engine/supergraph/readSupergraph.ts';
import { composeSmall, openSmallGraph } from '../../../kit/openSmallGraph.ts';

const steps: string[] = [];
const note = (step: string) => {
  steps.push(step);
  return step;
};

const left = {
  sdl: `
    type Query { thing(n: Int = 4, filter: Filter): Thing when(on: On!): String }
    type Mutation { addLeft(name: String!): Thing! }
    input Filter { text: String = "all" limits: [Int!] }
    enum On { DAY NIGHT @inaccessible }
    type Thing @key(fields: "id") { id: ID! left: String echo: String }`,
  resolvers: {
    Query: {
      thing: (_: unknown, args: { n: number | null; filter?: { text: string; limits?: number[] } }) => {
        return { id: 't', left: `n=${args.n}`, echo: JSON.stringify(args.filter) };
      },
      when: (_: unknown, { on }: { on: string }) => on,
    },
    Mutation: {
      addLeft: (_: unknown, { name }: { name: string }) => {
        if (name === 'refused') throw new Error(note('left refused'));
        return { id: name, left: note(`left ${name}`) };
      },
    },
    Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, left: note(`reads left of ${id}`) }) },
  },
};
const right = {
  sdl: `
    type Mutation { addRight(name: String!): Thing }
    type Thing @key(fields: "id") { id: ID! right(list: [Int]): String again: Thing }`,
  resolvers: {
    Mutation: { addRight: (_: unknown, { name }: { name: string }) => ({ id: note(`right ${name}`) && name }) },
    Thing: {
      right: async ({ id }: { id: string }, { list }: { list?: number[] }) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return note(`right of ${id}${list ? JSON.stringify(list) : ''}`);
      },
      again: ({ id }: { id: string }) => ({ id }),
    },
  },
};
const graph = openSmallGraph({ left, right });

async function bothAnswer(query: string, variables: Record<string, unknown>, data: unknown): Promise<void> {
  const answer = await graph.ask(query, variables);
  expect(answer).toEqual({ data, errors: [] });
  expect(await graph.askApollo(query, variables)).toEqual(answer);
}

beforeEach(() => {
  steps.length = 0;
});

describe('the executor and variables', () => {
  it('leaves a missing one to its default, and the default to the argument', async () => {
    const query = 'query ($n: Int = 3, $m: Int) { a: thing(n: $n) { left } b: thing(n: $m) { left } }';
    await bothAnswer(query, {}, { a: { left: 'n=3' }, b: { left: 'n=4' } });
    await bothAnswer(query, { n: null, m: 5 }, { a: { left: 'n=null' }, b: { left: 'n=5' } });
  });

  it('forwards them into entities, lists and objects', async () => {
    await bothAnswer(
      'query ($n: Int, $f: Filter) { thing(filter: $f) { echo right(list: [$n, 2]) } }',
      { n: 1, f: { limits: 7 } },
      { thing: { echo: '{"text":"all","limits":[7]}', right: 'right of t[1,2]' } },
    );
  });

  it('refuses one that is missing or wrong before any department is asked', async () => {
    for (const [query, variables] of [
      ['query ($on: On!) { when(on: $on) }', {}],
      ['query ($on: On!) { when(on: $on) }', { on: 'NIGHT' }],
      ['query ($n: Int) { thing(n: $n) { id } }', { n: 'x' }],
    ] as const) {
      const { data, errors } = await graph.ask(query, variables);
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(graph.asked).toEqual([]);
    }
  });

  it('lets callers name theirs as the planner names its own', async () => {
    const query = 'query ($representations: Int) { thing { right(list: [$representations]) } }';
    expect(await graph.ask(query, { representations: 8 })).toEqual({
      data: { thing: { right: 'right of t[8]' } },
      errors: [],
    });
  });
});

describe('the executor and conditions', () => {
  const query = `query ($yes: Boolean!, $no: Boolean = false) {
    thing { id @skip(if: $no) left @include(if: $no) right @include(if: $yes) ...R @skip(if: $yes) } }
    fragment R on Thing { again { right } }`;

  it('asks and answers what they leave', async () => {
    await bothAnswer(query, { yes: true }, { thing: { id: 't', right: 'right of t' } });
    await bothAnswer(query, { yes: false }, { thing: { id: 't', again: { right: 'right of t' } } });
    await bothAnswer(query, { yes: false, no: true }, { thing: { left: 'n=4', again: { right: 'right of t' } } });
  });

  it('does not ask a department of which nothing is left', async () => {
    await graph.ask('query ($yes: Boolean!) { thing { id right @include(if: $yes) } }', { yes: false });
    expect(graph.asked).toHaveLength(1);
    await graph.ask('{ thing { id ... @include(if: false) { right } } }');
    expect(graph.asked).toHaveLength(1);
  });

  it('refuses a null that decides nothing', async () => {
    const query = 'query($on: Boolean = true) { thing { id @include(if: $on) } }';
    expect(await graph.ask(query, { on: null })).toEqual({ errors: ['BAD_USER_INPUT'] });
    expect(graph.asked).toEqual([]);
    expect((await graph.ask(query)).data).toEqual({ thing: { id: 't' } });
  });

  it('decides each occurrence of a field by itself', async () => {
    const twice = 'query ($a: Boolean!) { thing { again { id } ... @include(if: $a) { again { right } } } }';
    await bothAnswer(twice, { a: true }, { thing: { again: { id: 't', right: 'right of t' } } });
    await bothAnswer(twice, { a: false }, { thing: { again: { id: 't' } } });
  });
});

describe('the executor and the schema itself', () => {
  it.each([
    '{ thing { id } __schema { queryType { name } } }',
    '{ __schema { queryType { name } } thing { id } }',
    'query ($n: String = "Thing") { a: __typename ...S thing { __typename } } fragment S on Query { __type(name: $n) { name } }',
    'query ($no: Boolean = false) { thing { id } __type(name: "Thing") @include(if: $no) { name } }',
    '{ __typename }',
  ])('answers %s', async (query) => {
    const answer = await graph.ask(query);
    expect(answer).toEqual(await graph.askApollo(query));
    expect(answer.errors).toEqual([]);
  });

  it('asks no department for it', async () => {
    await graph.ask('{ __typename __schema { types { name } } }');
    expect(graph.asked).toEqual([]);
  });
});

describe('the executor and mutations', () => {
  it('completes each field before the next one begins, across departments', async () => {
    const { data, errors } = await graph.ask(`mutation {
      one: addLeft(name: "a") { right } two: addRight(name: "b") { left } ...M __typename }
      fragment M on Mutation { three: addLeft(name: "c") { left right } }`);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toBe(
      '{"one":{"right":"right of a"},"two":{"left":"reads left of b"},"three":{"left":"left c","right":"right of c"},"__typename":"Mutation"}',
    );
    expect(steps).toEqual(['left a', 'right of a', 'right b', 'reads left of b', 'left c', 'right of c']);
  });

  it('begins no field any more once the whole answer is lost', async () => {
    steps.length = 0;
    const answer = await graph.ask(
      'mutation { one: addRight(name: "a") { id } two: addLeft(name: "refused") { id } three: addRight(name: "c") { id } }',
    );
    expect(answer).toEqual({ data: null, errors: [expect.stringContaining('two')] });
    expect(steps).toEqual(['right a', 'left refused']);
  });

  it('sends a mutation once', async () => {
    await graph.ask('mutation { addLeft(name: "a") { id left right } }');
    expect(steps.filter((step) => step === 'left a')).toHaveLength(1);
  });
});

describe('the executor and documents', () => {
  it('runs the operation that is named', async () => {
    const { executor } = graph;
    const document = parse('query A { thing { id } } query B { thing { left } }');
    const context = {} as Parameters<typeof executor.execute>[0]['context'];
    const { data } = await executor.execute({ document, operationName: 'B', context });
    expect(JSON.stringify(data)).toBe('{"thing":{"left":"n=4"}}');
    const unclear = await executor.execute({ document, context });
    expect(unclear.errors?.map(({ extensions }) => extensions['code'])).toEqual(['OPERATION_RESOLUTION_FAILURE']);
  });

  it('plans a document once, by its hash or by itself', async () => {
    const { executor } = openSmallGraph({ left, right });
    const document = parse('{ thing { left } }');
    const context = {} as Parameters<typeof executor.execute>[0]['context'];
    const known = { document, queryHash: 'h' };
    const question = executor.expected(known);
    const planner = new Planner(readSupergraph(composeSmall({ left, right })));
    if (question) executor.adopt(known, question, planner.plan(operationOf(document, undefined), question.deciding));
    expect([executor.expected(known), executor.unplanned(known)]).toEqual([undefined, undefined]);
    await executor.execute({ document: parse('{ thing { left } }'), queryHash: 'h', context });
    await executor.execute({ document, context });
    await executor.execute({ document, context });
    expect(executor.stats()).toEqual({ size: 2, hits: 2, misses: 2 });
  });

  it('refuses a response name that would change an object instead of standing in it', async () => {
    const { errors, data } = await graph.ask('{ thing { __proto__: left } }');
    expect({ errors, data }).toEqual({ errors: ['OPERATION_NOT_PLANNED'], data: undefined });
  });
});
