import { LINK, type Classic } from './Classic.ts';

const self = (one: object): object => one;
const fail = (message: string) => (): never => {
  throw new Error(message);
};

/** Fields that fail: what is told of them, and where. */
export const failures: readonly Classic[] = [
  {
    name: 'fields that fail in another department',
    subgraphs: [
      {
        name: 'shelves',
        sdl: `${LINK} type Query { things: [Thing!]! } union Thing = Box | Item type Box { size: Int }
          type Item @key(fields: "id") { id: ID! } type Mutation { lose: Int! @shareable }`,
        resolvers: {
          Query: {
            things: () => [
              { __typename: 'Box', size: 3 },
              { __typename: 'Item', id: '1' },
            ],
          },
          Item: { __resolveReference: self },
          Mutation: { lose: fail('lost') },
        },
      },
      {
        name: 'notes',
        sdl: `${LINK} type Query { _: Int } type Item @key(fields: "id") { id: ID! note: String } type Mutation { more: Int }`,
        resolvers: { Item: { __resolveReference: self, note: fail('no note') }, Mutation: { more: fail('too late') } },
      },
    ],
    questions: [
      {
        document: '{ things { ... on Box { size } ... on Item { note } } }',
        data: { things: [{ size: 3 }, { note: null }] },
        errors: ['things.1.note'],
        difference: 'the place of an error, beside objects of other types',
      },
      {
        document: 'mutation { lose more }',
        data: null,
        errors: ['lose'],
        difference: 'the rest of a mutation whose answer is null already',
      },
    ],
  },
  {
    name: 'a department that has nothing to say',
    subgraphs: [
      { name: 'goods', sdl: `${LINK} type Query { name: String }`, resolvers: { Query: { name: () => 'Box' } } },
      { name: 'mute', sdl: `${LINK} type Query { note: String }`, resolvers: {}, isSilent: true },
    ],
    questions: [
      {
        document: '{ name note }',
        data: { name: 'Box', note: null },
        errors: ['note'],
        difference: 'a department that answers null and no error',
      },
    ],
  },
  {
    name: 'an object that two departments share, one of which fails below it',
    subgraphs: [
      {
        name: 'left',
        sdl: `${LINK} type Query { held: Held @shareable } interface Held { items: [Item]! } type Box implements Held @shareable { items: [Item]! }
          type Item @key(fields: "id") { id: ID! left: Int }`,
        resolvers: { Query: { held: () => ({ __typename: 'Box' }) }, Box: { items: fail('no items') } },
      },
      {
        name: 'right',
        sdl: `${LINK} type Query { held: Held @shareable } interface Held { items: [Item]! } type Box implements Held @shareable { items: [Item]! }
          type Item @key(fields: "id") { id: ID! right: Int }`,
        resolvers: { Query: { held: () => ({ __typename: 'Box', items: [{ id: '1', right: 2 }] }) } },
      },
    ],
    questions: [
      {
        document: '{ held { kind: __typename items { left right } } }',
        data: { held: { kind: 'Box', items: [{ left: null, right: 2 }] } },
        errors: ['held.items'],
      },
    ],
  },
];
