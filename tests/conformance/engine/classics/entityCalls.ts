import { LINK, pick, type Classic } from './Classic.ts';

const BOOKS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  b1: { id: 'b1', isbn: '978-1', title: 'One', shelf: { room: 'r1', row: 1 }, pages: 10 },
  b2: { id: 'b2', isbn: '978-2', title: 'Two', shelf: { room: 'r2', row: 2 }, pages: 20 },
};
const BY_ISBN = { '978-1': BOOKS['b1'] ?? {}, '978-2': BOOKS['b2'] ?? {} };

/** One entity after the other: simple, compound and nested keys, and the way over a subgraph in between. */
export const entityCalls: readonly Classic[] = [
  {
    name: 'simple entity call',
    subgraphs: [
      {
        name: 'catalogue',
        sdl: `${LINK} type Query { book: Book } type Book @key(fields: "id") { id: ID! title: String }`,
        resolvers: { Query: { book: () => pick(BOOKS, 'b1', ['id', 'title']) } },
      },
      {
        name: 'print',
        sdl: `${LINK} type Book @key(fields: "id") { id: ID! pages: Int }`,
        resolvers: { Book: { __resolveReference: ({ id }: { id: string }) => pick(BOOKS, id, ['id', 'pages']) } },
      },
    ],
    questions: [
      { document: '{ book { pages } }', data: { book: { pages: 10 } } },
      {
        document: '{ book { pages t: title __typename kind: __typename id } }',
        data: { book: { pages: 10, t: 'One', __typename: 'Book', kind: 'Book', id: 'b1' } },
      },
      { document: '{ __typename }', data: { __typename: 'Query' } },
      { document: '{ mark: __typename book { __typename } }', data: { mark: 'Query', book: { __typename: 'Book' } } },
    ],
  },
  {
    name: 'keys known to some: over a subgraph in between',
    subgraphs: [
      {
        name: 'catalogue',
        sdl: `${LINK} type Query { books: [Book!]! } type Book @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { books: () => [{ id: 'b1' }, { id: 'b2' }, { id: 'b1' }] } },
      },
      {
        name: 'registry',
        sdl: `${LINK} type Book @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: String! }`,
        resolvers: {
          Book: {
            __resolveReference: ({ id, isbn = '' }: { id?: string; isbn?: '978-1' | '978-2' | '' }) =>
              id === undefined ? pick(BY_ISBN, isbn, ['id', 'isbn']) : pick(BOOKS, id, ['id', 'isbn']),
          },
        },
      },
      {
        name: 'store',
        sdl: `${LINK} type Book @key(fields: "isbn") @key(fields: "isbn shelf { room row }") {
          isbn: String! shelf: Shelf } type Shelf @shareable { room: ID! row: Int! }`,
        resolvers: {
          Book: { __resolveReference: ({ isbn }: { isbn: string }) => pick(BY_ISBN, isbn, ['isbn', 'shelf']) },
        },
      },
      {
        name: 'rooms',
        sdl: `${LINK} type Book @key(fields: "isbn shelf { room row }") { isbn: String! shelf: Shelf light: String }
          type Shelf @shareable { room: ID! row: Int! }`,
        resolvers: {
          Book: {
            __resolveReference: (book: { shelf: { room: string; row: number } }) => ({
              ...book,
              light: `${book.shelf.room}/${book.shelf.row}`,
            }),
          },
        },
      },
    ],
    questions: [
      { document: '{ books { light } }', data: { books: [{ light: 'r1/1' }, { light: 'r2/2' }, { light: 'r1/1' }] } },
      {
        document: '{ books { shelf { row } light isbn } }',
        data: {
          books: [
            { shelf: { row: 1 }, light: 'r1/1', isbn: '978-1' },
            { shelf: { row: 2 }, light: 'r2/2', isbn: '978-2' },
            { shelf: { row: 1 }, light: 'r1/1', isbn: '978-1' },
          ],
        },
      },
    ],
  },
  {
    name: 'circular references',
    subgraphs: [
      {
        name: 'people',
        sdl: `${LINK} type Query { person: Person } type Person @key(fields: "id") { id: ID! name: String pets: [Pet] }
          type Pet @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: { person: () => ({ id: 'p' }) },
          Person: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            name: () => 'Ann',
            pets: () => [{ id: 'c' }, null, { id: 'd' }],
          },
        },
      },
      {
        name: 'pets',
        sdl: `${LINK} type Person @key(fields: "id", resolvable: false) { id: ID! }
          type Pet @key(fields: "id") { id: ID! name: String owner: Person! }`,
        resolvers: {
          Pet: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            name: ({ id }: { id: string }) => `pet ${id}`,
            owner: () => ({ id: 'p' }),
          },
        },
      },
    ],
    questions: [
      {
        document: '{ person { pets { name owner { name pets { owner { id } } } } } }',
        data: {
          person: {
            pets: ['c', null, 'd'].map((id) =>
              id === null
                ? null
                : {
                    name: `pet ${id}`,
                    owner: { name: 'Ann', pets: [{ owner: { id: 'p' } }, null, { owner: { id: 'p' } }] },
                  },
            ),
          },
        },
      },
    ],
  },
  {
    name: 'null keys and entities that are not known',
    subgraphs: [
      {
        name: 'lists',
        sdl: `${LINK} type Query { boxes: [Box] } type Box @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { boxes: () => [{ id: '1' }, { id: '2' }, null, { id: '3' }] } },
      },
      {
        name: 'codes',
        sdl: `${LINK} type Box @key(fields: "id") @key(fields: "code") { id: ID! code: String }`,
        resolvers: {
          Box: {
            __resolveReference: ({ id }: { id: string }) =>
              id === '3' ? null : { id, code: id === '1' ? null : 'c2' },
          },
        },
      },
      {
        name: 'prices',
        sdl: `${LINK} type Box @key(fields: "code") { code: String price: Int }`,
        resolvers: {
          Box: {
            __resolveReference: ({ code }: { code: string | null }) => (code === 'c2' ? { code, price: 5 } : null),
          },
        },
      },
    ],
    questions: [
      {
        document: '{ boxes { id code price } }',
        data: {
          boxes: [
            { id: '1', code: null, price: null },
            { id: '2', code: 'c2', price: 5 },
            null,
            { id: '3', code: null, price: null },
          ],
        },
      },
    ],
  },
];
