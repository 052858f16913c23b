import { GraphQLScalarType, print } from 'graphql';
import { LINK, type Classic } from './Classic.ts';

const self = (one: object): object => one;

/** What the mutations of a run add up to. */
function counter(): { add(to: string, number: number): string } {
  let log = '';
  return {
    add: (to, number) => {
      log = `${log}${to}${number}`;
      const said = log;
      if (number === 9) log = '';
      return said;
    },
  };
}

const count = counter();
const later = async <T>(value: T): Promise<T> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  return value;
};

/** Mutations, conditions, and keys of which a department knows some. */
export const operations: readonly Classic[] = [
  {
    name: 'mutations over two departments, one after the other',
    subgraphs: [
      {
        name: 'left',
        sdl: `${LINK} type Query { thing: Thing } type Mutation { left(n: Int!): Thing! } type Thing @key(fields: "id") { id: ID! said: String @shareable }`,
        resolvers: {
          Query: { thing: () => ({ id: 't' }) },
          Mutation: {
            left: (_: unknown, { n }: { n: number }) => later({ id: `l${n}`, said: count.add('l', n) }),
          },
          Thing: { __resolveReference: self },
        },
      },
      {
        name: 'right',
        sdl: `${LINK} type Mutation { right(n: Int!): Thing } type Thing @key(fields: "id") { id: ID! said: String @shareable more: Int }`,
        resolvers: {
          Mutation: { right: (_: unknown, { n }: { n: number }) => ({ id: `r${n}`, said: count.add('r', n) }) },
          Thing: { __resolveReference: self, more: ({ id }: { id: string }) => id.length },
        },
      },
    ],
    questions: [
      {
        document:
          'mutation { a: left(n: 1) { more said } b: right(n: 2) { said } c: left(n: 3) { said } d: left(n: 4) { id more } e: right(n: 9) { said } }',
        data: {
          a: { more: 2, said: 'l1' },
          b: { said: 'l1r2' },
          c: { said: 'l1r2l3' },
          d: { id: 'l4', more: 2 },
          e: { said: 'l1r2l3l4r9' },
        },
      },
      {
        document:
          'mutation($no: Boolean = false) { right(n: 1) @include(if: $no) { id } __typename ...F left(n: 9) { id } } fragment F on Mutation { left(n: 9) { said } }'.replace(
            'Boolean = false',
            'Boolean! = false',
          ),
        data: { __typename: 'Mutation', left: { said: 'l9', id: 'l9' } },
      },
      {
        document:
          'mutation($no: Boolean! = false) { left(n: 1) { id } right(n: 2) { said } left(n: 1) @skip(if: $no) { said } end: right(n: 9) { said } }',
        data: { left: { id: 'l1', said: 'l1' }, right: { said: 'l1r2' }, end: { said: 'l1r2r9' } },
        difference: 'a field of a mutation that is carried out twice',
      },
    ],
  },
  {
    name: 'what is skipped is not asked for, whatever needs it',
    subgraphs: [
      {
        name: 'base',
        sdl: `${LINK} type Query { item: Item } type Item @key(fields: "id") { id: ID! price: Int }`,
        resolvers: { Query: { item: () => ({ id: '1' }) }, Item: { __resolveReference: self, price: () => 5 } },
      },
      {
        name: 'extra',
        sdl: `${LINK} type Item @key(fields: "id") { id: ID! price: Int @external cheap: Boolean @requires(fields: "price") dear: Boolean @requires(fields: "price") }`,
        resolvers: {
          Item: {
            __resolveReference: self,
            cheap: ({ price = 99 }: { price?: number }) => price < 9,
            dear: () => {
              throw new Error('Nobody may ask for this');
            },
          },
        },
      },
    ],
    questions: [
      {
        document: 'query($on: Boolean!) { item { dear @skip(if: $on) cheap @include(if: $on) } }',
        variables: { on: true },
        data: { item: { cheap: true } },
      },
      {
        document:
          'query($on: Boolean!) { item { ... @skip(if: $on) { dear price } ...F @include(if: $on) id } } fragment F on Item { cheap dear @skip(if: true) }',
        variables: { on: true },
        data: { item: { cheap: true, id: '1' } },
      },
      { document: 'query($on: Boolean! = true) { item @skip(if: $on) { dear } }', data: {} },
      { document: '{ item { dear @include(if: false) } }', data: { item: {} } },
      {
        document:
          'query($on: Boolean! = true) { item { cheap @skip(if: $on) } again: item { cheap @include(if: $on) cheap @skip(if: $on) } }',
        data: { item: {}, again: { cheap: true } },
      },
    ],
  },
  {
    name: 'a mixture of keys, each known to two departments only',
    subgraphs: [
      {
        name: 'one',
        sdl: `${LINK} type Query { row: Row } type Row @key(fields: "id") { id: ID! pair: Pair! } type Pair @key(fields: "id") @key(fields: "id a") { id: ID! a: ID! }`,
        resolvers: {
          Query: { row: () => ({ id: '1' }) },
          Row: { __resolveReference: self, pair: () => ({ id: '100', a: 'a1' }) },
          Pair: { __resolveReference: ({ id }: { id: string }) => ({ id, a: 'a1' }) },
        },
      },
      {
        name: 'two',
        sdl: `${LINK} type Row @key(fields: "id") { id: ID! pair: Pair! @external label: String! @requires(fields: "pair { id a }") }
          type Pair @key(fields: "id a") { id: ID! a: ID! b: ID! @shareable }`,
        resolvers: {
          Row: {
            __resolveReference: self,
            label: ({ pair }: { pair: { id: string; a: string } }) => `${pair.id}/${pair.a}`,
          },
          Pair: { __resolveReference: ({ id, a }: { id: string; a: string }) => ({ id, a, b: `b of ${a}` }) },
        },
      },
      {
        name: 'three',
        sdl: `${LINK} type Row @key(fields: "id") { id: ID! pair: Pair! @external full: String! @requires(fields: "pair { b a }") }
          type Pair @key(fields: "id b") { id: ID! b: ID! a: ID! @external c: String }`,
        resolvers: {
          Row: {
            __resolveReference: self,
            full: ({ pair }: { pair: { a: string; b: string } }) => `${pair.a}/${pair.b}`,
          },
          Pair: { __resolveReference: self, c: ({ id, b }: { id: string; b: string }) => `c of ${id} ${b}` },
        },
      },
    ],
    questions: [
      { document: '{ row { label full } }', data: { row: { label: '100/a1', full: 'a1/b of a1' } } },
      {
        document: '{ row { pair { c a b } full } }',
        data: { row: { pair: { c: 'c of 100 b of a1', a: 'a1', b: 'b of a1' }, full: 'a1/b of a1' } },
      },
    ],
  },
  {
    name: 'numbers with more digits than a double has',
    subgraphs: [
      {
        name: 'texts',
        sdl: `${LINK} scalar Decimal type Query { text(id: ID, ids: [ID!], exact: Decimal): String }`,
        resolvers: {
          Decimal: new GraphQLScalarType({ name: 'Decimal', parseValue: String, parseLiteral: (node) => print(node) }),
          Query: { text: (_: unknown, args: object) => Object.values(args).join(' ') },
        },
      },
    ],
    questions: [
      {
        document: '{ a: text(id: 91350100000000000001) b: text(ids: [1, 91350100000000000002]) c: text(id: 12) }',
        data: { a: '91350100000000000001', b: '1,91350100000000000002', c: '12' },
      },
      {
        document:
          'query($exact: Decimal = 1.50) { a: text(exact: $exact) b: text(exact: [0.1234567890123456789]) c: text(exact: 3) }',
        data: { a: '1.50', b: '[0.1234567890123456789]', c: '3' },
        difference: 'a number with more digits than a double has',
      },
    ],
  },
];
