import { openSmallGraph } from '../../../kit/openSmallGraph.ts';

const catalog = {
  sdl: `
    type Query { item: Item items: [Item!]! }
    type Item @key(fields: "id") {
      id: ID! name: String weight: Int price(currency: String = "CNY"): Int
      size: Size @shareable parts: [Part!] legacy: String @override(from: "stock")
    }
    type Size @shareable { width: Int depth: Int }
    type Part { code: String! mass: Int }`,
  resolvers: {
    Query: { item: () => ({ id: '1', name: 'chair' }), items: () => [{ id: '1' }, { id: '2' }] },
    Item: {
      __resolveReference: ({ id }: { id: string }) => ({ id, name: 'chair' }),
      weight: ({ id }: { id: string }) => (id === '2' ? null : 7),
      price: (_: unknown, { currency }: { currency: string }) => (currency === 'EUR' ? 2 : 20),
      size: () => ({ width: 4, depth: 5 }),
      parts: () => [
        { code: 'leg', mass: 3 },
        { code: 'seat', mass: null },
      ],
      legacy: () => 'catalog',
    },
  },
};
const shipping = {
  sdl: `
    type Item @key(fields: "id") {
      id: ID!
      weight: Int @external
      price(currency: String = "CNY"): Int @external
      parts: [Part!] @external
      fee: String @requires(fields: "weight price(currency: \\"EUR\\")")
      label: String @requires(fields: "parts { code mass }")
    }
    type Part { code: String! @external mass: Int @external }`,
  resolvers: {
    Item: {
      fee: ({ weight, price }: { weight: number | null; price: number }) => `${weight}/${price}`,
      label: ({ parts }: { parts: unknown }) => JSON.stringify(parts),
    },
  },
};
const stock = {
  sdl: `
    type Query { shelves: [Shelf!]! }
    type Shelf { item: Item! @provides(fields: "name") plain: Item! }
    type Item @key(fields: "id") { id: ID! name: String @external size: Size @shareable legacy: String }
    type Size @shareable { depth: Int height: Int }`,
  resolvers: {
    Query: { shelves: () => [{ item: { id: '1', name: 'as provided' }, plain: { id: '1' } }] },
    Item: { size: () => ({ depth: 5, height: 6 }), legacy: () => 'stock' },
  },
};
const graph = openSmallGraph({ catalog, shipping, stock });

async function bothAnswer(query: string, data: unknown): Promise<void> {
  const answer = await graph.ask(query);
  expect(answer).toEqual({ data, errors: [] });
  expect(await graph.askApollo(query)).toEqual(answer);
}

describe('the executor follows', () => {
  it('@requires, with the arguments that the department demands', async () => {
    await bothAnswer('{ item { fee } }', { item: { fee: '7/2' } });
  });

  it('@requires beside the same field with arguments of the caller, which @apollo/gateway confuses', async () => {
    expect(await graph.ask('{ item { price weight: name fee } }')).toEqual({
      data: { item: { price: 20, weight: 'chair', fee: '7/2' } },
      errors: [],
    });
  });

  it('@requires and keys behind a name that the caller gives to another field', async () => {
    expect(await graph.ask('{ shelves { plain { id: name weight: legacy fee again: fee } } }')).toEqual({
      data: { shelves: [{ plain: { id: 'chair', weight: 'catalog', fee: '7/2', again: '7/2' } }] },
      errors: [],
    });
  });

  it('@requires of a value that is null, which is sent as null', async () => {
    await bothAnswer('{ items { fee } }', { items: [{ fee: '7/2' }, { fee: 'null/2' }] });
  });

  it('@requires of objects in lists', async () => {
    const parts = '[{"code":"leg","mass":3},{"code":"seat","mass":null}]';
    await bothAnswer('{ item { label } }', { item: { label: parts } });
  });

  it('@provides', async () => {
    await bothAnswer('{ shelves { item { name } } }', { shelves: [{ item: { name: 'as provided' } }] });
    await graph.ask('{ shelves { item { name } } }');
    expect(graph.asked).toHaveLength(1);
    await bothAnswer('{ shelves { plain { name } } }', { shelves: [{ plain: { name: 'chair' } }] });
  });

  it('@override', async () => {
    await bothAnswer('{ shelves { plain { legacy } } }', { shelves: [{ plain: { legacy: 'catalog' } }] });
  });

  it('@shareable, joining the parts of one value', async () => {
    await bothAnswer('{ item { size { height width depth } } }', {
      item: { size: { height: 6, width: 4, depth: 5 } },
    });
  });
});
