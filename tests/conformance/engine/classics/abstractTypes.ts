import { LINK, type Classic } from './Classic.ts';

const self = (one: object): object => one;
const resolveType = (one: { __typename: string }): string => one.__typename;

/** Interfaces and unions that departments know in part. */
export const abstractTypes: readonly Classic[] = [
  {
    name: 'a union of which each department knows a part',
    subgraphs: [
      {
        name: 'films',
        sdl: `${LINK} type Query { media: Media @shareable shelf: [Media] } union Media = Film | Series
          type Film @key(fields: "id") { id: ID! minutes: Int } type Series @key(fields: "id") { id: ID! parts: Int }`,
        resolvers: {
          Query: {
            media: () => ({ __typename: 'Film', id: 'f', minutes: 90 }),
            shelf: () => [
              { __typename: 'Series', id: 's', parts: 3 },
              null,
              { __typename: 'Film', id: 'f', minutes: 90 },
            ],
          },
          Media: { __resolveType: resolveType },
          Film: { __resolveReference: ({ id }: { id: string }) => ({ id, minutes: 90 }) },
        },
      },
      {
        name: 'books',
        sdl: `${LINK} type Query { media: Media @shareable desk: [Media!]! } union Media = Film | Book
          type Film @key(fields: "id") { id: ID! title: String } type Book @key(fields: "id") { id: ID! pages: Int }`,
        resolvers: {
          Query: {
            media: () => ({ __typename: 'Film', id: 'f', title: 'F' }),
            desk: () => [
              { __typename: 'Book', id: 'b', pages: 9 },
              { __typename: 'Film', id: 'f', title: 'F' },
            ],
          },
          Media: { __resolveType: resolveType },
          Film: { __resolveReference: ({ id }: { id: string }) => ({ id, title: `title of ${id}` }) },
        },
      },
    ],
    questions: [
      {
        document: '{ media { __typename ... on Film { id } ... on Book { pages } ... on Series { parts } } }',
        data: { media: { __typename: 'Film', id: 'f' } },
      },
      {
        document: '{ shelf { ... on Book { pages } ... on Series { parts } ... on Film { title minutes } } }',
        data: { shelf: [{ parts: 3 }, null, { title: 'title of f', minutes: 90 }] },
      },
      {
        document: '{ desk { ... on Film { minutes title } ... on Series { parts } ... on Book { pages } __typename } }',
        data: {
          desk: [
            { pages: 9, __typename: 'Book' },
            { minutes: 90, title: 'F', __typename: 'Film' },
          ],
        },
      },
      { document: '{ desk { ... on Series { parts } } }', data: { desk: [{}, {}] } },
      {
        document: '{ media { ...M } desk { ...M } } fragment M on Media { ... on Media { ... on Film { title } } }',
        data: { media: { title: 'F' }, desk: [{}, { title: 'F' }] },
      },
    ],
  },
  {
    name: 'a union below a shared type, of which each department knows a part',
    subgraphs: [
      {
        name: 'left',
        sdl: `${LINK} type Query { review: Review } type Review @key(fields: "id") { id: ID! target: Target @shareable }
          union Target = Shop | Person type Shop @key(fields: "id") { id: ID! city: String } type Person @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: { review: () => ({ id: 'r1' }) },
          Review: { __resolveReference: self, target: () => ({ __typename: 'Shop', id: 's', city: 'C' }) },
          Target: { __resolveType: resolveType },
          Shop: { __resolveReference: ({ id }: { id: string }) => ({ id, city: 'C' }) },
        },
      },
      {
        name: 'right',
        sdl: `${LINK} type Query { latest: Review } type Review @key(fields: "id") { id: ID! target: Target @shareable stars: Int }
          union Target = Shop type Shop @key(fields: "id") { id: ID! owner: String }`,
        resolvers: {
          Query: { latest: () => ({ id: 'r1' }) },
          Review: { __resolveReference: self, target: () => ({ __typename: 'Shop', id: 's' }), stars: () => 5 },
          Target: { __resolveType: resolveType },
          Shop: { __resolveReference: self, owner: () => 'O' },
        },
      },
    ],
    questions: [
      {
        document: '{ review { stars target { ... on Shop { owner city } ... on Person { id } } } }',
        data: { review: { stars: 5, target: { owner: 'O', city: 'C' } } },
      },
      {
        document: '{ latest { target { __typename ... on Person { id } ... on Shop { city owner } } } }',
        data: { latest: { target: { __typename: 'Shop', city: 'C', owner: 'O' } } },
      },
    ],
  },
  {
    name: 'an interface of which departments know different fields and members',
    subgraphs: [
      {
        name: 'goods',
        sdl: `${LINK} type Query { goods: [Good!]! node: Node } interface Node { id: ID! } interface Good implements Node { id: ID! price: Int }
          type Cup implements Good & Node @key(fields: "id") { id: ID! price: Int } type Pot implements Good & Node @key(fields: "id") { id: ID! price: Int }`,
        resolvers: {
          Query: {
            goods: () => [
              { __typename: 'Cup', id: 'c', price: 1 },
              { __typename: 'Pot', id: 'p', price: 2 },
            ],
            node: () => ({ __typename: 'Pot', id: 'p', price: 2 }),
          },
          Node: { __resolveType: resolveType },
          Good: { __resolveType: resolveType },
          Cup: { __resolveReference: self },
          Pot: { __resolveReference: self },
        },
      },
      {
        name: 'colours',
        sdl: `${LINK} interface Coloured { id: ID! colour: String } type Cup implements Coloured @key(fields: "id") { id: ID! colour: String }
          type Pot @key(fields: "id") { id: ID! colour: String! lid: Boolean }`,
        resolvers: {
          Cup: { __resolveReference: self, colour: () => 'red' },
          Pot: { __resolveReference: self, colour: () => 'blue', lid: () => true },
        },
      },
    ],
    questions: [
      {
        document: '{ goods { ... on Coloured { colour } price ... on Pot { lid } __typename } }',
        data: {
          goods: [
            { colour: 'red', price: 1, __typename: 'Cup' },
            { price: 2, lid: true, __typename: 'Pot' },
          ],
        },
      },
      {
        document: '{ node { ... on Good { price ... on Coloured { id } } ... on Node { id ... on Pot { colour } } } }',
        data: { node: { price: 2, id: 'p', colour: 'blue' } },
      },
      {
        document:
          'query($no: Boolean! = false) { goods { ... on Node @skip(if: $no) { id } ... on Coloured @include(if: $no) { colour } ...P } } fragment P on Pot { c: colour lid }',
        data: { goods: [{ id: 'c' }, { id: 'p', c: 'blue', lid: true }] },
      },
    ],
  },
  {
    name: 'one response name, of nullable and of non-null fields',
    subgraphs: [
      {
        name: 'people',
        sdl: `${LINK} type Query { accounts: [Account!]! } union Account = User | Admin
          type User @key(fields: "id") { id: ID! name: String } type Admin @key(fields: "id") { id: ID! name: String }`,
        resolvers: {
          Query: {
            accounts: () => [
              { __typename: 'User', id: 'u', name: 'U' },
              { __typename: 'Admin', id: 'a', name: 'A' },
            ],
          },
          Account: { __resolveType: resolveType },
          User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `user ${id}` }) },
          Admin: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `admin ${id}` }) },
        },
      },
      {
        name: 'posts',
        sdl: `${LINK} type Query { authors: [Author] } union Author = User | Admin
          type User @key(fields: "id") { id: ID! likes: [Int!]! } type Admin @key(fields: "id") { id: ID! likes: [Int!]! rank: Int! }`,
        resolvers: {
          Query: {
            authors: () => [
              { __typename: 'Admin', id: 'a' },
              { __typename: 'User', id: 'u' },
            ],
          },
          Author: { __resolveType: resolveType },
          User: { __resolveReference: self, likes: () => [1] },
          Admin: { __resolveReference: self, likes: () => [2, 3], rank: () => 4 },
        },
      },
    ],
    questions: [
      {
        document:
          '{ authors { ... on User { likes name } ... on Admin { name rank likes } } accounts { ... on User { likes } } }',
        data: {
          authors: [
            { name: 'admin a', rank: 4, likes: [2, 3] },
            { likes: [1], name: 'user u' },
          ],
          accounts: [{ likes: [1] }, {}],
        },
      },
    ],
  },
];
