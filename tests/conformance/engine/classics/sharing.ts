import { LINK, type Classic } from './Classic.ts';

const self = (one: object): object => one;

/** What several departments hold together: root fields, enums, inputs, fields that moved from one to the other. */
export const sharing: readonly Classic[] = [
  {
    name: 'a root field of two departments, each with a part of its type',
    subgraphs: [
      {
        name: 'left',
        sdl: `${LINK} type Query { store: Store @shareable } type Store { name: Name @shareable left: Int } type Name @shareable { short: String }`,
        resolvers: { Query: { store: () => ({ left: 1, name: { short: 's' } }) } },
      },
      {
        name: 'right',
        sdl: `${LINK} type Query { store: Store @shareable } type Store { name: Name @shareable right: Int } type Name @shareable { short: String }`,
        resolvers: { Query: { store: () => ({ right: 2, name: { short: 's' } }) } },
      },
    ],
    questions: [
      {
        document: '{ store { right name { short } left } }',
        data: { store: { right: 2, name: { short: 's' }, left: 1 } },
      },
      { document: '{ a: store { left } b: store { right } }', data: { a: { left: 1 }, b: { right: 2 } } },
    ],
  },
  {
    name: 'enums and inputs of which only the common part is seen',
    subgraphs: [
      {
        name: 'left',
        sdl: `${LINK} type Query { users(filter: Filter, kind: Kind): [User] } input Filter { first: Int = 3 left: String }
          enum Kind { PLAIN BOTH } enum Mood { GLAD SAD @inaccessible }
          type User @key(fields: "id") { id: ID! mood: Mood }`,
        resolvers: {
          Query: {
            users: (_: unknown, { filter, kind }: { filter?: { first: number }; kind?: string }) =>
              Array.from({ length: filter?.first ?? 1 }, (__, at) => ({ id: `${kind ?? 'none'}${at}` })),
          },
          User: { mood: ({ id }: { id: string }) => (id.endsWith('1') ? 'SAD' : 'GLAD') },
        },
      },
      {
        name: 'right',
        sdl: `${LINK} type Query { count(filter: Filter, kind: Kind): Int } input Filter { first: Int = 3 } enum Kind { BOTH }
          type User @key(fields: "id") { id: ID! tone: Tone! } enum Tone { HIGH LOW @inaccessible }`,
        resolvers: {
          Query: { count: (_: unknown, { filter }: { filter?: { first: number } }) => filter?.first ?? 0 },
          User: { __resolveReference: self, tone: ({ id }: { id: string }) => (id.endsWith('0') ? 'HIGH' : 'LOW') },
        },
      },
    ],
    questions: [
      {
        document: 'query($f: Filter) { users(filter: $f, kind: BOTH) { id } count(filter: { first: 9 }) }',
        variables: { f: { first: 1 } },
        data: { users: [{ id: 'BOTH0' }], count: 9 },
      },
      {
        document: 'query($n: Int) { count(filter: { first: $n }) users(filter: {}) { id mood } }',
        data: {
          count: 3,
          users: [
            { id: 'none0', mood: 'GLAD' },
            { id: 'none1', mood: null },
            { id: 'none2', mood: 'GLAD' },
          ],
        },
        errors: ['users.1.mood'],
      },
      {
        document: '{ users(filter: { first: 2 }) { id tone } }',
        data: { users: [{ id: 'none0', tone: 'HIGH' }, null] },
        errors: ['users.1.tone'],
      },
      {
        document:
          '{ __type(name: "Filter") { inputFields { name } } kind: __type(name: "Kind") { enumValues { name } } }',
        data: { __type: { inputFields: [{ name: 'first' }] }, kind: { enumValues: [{ name: 'BOTH' }] } },
      },
    ],
  },
  {
    name: 'fields that moved, of Federation 2',
    subgraphs: [
      {
        name: 'old',
        sdl: `${LINK} type Query { old: Post } type Post @key(fields: "id") { id: ID! at: String @override(from: "new") title: String by: String }`,
        resolvers: {
          Query: { old: () => ({ id: '1' }) },
          Post: { __resolveReference: self, at: () => 'old at', title: () => 'old title', by: () => 'old by' },
        },
      },
      {
        name: 'new',
        sdl: `${LINK} type Query { new: Post } type Post @key(fields: "id") { id: ID! at: String title: String @override(from: "old") }`,
        resolvers: {
          Query: { new: () => ({ id: '2' }) },
          Post: { __resolveReference: self, at: () => 'new at', title: () => 'new title' },
        },
      },
    ],
    questions: [
      {
        document: '{ new { at title by id } old { title at } }',
        data: {
          new: { at: 'old at', title: 'new title', by: 'old by', id: '2' },
          old: { title: 'new title', at: 'old at' },
        },
      },
    ],
  },
  {
    name: 'departments of Federation 1',
    subgraphs: [
      {
        name: 'owner',
        sdl: 'type Query { post: Post } type Post @key(fields: "id") { id: ID! title: String price: Int }',
        resolvers: {
          Query: { post: () => ({ id: '1' }) },
          Post: { __resolveReference: self, title: () => 'T', price: () => 7 },
        },
      },
      {
        name: 'taxes',
        sdl: `extend type Post @key(fields: "id") { id: ID! @external price: Int @external tax: Int @requires(fields: "price") }
          extend type Query { top: [Post] }`,
        resolvers: {
          Query: { top: () => [{ id: '2' }] },
          Post: { __resolveReference: self, tax: ({ price = -99 }: { price?: number }) => price * 2 },
        },
      },
      {
        name: 'moved',
        sdl: `${LINK} type Post @key(fields: "id") { id: ID! title: String @override(from: "owner") }`,
        resolvers: { Post: { __resolveReference: self, title: () => 'moved' } },
      },
    ],
    questions: [
      {
        document: '{ top { title tax } post { tax price title } }',
        data: { top: [{ title: 'moved', tax: 14 }], post: { tax: 14, price: 7, title: 'moved' } },
      },
    ],
  },
];
