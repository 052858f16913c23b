import { LINK, type Classic } from './Classic.ts';

const self = (one: object): object => one;

/** What `@apollo/gateway` answers otherwise than the specification says; others stand among what they belong to. */
export const differences: readonly Classic[] = [
  {
    name: 'what a condition holds or leaves out',
    subgraphs: [
      {
        name: 'base',
        sdl: `${LINK} type Query { item: Item } type Item @key(fields: "id") { id: ID! price: Int }`,
        resolvers: {
          Query: { item: () => ({ id: '1' }) },
          Item: { __resolveReference: self, price: () => 5 },
        },
      },
      {
        name: 'extra',
        sdl: `${LINK} type Query { more: Item } type Item @key(fields: "id") { id: ID! colour: String price: Int @external tax: Int @requires(fields: "price") }`,
        resolvers: {
          Query: { more: () => ({ id: '2' }) },
          Item: { __resolveReference: self, colour: ({ id }: { id: string }) => `colour ${id}`, tax: () => 1 },
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
      {
        document: 'query($no: Boolean! = false) { item { colour tax @include(if: $no) } }',
        data: { item: { colour: 'colour 1' } },
        difference: 'a field beside one that is left out and requires something',
      },
      {
        document: '{ item { colour tax @include(if: true) @skip(if: true) } }',
        data: { item: { colour: 'colour 1' } },
        difference: 'a field beside one that is left out and requires something',
      },
      {
        document: 'query($on: Boolean! = true) { item @include(if: $on) { price @skip(if: true) } }',
        data: { item: {} },
        difference: 'an object of which every field is skipped',
      },
    ],
  },
  {
    name: 'two fragments on one type, one of them left out',
    subgraphs: [
      {
        name: 'goods',
        sdl: `${LINK} type Query { good: Good } interface Named { name: String } type Good implements Named { name: String note: String }`,
        resolvers: { Query: { good: () => ({ name: 'cup', note: 'blue' }) } },
      },
    ],
    questions: [
      {
        document:
          'query($on: Boolean! = false) { good { ... on Named { ... on Good { note } ... on Good @include(if: $on) { name } } } }',
        data: { good: { note: 'blue' } },
        difference: 'a fragment beside one on the same type that is left out, in one on an interface',
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
  {
    name: 'a requirement of a department that requires something itself',
    subgraphs: [
      {
        name: 'labels',
        sdl: `${LINK} type Query { item: Item } type Item @key(fields: "id") { id: ID! price: Int tax: Int @external label: String @requires(fields: "tax") }`,
        resolvers: {
          Query: { item: () => ({ id: '1' }) },
          Item: {
            __resolveReference: self,
            price: () => 5,
            label: ({ tax }: { tax?: number }) => `with a tax of ${tax ?? 'nothing'}`,
          },
        },
      },
      {
        name: 'taxes',
        sdl: `${LINK} type Item @key(fields: "id") { id: ID! price: Int @external label: String @external tax: Int @requires(fields: "price")
          bill: String @requires(fields: "price label") }`,
        resolvers: {
          Item: {
            __resolveReference: self,
            tax: ({ price }: { price: number }) => price * 2,
            bill: ({ price, label }: { price: number; label: string }) => `${price}, ${label}`,
          },
        },
      },
    ],
    questions: [
      { document: '{ item { label } }', data: { item: { label: 'with a tax of 10' } } },
      {
        document: '{ item { bill } }',
        data: { item: { bill: '5, with a tax of 10' } },
        difference: 'a requirement with requirements of its own',
      },
      {
        document: 'query($no: Boolean! = true) { item { bill @skip(if: $no) label tax } }',
        data: { item: { label: 'with a tax of 10', tax: 10 } },
        difference: 'a requirement with requirements of its own',
      },
    ],
  },
  {
    name: 'fragments of which the caller sees less than the department',
    subgraphs: [
      {
        name: 'shops',
        sdl: `${LINK} type Query { shop: Shop any: Any } interface Named { name: String } union Any = Shop | Secret
          type Shop implements Named { name: String size: Int } type Secret @inaccessible { name: String }`,
        resolvers: {
          Query: { shop: () => ({ name: 'S', size: 2 }), any: () => ({ __typename: 'Secret', name: 'X' }) },
          Named: { __resolveType: () => 'Shop' },
          Any: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
        },
      },
    ],
    questions: [
      {
        document: '{ shop { size ... on Any { ... on Named { kind: __typename } } } }',
        data: { shop: { size: 2, kind: 'Shop' } },
        difference: 'an object below a fragment on a union, whose type is not asked for',
      },
      {
        document: '{ shop { size ... on Any { ... on Shop { name } } } }',
        data: { shop: { size: 2, name: 'S' } },
        difference: 'an object below a fragment on a union, whose type is not asked for',
      },
      { document: '{ any { ... on Shop { size } } }', data: { any: null }, errors: ['any'] },
      {
        document: 'query($on: Boolean! = true) { any @include(if: $on) { ... on Shop { size @skip(if: true) } } }',
        data: { any: null },
        errors: ['any'],
        difference: 'an object of a hidden type of which every field is skipped',
      },
    ],
  },
  {
    name: 'a value of an enum that callers do not see',
    subgraphs: [
      {
        name: 'people',
        sdl: `${LINK} type Query { person: Person agent: Agent } interface Agent @key(fields: "id") { id: ID! }
          type Person implements Agent @key(fields: "id") { id: ID! mood: Mood! } enum Mood { GLAD SAD @inaccessible }`,
        resolvers: {
          Query: { person: () => ({ id: 'p', mood: 'SAD' }), agent: () => ({ id: 'p', mood: 'SAD' }) },
          Agent: { __resolveType: () => 'Person', __resolveReference: self },
          Person: { __resolveReference: self },
        },
      },
      {
        name: 'faces',
        sdl: `${LINK} type Agent @interfaceObject @key(fields: "id") { id: ID! face: Face! } enum Face { ROUND LONG @inaccessible }`,
        resolvers: { Agent: { __resolveReference: self, face: () => 'LONG' } },
      },
    ],
    questions: [
      { document: '{ person { mood } }', data: { person: null }, errors: ['person.mood'] },
      {
        document: '{ agent { face } }',
        data: { agent: null },
        errors: ['agent.face'],
      },
      {
        document: '{ agent { __typename face } }',
        data: { agent: null },
        errors: ['agent.face'],
      },
    ],
  },
];
