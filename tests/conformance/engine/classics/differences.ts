import { LINK, type Classic } from './Classic.ts';

const self = (one: object): object => one;

/** What `@apollo/gateway` answers otherwise than the specification says; others stand among what they belong to. */
export const differences: readonly Classic[] = [
  {
    name: 'what a condition holds or leaves out',
    subgraphs: [
      {
        name: 'base',
        sdl: `${LINK} type Query { item: Item plain: [Plain] } type Plain { size: Int } type Item @key(fields: "id") { id: ID! price: Int }`,
        resolvers: {
          Query: { item: () => ({ id: '1' }), plain: () => [{ size: 1 }] },
          Item: { __resolveReference: self, price: () => 5 },
        },
      },
      {
        name: 'extra',
        sdl: `${LINK} type Query { more: Item } type Item @key(fields: "id") { id: ID! colour: String }`,
        resolvers: {
          Query: { more: () => ({ id: '2' }) },
          Item: { __resolveReference: self, colour: ({ id }: { id: string }) => `colour ${id}` },
        },
      },
    ],
    questions: [
      {
        document:
          'query($on: Boolean! = true) { item { price } ... @include(if: $on) { __schema { queryType { name } } } }',
        data: { item: { price: 5 }, __schema: { queryType: { name: 'Query' } } },
        difference: 'introspection below a condition',
      },
    ],
  },
  {
    name: 'a list of lists of which two departments hold a part each',
    subgraphs: [
      {
        name: 'left',
        sdl: `${LINK} type Query { grid: [[Cell]] @shareable } type Cell @key(fields: "id") { id: ID! @shareable left: Int }`,
        resolvers: { Query: { grid: () => [[{ id: '1', left: 1 }, null], [{ id: '2', left: 2 }]] } },
      },
      {
        name: 'right',
        sdl: `${LINK} type Query { grid: [[Cell]] @shareable } type Cell { id: ID! @shareable right: Int }`,
        resolvers: { Query: { grid: () => [[{ id: '1', right: 10 }, null], [{ id: '2', right: 20 }]] } },
      },
    ],
    questions: [
      {
        document: '{ grid { left right } }',
        data: { grid: [[{ left: 1, right: 10 }, null], [{ left: 2, right: 20 }]] },
        difference: 'a list of lists that is collected from two departments',
      },
    ],
  },
  {
    name: 'a requirement in a list of lists',
    subgraphs: [
      {
        name: 'base',
        sdl: `${LINK} type Query { box: Box } type Box @key(fields: "id") { id: ID! grid: [[Cell!]!] } type Cell @shareable { size: Int }`,
        resolvers: {
          Query: { box: () => ({ id: '1' }) },
          Box: { __resolveReference: self, grid: () => [[{ size: 1 }, { size: 2 }], [{ size: 3 }]] },
        },
      },
      {
        name: 'sums',
        sdl: `${LINK} type Box @key(fields: "id") { id: ID! grid: [[Cell!]!] @external sum: Int @requires(fields: "grid { size }") } type Cell @shareable { size: Int }`,
        resolvers: {
          Box: {
            __resolveReference: self,
            sum: ({ grid }: { grid: { size: number }[][] }) => grid.flat().reduce((sum, { size }) => sum + size, 0),
          },
        },
      },
    ],
    questions: [
      {
        document: '{ box { sum } }',
        data: { box: { sum: 6 } },
        difference: 'a required list of lists of objects',
      },
    ],
  },
];
