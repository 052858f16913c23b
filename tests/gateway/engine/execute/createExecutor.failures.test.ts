import { GraphQLError } from 'graphql';
import { openSmallGraph, type Interfere } from '../../../kit/openSmallGraph.ts';

const refuse = (code: string) => () => {
  throw new GraphQLError(code, { extensions: { code } });
};

const shops = {
  sdl: `
    type Query { shop: Shop shops: [Shop!]! strict: [[Shop!]]! bad: Int doubt: Shop! }
    type Shop @key(fields: "id") { id: ID! name: String! secret: String sure: Int! rows: [Int!] cells: [[Int!]!] }`,
  resolvers: {
    Query: {
      shop: () => ({ id: '1' }),
      shops: () => [{ id: '1' }, { id: '2' }, { id: '1' }],
      strict: () => [[{ id: '1' }, { id: '2' }], null, [{ id: '3' }]],
      bad: refuse('BAD'),
      doubt: refuse('DOUBT'),
    },
    Shop: {
      name: ({ id }: { id: string }) => (id === '2' ? refuse('NAMELESS')() : `shop ${id}`),
      secret: refuse('FORBIDDEN'),
      sure: () => 1,
      rows: () => [1, null, 3],
      cells: () => [[1], [2, null]],
    },
  },
};
const sales = {
  sdl: `
    type Query { total: Int }
    type Shop @key(fields: "id") { id: ID! sales: Int rank: Int! report: Report inner: Report! }
    type Report { pages: Int! author: String }`,
  resolvers: {
    Query: { total: () => 9 },
    Shop: {
      __resolveReference: ({ id }: { id: string }) => (id === '3' ? null : { id }),
      sales: ({ id }: { id: string }) => (id === '2' ? refuse('SEALED')() : 5),
      rank: ({ id }: { id: string }) => (id === '2' ? refuse('UNRANKED')() : 1),
      report: () => ({ author: 'ann' }),
      inner: () => ({ pages: 2, author: refuse('ANONYMOUS') }),
    },
  },
};
let isDown = false;
const interfere: Interfere = (name) =>
  isDown && name === 'sales'
    ? {
        data: null,
        errors: [new GraphQLError('down', { path: ['_entities', 0, 'rank'], extensions: { code: 'DOWN' } })],
      }
    : undefined;
const graph = openSmallGraph({ shops, sales }, interfere);

async function bothAnswer(query: string, data: unknown, errors: readonly string[]): Promise<void> {
  const answer = await graph.ask(query);
  expect(answer).toEqual({ data, errors });
  expect(await graph.askApollo(query)).toEqual(answer);
}

afterEach(() => {
  isDown = false;
});

