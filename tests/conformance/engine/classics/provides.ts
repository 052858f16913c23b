import { LINK, type Classic } from './Classic.ts';

const self = (one: object): object => one;
const resolveType = (one: { __typename: string }): string => one.__typename;

/** A name that says which department gave it. */
const unexpected = (what: string) => (): never => {
  throw new Error(`${what} should have been taken where it is provided`);
};

/** Fields that a department gives on one way only. */
export const provides: readonly Classic[] = [
  {
    name: 'nested provides',
    subgraphs: [
      {
        name: 'shops',
        sdl: `${LINK} type Query { shop: Shop @provides(fields: "lead { name team { title } }") other: Shop }
          type Shop @key(fields: "id") { id: ID! lead: Person @external }
          type Person @key(fields: "id") { id: ID! name: String @external team: Team @external } type Team @key(fields: "id") { id: ID! title: String @external }`,
        resolvers: {
          Query: {
            shop: () => ({ id: 's', lead: { id: 'p', name: 'here', team: { id: 't', title: 'here' } } }),
            other: () => ({ id: 's' }),
          },
          Shop: { __resolveReference: self },
        },
      },
      {
        name: 'people',
        sdl: `${LINK} type Shop @key(fields: "id") { id: ID! lead: Person } type Person @key(fields: "id") { id: ID! name: String team: Team age: Int }
          type Team @key(fields: "id") { id: ID! title: String }`,
        resolvers: {
          Shop: { __resolveReference: self, lead: () => ({ id: 'p' }) },
          Person: { __resolveReference: self, name: () => 'there', team: () => ({ id: 't' }), age: () => 30 },
          Team: { __resolveReference: self, title: () => 'there' },
        },
      },
    ],
    questions: [
      {
        document: '{ shop { lead { name team { title } } } }',
        data: { shop: { lead: { name: 'here', team: { title: 'here' } } } },
      },
      {
        document: '{ other { lead { name team { title } } } }',
        data: { other: { lead: { name: 'there', team: { title: 'there' } } } },
      },
      { document: '{ shop { lead { age name } } }', data: { shop: { lead: { age: 30, name: 'here' } } } },
    ],
  },
  {
    name: 'provides below an interface and a union',
    subgraphs: [
      {
        name: 'feeds',
        sdl: `${LINK} type Query { pet: Pet @provides(fields: "... on Cat { name } ... on Dog { age }") any: Any @provides(fields: "... on Cat { name }") homes: [Home!] }
          interface Home { cat: Cat } type House implements Home { cat: Cat @provides(fields: "name") } type Barn implements Home { cat: Cat }
          interface Pet { id: ID! } union Any = Cat | Dog type Cat implements Pet @key(fields: "id") { id: ID! name: String @external }
          type Dog implements Pet @key(fields: "id") { id: ID! age: Int @external }`,
        resolvers: {
          Query: {
            pet: () => ({ __typename: 'Cat', id: 'c', name: 'here' }),
            any: () => ({ __typename: 'Dog', id: 'd' }),
            homes: () => [
              { __typename: 'House', cat: { id: 'c', name: 'here' } },
              { __typename: 'Barn', cat: { id: 'b' } },
            ],
          },
          Home: { __resolveType: resolveType },
          Pet: { __resolveType: resolveType },
          Any: { __resolveType: resolveType },
        },
      },
      {
        name: 'pets',
        sdl: `${LINK} type Cat @key(fields: "id") { id: ID! name: String age: Int } type Dog @key(fields: "id") { id: ID! name: String age: Int }`,
        resolvers: {
          Cat: {
            __resolveReference: self,
            name: ({ id }: { id: string }) => (id === 'c' ? unexpected('the name')() : 'Mau'),
            age: () => 3,
          },
          Dog: { __resolveReference: self, name: () => 'Rex', age: () => 4 },
        },
      },
    ],
    questions: [
      { document: '{ pet { ... on Cat { name } } }', data: { pet: { name: 'here' } } },
      { document: '{ homes { ... on House { cat { name } } } }', data: { homes: [{ cat: { name: 'here' } }, {}] } },
      {
        document:
          '{ pet { id ... on Cat { age name } ... on Dog { name } } any { ... on Dog { name age } ... on Cat { name } } }',
        data: { pet: { id: 'c', age: 3, name: 'here' }, any: { name: 'Rex', age: 4 } },
      },
    ],
  },
  {
    name: 'a field that is external on one way and provided on another, and required by a third department',
    subgraphs: [
      {
        name: 'orders',
        sdl: `${LINK} type Query { item: Item @provides(fields: "weight") } type Order @key(fields: "id") { id: ID! item: Item @provides(fields: "name") }
          type Item @key(fields: "id") @key(fields: "code") { id: ID! code: Int name: String @external weight: Int @external }`,
        resolvers: {
          Query: { item: () => ({ id: '1', code: 1, weight: 5 }) },
          Order: { __resolveReference: self },
          Item: { name: unexpected('the name') },
        },
      },
      {
        name: 'names',
        sdl: `${LINK} type Item @key(fields: "id") { id: ID! name: String weight: Int @external postage: Int @requires(fields: "weight") }`,
        resolvers: { Item: { __resolveReference: self, name: () => 'cup' } },
      },
      {
        name: 'labels',
        sdl: `${LINK} type Item @key(fields: "id") { id: ID! weight: Int name: String @external label: String @requires(fields: "name") }`,
        resolvers: { Item: { __resolveReference: self, label: ({ name }: { name: string }) => `a ${name}` } },
      },
      {
        name: 'stocks',
        sdl: `${LINK} type Item @key(fields: "id") @key(fields: "code") { id: ID! code: Int stock: Int }`,
        resolvers: {},
      },
    ],
    questions: [{ document: '{ item { name label } }', data: { item: { name: 'cup', label: 'a cup' } } }],
  },
];
