import { LINK, type Classic } from './Classic.ts';

interface Part {
  readonly id: string;
  readonly weight?: number;
  readonly size?: number;
  readonly freight?: number;
  readonly price?: number;
  readonly owner?: { readonly name?: string } | null;
  readonly makers?: readonly ({ readonly name: string } | null)[];
  readonly shape?: Readonly<Record<string, unknown>>;
}

const OTHER_ARGUMENTS = 'a required field that is also asked for with other arguments';
const reference = (part: Part): Part => part;

const BASE = `${LINK} type Query { part: Part parts: [Part!]! } type Part @key(fields: "id")`;
const roots = { part: () => ({ id: '1' }), parts: () => [{ id: '1' }, { id: '2' }] };

/** Fields that need other departments' fields. */
export const requires: readonly Classic[] = [
  {
    name: 'a required field that requires another',
    subgraphs: [
      {
        name: 'base',
        sdl: `${BASE} { id: ID! weight: Int }`,
        resolvers: { Query: roots, Part: { __resolveReference: reference, weight: ({ id }: Part) => Number(id) * 10 } },
      },
      {
        name: 'freight',
        sdl: `${LINK} type Part @key(fields: "id") { id: ID! weight: Int @external freight: Int @requires(fields: "weight") }`,
        resolvers: { Part: { __resolveReference: reference, freight: ({ weight }: Part) => (weight ?? -99) + 1 } },
      },
      {
        name: 'prices',
        sdl: `${LINK} type Part @key(fields: "id") { id: ID! weight: Int @external freight: Int @external
          price: Int @requires(fields: "freight") label: String @requires(fields: "weight freight") }`,
        resolvers: {
          Part: {
            __resolveReference: reference,
            price: ({ freight }: Part) => (freight ?? -99) * 2,
            label: ({ weight, freight }: Part) => `${weight ?? 'none'}+${freight ?? 'none'}`,
          },
        },
      },
    ],
    questions: [
      { document: '{ part { price } }', data: { part: { price: 22 } } },
      { document: '{ part { label price } }', data: { part: { label: '10+11', price: 22 } } },
      {
        document: '{ parts { price weight label } part { freight } }',
        data: {
          parts: [
            { price: 22, weight: 10, label: '10+11' },
            { price: 42, weight: 20, label: '20+21' },
          ],
          part: { freight: 11 },
        },
      },
    ],
  },
  {
    name: 'a required field with an argument',
    subgraphs: [
      {
        name: 'base',
        sdl: `${BASE} { id: ID! size(unit: Unit! = CM, times: Int): Int } enum Unit { CM MM }`,
        resolvers: {
          Query: roots,
          Part: {
            __resolveReference: reference,
            size: ({ id }: Part, { unit, times }: { unit: string; times?: number }) =>
              Number(id) * (unit === 'MM' ? 10 : 1) * (times ?? 1),
          },
        },
      },
      {
        name: 'boxes',
        sdl: `${LINK} type Part @key(fields: "id") { id: ID! size(unit: Unit! = CM, times: Int): Int @external
          box(wall: Int = 1): Int @requires(fields: "size(unit: MM)") lid: Int @requires(fields: "size(unit: MM, times: 3)") }
          enum Unit { CM MM }`,
        resolvers: {
          Part: {
            __resolveReference: reference,
            box: ({ size }: Part, { wall }: { wall: number }) => (size ?? -99) + wall,
            lid: ({ size }: Part) => size ?? -99,
          },
        },
      },
    ],
    questions: [
      { document: '{ part { box } }', data: { part: { box: 11 } } },
      { document: '{ part { size box(wall: 5) } }', data: { part: { size: 1, box: 15 } }, difference: OTHER_ARGUMENTS },
      {
        document:
          'query($w: Int, $u: Unit! = CM) { parts { box(wall: $w) size(unit: $u, times: 2) big: size(unit: MM) } }',
        variables: { w: 2 },
        data: {
          parts: [
            { box: 12, size: 2, big: 10 },
            { box: 22, size: 4, big: 20 },
          ],
        },
        difference: OTHER_ARGUMENTS,
      },
      { document: '{ part { lid } }', data: { part: { lid: 30 } } },
      { document: '{ part { box lid } }', data: { part: { box: 11, lid: 30 } }, difference: OTHER_ARGUMENTS },
      {
        document: '{ part { lid size(times: 7) box } }',
        data: { part: { lid: 30, size: 7, box: 11 } },
        difference: OTHER_ARGUMENTS,
      },
    ],
  },
  {
    name: 'a required field of another entity, of a list and below an interface',
    subgraphs: [
      {
        name: 'base',
        sdl: `${BASE} { id: ID! owner: Owner makers: [Maker] shape: Shape }
          type Owner @key(fields: "id") { id: ID! } type Maker @key(fields: "id") { id: ID! }
          interface Shape { kind: String! } type Round implements Shape @shareable { kind: String! radius: Int }
          type Square implements Shape @shareable { kind: String! side: Int }`,
        resolvers: {
          Query: roots,
          Part: {
            __resolveReference: reference,
            owner: ({ id }: Part) => (id === '1' ? { id: 'o' } : null),
            makers: () => [{ id: 'm' }, null, { id: 'n' }],
            shape: ({ id }: Part) =>
              id === '1'
                ? { __typename: 'Round', kind: 'round', radius: 3 }
                : { __typename: 'Square', kind: 'square', side: 4 },
          },
        },
      },
      {
        name: 'names',
        sdl: `${LINK} type Owner @key(fields: "id") { id: ID! name: String } type Maker @key(fields: "id") { id: ID! name: String }`,
        resolvers: {
          Owner: { __resolveReference: reference, name: ({ id }: Part) => `owner ${id}` },
          Maker: { __resolveReference: reference, name: ({ id }: Part) => `maker ${id}` },
        },
      },
      {
        name: 'labels',
        sdl: `${LINK} type Part @key(fields: "id") { id: ID! owner: Owner @external makers: [Maker] @external
          shape: Shape @external
          label: String @requires(fields: "owner { name }") list: String @requires(fields: "makers { name }")
          area: Int @requires(fields: "shape { kind ... on Round { radius } ... on Square { side } }") }
          type Owner @key(fields: "id") { id: ID! name: String @external }
          type Maker @key(fields: "id") { id: ID! name: String @external }
          interface Shape { kind: String! } type Round implements Shape @shareable { kind: String! radius: Int }
          type Square implements Shape @shareable { kind: String! side: Int }`,
        resolvers: {
          Part: {
            __resolveReference: reference,
            label: ({ owner }: Part) => `label of ${owner ? (owner.name ?? 'missing') : 'nobody'}`,
            list: ({ makers }: Part) => (makers ?? []).map((maker) => maker?.name ?? 'nobody').join(),
            area: ({ shape }: Part) =>
              shape?.['kind'] === 'round' ? Number(shape['radius']) * 3 : Number(shape?.['side']) ** 2,
          },
          Owner: { __resolveReference: reference },
          Maker: { __resolveReference: reference },
        },
      },
    ],
    questions: [
      {
        document: '{ parts { label list } }',
        data: {
          parts: [
            { label: 'label of owner o', list: 'maker m,nobody,maker n' },
            { label: 'label of nobody', list: 'maker m,nobody,maker n' },
          ],
        },
      },
      { document: '{ parts { area } }', data: { parts: [{ area: 9 }, { area: 16 }] } },
      {
        document: '{ parts { shape { ... on Square { side } } area owner { id } } }',
        data: {
          parts: [
            { shape: {}, area: 9, owner: { id: 'o' } },
            { shape: { side: 4 }, area: 16, owner: null },
          ],
        },
      },
    ],
  },
  {
    name: 'a required field that is provided on the way',
    subgraphs: [
      {
        name: 'base',
        sdl: `${BASE} { id: ID! weight: Int }`,
        resolvers: { Query: roots, Part: { __resolveReference: reference, weight: ({ id }: Part) => Number(id) * 10 } },
      },
      {
        name: 'orders',
        sdl: `${LINK} type Query { order: Order } type Order { part: Part @provides(fields: "weight") other: Part }
          type Part @key(fields: "id") { id: ID! weight: Int @external freight: Int @requires(fields: "weight") }`,
        resolvers: {
          Query: { order: () => ({}) },
          Order: { part: () => ({ id: '1', weight: 10 }), other: () => ({ id: '2' }) },
          Part: { __resolveReference: reference, freight: ({ weight }: Part) => (weight ?? -99) + 1 },
        },
      },
    ],
    questions: [
      { document: '{ order { part { freight } } }', data: { order: { part: { freight: 11 } } } },
      {
        document: '{ order { other { freight } part { freight weight } } }',
        data: { order: { other: { freight: 21 }, part: { freight: 11, weight: 10 } } },
      },
    ],
  },
];
