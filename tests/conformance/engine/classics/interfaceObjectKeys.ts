import { LINK, type Classic } from './Classic.ts';

const self = (one: object): object => one;
const works = [
  { __typename: 'Book', id: '1', isbn: 'b1', title: 'T1', pages: 10 },
  { __typename: 'Film', id: '2', isbn: 'f2', title: 'T2', minutes: 90 },
];
const work = (key: { id?: string; isbn?: string }): unknown =>
  works.find(({ id, isbn }) => id === key.id || isbn === key.isbn);
const node = ({ id }: { id: string }): object =>
  id.startsWith('m') ? { __typename: 'Man', id, name: 'M' } : { __typename: 'Cat', id, lives: 9 };
const KEYS = '@key(fields: "id") @key(fields: "isbn")';

/** Interface objects that departments know by different keys. */
export const interfaceObjectKeys: readonly Classic[] = [
  {
    name: 'interface objects by different keys, one of which requires a field',
    subgraphs: [
      {
        name: 'works',
        sdl: `${LINK} type Query { works: [Work!]! book: Book } interface Work ${KEYS} { id: ID! isbn: ID! title: String! }
          type Book implements Work ${KEYS} { id: ID! isbn: ID! title: String! pages: Int }
          type Film implements Work ${KEYS} { id: ID! isbn: ID! title: String! minutes: Int }`,
        resolvers: {
          Query: { works: () => works, book: () => works[0] },
          Work: { __resolveReference: work },
          Book: { __resolveReference: work },
          Film: { __resolveReference: work },
        },
      },
      {
        name: 'adverts',
        sdl: `${LINK} type Query { top: [Work!]! } type Work @key(fields: "id") @interfaceObject {
          id: ID! title: String! @external tagline: String @requires(fields: "title") }`,
        resolvers: {
          Query: { top: () => [{ id: '2' }] },
          Work: { __resolveReference: self, tagline: ({ title }: { title: string }) => `see ${title}` },
        },
      },
      {
        name: 'shops',
        sdl: `${LINK} type Work @key(fields: "isbn") @interfaceObject { isbn: ID! price: Int }`,
        resolvers: { Work: { __resolveReference: self, price: ({ isbn }: { isbn: string }) => isbn.length } },
      },
    ],
    questions: [
      { document: '{ book { price tagline } }', data: { book: { price: 2, tagline: 'see T1' } } },
      {
        document: '{ works { ... on Book { price } ... on Film { tagline } } }',
        data: { works: [{ price: 2 }, { tagline: 'see T2' }] },
      },
      {
        document: '{ top { tagline price ... on Film { minutes } } }',
        data: { top: [{ tagline: 'see T2', price: 2, minutes: 90 }] },
      },
    ],
  },
  {
    name: 'an object that a department knows by two interface objects',
    subgraphs: [
      {
        name: 'registry',
        sdl: `${LINK} type Query { nodes: [Node!]! } interface Node @key(fields: "id") { id: ID! }
          interface Person @key(fields: "id") { id: ID! name: String } type Cat implements Node @key(fields: "id") { id: ID! lives: Int }
          type Man implements Person & Node @key(fields: "id") { id: ID! name: String }`,
        resolvers: {
          Query: { nodes: () => [node({ id: 'm1' }), node({ id: 'c1' })] },
          Node: { __resolveReference: node },
          Person: { __resolveReference: node },
          Man: { __resolveReference: node },
          Cat: { __resolveReference: node },
        },
      },
      {
        name: 'mail',
        sdl: `${LINK} type Node @key(fields: "id") @interfaceObject { id: ID! created: Int author: Node }
          type Person @key(fields: "id") @interfaceObject { id: ID! email: String }`,
        resolvers: {
          Node: { __resolveReference: self, created: () => 2016, author: () => ({ id: 'm4' }) },
          Person: { __resolveReference: self, email: ({ id }: { id: string }) => `${id}@mail` },
        },
      },
    ],
    questions: [
      {
        document: '{ nodes { created ... on Person { name email } ... on Cat { author { id } } } }',
        data: {
          nodes: [
            { created: 2016, name: 'M', email: 'm1@mail' },
            { created: 2016, author: { id: 'm4' } },
          ],
        },
        difference: 'the type of an object to which an interface object adds fields',
      },
    ],
  },
  {
    name: 'what an interface object adds, behind what it adds itself',
    subgraphs: [
      {
        name: 'registry',
        sdl: `${LINK} type Query { cat: Cat } interface Node @key(fields: "id") { id: ID! } type Cat implements Node @key(fields: "id") { id: ID! }
          type Man implements Node @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { cat: () => ({ id: 'c1' }) }, Node: { __resolveReference: node } },
      },
      {
        name: 'people',
        sdl: `${LINK} interface Node @key(fields: "id") { id: ID! } type Cat implements Node @key(fields: "id") { id: ID! }
          type Man implements Node @key(fields: "id") { id: ID! name: String }`,
        resolvers: { Node: { __resolveReference: node }, Man: { __resolveReference: node } },
      },
      {
        name: 'ties',
        sdl: `${LINK} type Node @key(fields: "id") @interfaceObject { id: ID! tie: Node }`,
        resolvers: {
          Node: { __resolveReference: self, tie: ({ id }: { id: string }) => ({ id: id === 'c1' ? 'm1' : 'c1' }) },
        },
      },
    ],
    questions: [
      {
        document: '{ cat { tie { tie { __typename } ... on Man { tie { __typename } } } } }',
        data: { cat: { tie: { tie: { __typename: 'Cat' } } } },
      },
    ],
  },
  {
    name: 'what an interface object adds and requires something for, behind what it adds, beside another one',
    subgraphs: [
      {
        name: 'marks',
        sdl: `${LINK} interface Node @key(fields: "id") { id: ID! mark: String } interface Titled @key(fields: "id") { id: ID! }
          type Cat implements Node & Titled @key(fields: "id") { id: ID! mark: String }`,
        resolvers: {
          Node: { __resolveReference: node },
          Cat: { __resolveReference: node, mark: ({ id }: { id: string }) => `mark ${id}` },
        },
      },
      {
        name: 'registry',
        sdl: `${LINK} type Query { cat: Cat } interface Node @key(fields: "id") { id: ID! } interface Titled @key(fields: "id") { id: ID! }
          type Cat implements Node & Titled @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { cat: () => ({ id: 'c1' }) } },
      },
      {
        name: 'ties',
        sdl: `${LINK} type Node @key(fields: "id") @interfaceObject { id: ID! mark: String @external sign: String @requires(fields: "mark") ties: [Node] }
          type Titled @key(fields: "id") @interfaceObject { id: ID! title: String }`,
        resolvers: {
          Node: {
            __resolveReference: self,
            ties: () => [{ id: 'c2' }, { id: 'c3' }],
            sign: ({ mark }: { mark: string }) => `sign of ${mark}`,
          },
        },
      },
    ],
    questions: [
      {
        document: '{ cat { ties { sign } } }',
        data: { cat: { ties: [{ sign: 'sign of mark c2' }, { sign: 'sign of mark c3' }] } },
        difference: 'no plan for what an interface object adds, beside another interface',
      },
    ],
  },
];
