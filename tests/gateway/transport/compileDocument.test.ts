import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, GraphQLScalarType, parse } from 'graphql';
import { pino } from 'pino';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { compileDocument } from '../../../gateway/transport/compileDocument.ts';
import { InProcessTransport } from '../../../gateway/transport/InProcessTransport.ts';
import { interpretDocument } from '../../../gateway/transport/interpretDocument.ts';
import type { RunDocument } from '../../../gateway/transport/RunDocument.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';
import { toySubgraphs } from '../../kit/toySubgraphs.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  scalar Day
  enum Colour { RED GREEN }
  interface Named { name: String }
  union Thing = Box | Ball
  type Box implements Named @key(fields: "id") { id: ID! name: String size: Int! inner: Box inners: [Box!] sures: [Int!]! }
  type Ball implements Named { name: String colour: Colour day: Day }
  input Filter { from: Int! = 1 words: [String!] }
  input Wide { limit: Int = 5 wider: [Wider!] }
  input Wider { wide: Wide }
  type Query {
    wide(in: Wide, of: Wider): String
    box(id: ID = "1"): Box
    sure: Box!
    things: [Thing]
    named: [Named!]
    echo(filter: Filter, day: Day): String
    colours: [Colour!]
    many: [[Int!]!]
    context: String
  }
  type Mutation { add(n: Int!): Int }