describe('the executor and errors', () => {
  it('keeps code and place of a root field and nulls it alone', async () => {
    await bothAnswer('{ wrong: bad shop { id } }', { wrong: null, shop: { id: '1' } }, ['BAD wrong']);
  });

  it('nulls the whole answer where a root field can not be null', async () => {
    await bothAnswer('{ doubt { id } total }', null, ['DOUBT doubt']);
  });

  it('gives an error of an entity the place of the entity, with aliases and list indices', async () => {
    await bothAnswer('{ all: shops { sold: sales } }', { all: [{ sold: 5 }, { sold: null }, { sold: 5 }] }, [
      'SEALED all.1.sold',
    ]);
  });

  it('puts the error of an entity at every place where the entity occurs', async () => {
    await bothAnswer(
      '{ shops { inner { author } } }',
      { shops: [{ inner: { author: null } }, { inner: { author: null } }, { inner: { author: null } }] },
      ['ANONYMOUS shops.0.inner.author', 'ANONYMOUS shops.1.inner.author', 'ANONYMOUS shops.2.inner.author'],
    );
  });

  it('moves a null up to the next place that may hold one, in lists too', async () => {
    await bothAnswer('{ shop { id } shops { name } }', null, ['NAMELESS shops.1.name']);
    await bothAnswer('{ strict { id name } }', { strict: [null, null, [{ id: '3', name: 'shop 3' }]] }, [
      'NAMELESS strict.0.1.name',
    ]);
    await bothAnswer('{ shop { rows cells } }', { shop: { rows: null, cells: null } }, [
      'DOWNSTREAM_SERVICE_ERROR shop.cells.1.1',
      'DOWNSTREAM_SERVICE_ERROR shop.rows.1',
    ]);
  });

  it('moves a null up across departments', async () => {
    await bothAnswer('{ shop { rank report { pages } } }', { shop: { rank: 1, report: null } }, [
      'DOWNSTREAM_SERVICE_ERROR shop.report.pages',
    ]);
    expect(await graph.ask('{ strict { id rank } }')).toEqual({
      data: { strict: [null, null, null] },
      // Sales does not know the third shop and says nothing of it, so the executor does; @apollo/gateway keeps still
      // wherever any other error is told.
      errors: ['DATA_INCOMPLETE strict.2.0.rank', 'UNRANKED strict.0.1.rank'],
    });
  });

  it('costs a department that is down nothing but its own fields', async () => {
    isDown = true;
    expect(await graph.ask('{ shop { id name sales report { pages } } }')).toEqual({
      data: { shop: { id: '1', name: 'shop 1', sales: null, report: null } },
      errors: ['DOWN shop.rank'],
    });
  });

  it('adds nothing to the error of a department that is down, for however many entities', async () => {
    isDown = true;
    expect(await graph.ask('{ strict { id rank } }')).toEqual({
      data: { strict: [null, null, null] },
      errors: ['DOWN strict.0.0.rank'],
    });
  });
});

describe('the executor and answers that break the protocol', () => {
  it.each([
    ['no entities', { data: {} }],
    ['too few entities', { data: { _entities: [] } }],
    ['entities that are no objects', { data: { _entities: [7] } }],
    ['no object', { data: 7 }],
    ['nothing', { data: null }],
  ])('says so: %s', async (_, answer) => {
    const broken = openSmallGraph({ shops, sales }, (name) =>
      name === 'sales' ? (answer as unknown as ReturnType<Interfere>) : undefined,
    );
    expect(await broken.ask('{ shop { id sales } }')).toEqual({
      data: { shop: { id: '1', sales: null } },
      errors: ['DOWNSTREAM_SERVICE_ERROR shop.sales'],
    });
  });

  it('keeps an error of an entity that nobody asked for, without a place', async () => {
    const errors = [new GraphQLError('lost', { path: ['_entities', 5, 'sales'], extensions: { code: 'LOST' } })];
    const broken = openSmallGraph({ shops, sales }, (name) =>
      name === 'sales' ? { data: { _entities: [{ sales: 4 }] }, errors } : undefined,
    );
    expect(await broken.ask('{ shop { sales } }')).toEqual({ data: { shop: { sales: 4 } }, errors: ['LOST'] });
  });

  it('takes no value of another type, and no key that it did not ask for', async () => {
    const data = { shop: { id: '1', rows: 'none', name: { first: 'x' }, leak: 1 } };
    const broken = openSmallGraph({ shops, sales }, (name) => (name === 'shops' ? { data } : undefined));
    expect(await broken.ask('{ shop { id rows } }')).toEqual({
      data: { shop: { id: '1', rows: null } },
      errors: ['DATA_INCOMPLETE shop.rows'],
    });
    expect(await broken.ask('{ shop { name } }')).toEqual({
      data: { shop: null },
      errors: ['DATA_INCOMPLETE shop.name'],
    });
  });

  it('takes no inherited property for an answer', async () => {
    const answer = { data: { shop: {} } };
    const broken = openSmallGraph({ shops, sales }, (name) => (name === 'shops' ? answer : undefined));
    expect(await broken.ask('{ shop { toString: secret constructor: secret } }')).toEqual({
      data: { shop: { toString: null, constructor: null } },
      errors: [],
    });
  });
});