`;

const day = new GraphQLScalarType({
  name: 'Day',
  serialize: (value) => {
    if (value === 'bad') throw new GraphQLError('no day', { extensions: { code: 'DAY_INVALID' } });
    return `day ${String(value)}`;
  },
  parseValue: (value) => {
    if (typeof value !== 'string') throw new GraphQLError('no day', { extensions: { code: 'DAY_INVALID' } });
    return value.toUpperCase();
  },
});

const refused = (): never => {
  throw new GraphQLError('refused', { extensions: { code: 'FORBIDDEN', details: { x: 1 } } });
};
const order: number[] = [];
const box = (id: string, more: object = {}): object => ({ __typename: 'Box', id, name: `box ${id}`, size: 1, ...more });
const resolvers = {
  Day: day,
  Query: {
    box: async (_: unknown, { id }: { readonly id: string }) => Promise.resolve(box(id)),
    sure: () => box('sure', { size: null }),
    things: async () => Promise.resolve([box('2'), { __typename: 'Ball', name: 'b', colour: 'RED', day: 'x' }, null]),
    named: () => [box('3'), { __typename: 'Ball', name: 'c', colour: 'BLUE', day: 'bad' }],
    echo: (_: unknown, args: object) => JSON.stringify(args),
    wide: (_: unknown, args: object) => JSON.stringify(args),
    colours: () => ['RED', 'BLUE'],
    many: () => [[1, 2], [3, null], []],
    context: (_: unknown, __: unknown, { department }: { readonly department: string }) => department,
  },
  Mutation: {
    add: async (_: unknown, { n }: { readonly n: number }) => {
      await new Promise((resolve) => setTimeout(resolve, 10 - n));
      order.push(n);
      return n;
    },
  },
  Box: {
    __resolveReference: ({ id }: { readonly id: string }) =>
      id === 'none' ? null : id === 'bad' ? refused() : box(id),
    // A property that is a promise, or a function, is resolved by graphql-js although there is no resolver for it.
    inner: ({ id }: { readonly id: string }) =>
      id === '1' ? { id: '1.1', size: Promise.resolve(7), name: () => 'by a method' } : refused(),
    inners: () => [box('i'), box('j', { size: 'no number' })],
    sures: async () => Promise.reject(new Error('out of order')),
  },
};

const modules = { typeDefs: parse(SDL), resolvers } as unknown as Parameters<typeof buildSubgraphSchema>[0];
const schema = buildSubgraphSchema(modules);
const compiled = compileDocument(schema);

const subgraph = {
  ...toySubgraphs().subgraphs[0],
  schema,
  contextFor: () => ({ department: 'toys' }) as SubgraphContext,
} as ConnectedSubgraph;
const logger = pino({ level: 'silent' });
const context = { request: {}, reply: {} } as GatewayContext;

/** What the gateway gets to see of an answer. */
async function ask(run: RunDocument, query: string, variables: Record<string, unknown>): Promise<unknown> {
  const transport = new InProcessTransport(subgraph, { logger, deadlineMs: 1_000, run });
  const document = parse(query, { noLocation: true });
  // A document is compiled when it comes again.
  if (run === compiled) await transport.fetch({ query, document, operationName: undefined, variables, context });
  order.length = 0;
  const answer = await transport.fetch({ query, document, operationName: undefined, variables, context });
  const told = (answer.errors ?? []).map(({ message, path, extensions }) =>
    JSON.stringify({ message, path, extensions: { ...extensions, since: undefined } }),
  );
  return { data: JSON.parse(JSON.stringify(answer.data)) as unknown, errors: told.sort(), order: [...order] };
}

/** What is asked, its document and its variables. */
type Example = [string, string, Record<string, unknown>?];

const ENTITIES = 'query($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Box { id name size } } }';

describe('a compiled document', () => {
  it.each<Example>([
    ['plain fields, aliases and arguments', '{ a: box { id b: name } box(id: "9") { id } }'],
    ['fragments, typed by a union', '{ things { __typename ... on Box { id } ... on Ball { colour day } } }'],
    [
      'an interface, with a value that its enum has not and a scalar that fails',
      '{ named { name ... on Ball { colour day } } }',
    ],
    ['a null that goes up to a nullable parent', '{ box { id inners { id size } } }'],
    ['a null that goes up to the root', '{ sure { size } }'],
    [
      'errors with their codes and paths',
      '{ box(id: "2") { name inner { id } } things { ... on Box { inner { id } } } }',
    ],
    ['properties that are promises or functions', '{ box { inner { id size name } } }'],
    ['a rejected promise below a list', '{ box { sures } }'],
    ['values of an enum that it has not', '{ colours }'],
    ['lists in lists', '{ many }'],
    [
      'input objects with defaults',
      'query($f: Filter, $d: Day) { echo(filter: $f, day: $d) }',
      { f: { words: ['a'] }, d: 'x' },
    ],
    ['input objects in the document', '{ echo(filter: { words: [] }) }'],
    ['nullable defaults in an input object', 'query($w: Wide) { wide(in: $w) }', { w: {} }],
    ['nullable defaults in a nested input object', 'query($w: Wider) { wide(of: $w) }', { w: { wide: {} } }],
    ['an input that is missing', 'query($f: Filter!) { echo(filter: $f) }'],
    ['an input of another form', 'query($f: Filter) { echo(filter: $f) }', { f: { from: 'one' } }],
    ['an input that its scalar refuses', 'query($d: Day) { echo(day: $d) }', { d: 1 }],
    ['a default of the operation', 'query($id: ID = "7") { box(id: $id) { id } }'],
    ['a variable that is null', 'query($id: ID = "7") { box(id: $id) { id } }', { id: null }],
    ['fields left out', 'query($no: Boolean!) { box @skip(if: $no) { id } context @include(if: $no) }', { no: true }],
    ['fields taken in', 'query($no: Boolean!) { box @skip(if: $no) { id } context @include(if: $no) }', { no: false }],
    [
      'fragments left out',
      'query($no: Boolean!) { box { id ... @skip(if: $no) { name } ... on Box @include(if: $no) { size } } }',
      { no: true },
    ],
    ['mutations one after another', 'mutation { a: add(n: 1) b: add(n: 2) c: add(n: 3) }'],
    [
      'entities',
      ENTITIES,
      {
        r: [
          { __typename: 'Box', id: 'a' },
          { __typename: 'Box', id: 'none' },
        ],
      },
    ],
    [
      'entities that fail',
      ENTITIES,
      {
        r: [
          { __typename: 'Box', id: 'a' },
          { __typename: 'Box', id: 'bad' },
        ],
      },
    ],
    ['entities of no type', ENTITIES, { r: [{ __typename: 'Nothing', id: 'a' }] }],
    ['what a resolver sees of its context', '{ context }'],
  ])('answers as graphql-js does: %s', async (...[, query, variables = {}]) => {
    expect(await ask(compiled, query, variables)).toEqual(await ask(interpretDocument, query, variables));
  });

  it('is compiled once for a step of a plan, when it comes again', async () => {
    const document = parse('{ context }');
    const run = { schema, document, operationName: undefined, variables: {}, context: { department: 'a' } };
    expect(await compiled(run)).toEqual({ data: { context: 'a' } });
    for (const department of ['b', 'c'])
      expect(await compiled({ ...run, context: { department } })).toEqual({ data: { context: department } });
  });

  it('is interpreted once the budget of compiled fields is spent, and answers all the same', async () => {
    const run = compileDocument(schema, 2);
    const answers: unknown[] = [];
    for (const query of ['{ context }', '{ a: context b: context }']) {
      const document = parse(query);
      const one = { schema, document, operationName: undefined, variables: {}, context: { department: 'x' } };
      for (let times = 0; times < 3; times += 1) answers.push(await run(one));
    }
    // What graphql-js answers has no prototype; what is compiled has one.
    const isCompiled = answers.map((answer) => Object.getPrototypeOf((answer as { data: object }).data) !== null);
    expect(isCompiled).toEqual([false, true, true, false, false, false]);
  });
});
