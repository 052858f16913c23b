import { openSmallGraph } from '../../../kit/openSmallGraph.ts';

const works = [
  { __typename: 'Book', id: 'b', title: 'Dune', pages: 400, kind: 'PAPER', genre: 'NOVEL' },
  { __typename: 'Film', id: 'f', title: 'Alien', kind: 'REEL', genre: 'HIDDEN' },
  { __typename: 'Tape', id: 't', title: 'Demo', kind: 'REEL', genre: 'NOVEL' },
];
const typeOf = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const byId = { __resolveReference: ({ id }: { id: string }) => works.find((work) => work.id === id) };

const library = {
  sdl: `
    type Query { works: [Work!]! seen: [Work] anything: [Thing]! first: Work strict: [Thing!] genres: [Genre] }
    interface Work @key(fields: "id") { id: ID! title: String genre: Genre }
    type Book implements Work @key(fields: "id") { id: ID! title: String genre: Genre pages: Int }
    type Film implements Work @key(fields: "id") { id: ID! title: String genre: Genre kind: String }
    type Tape implements Work @key(fields: "id") @inaccessible { id: ID! title: String genre: Genre }
    union Thing = Book | Film | Tape
    enum Genre { NOVEL HIDDEN @inaccessible }`,
  resolvers: {
    Query: {
      works: () => works.slice(0, 2),
      seen: () => [...works, null],
      anything: () => works,
      strict: () => works,
      first: () => works[1],
      genres: () => ['NOVEL', 'HIDDEN', null],
    },
    Work: { ...typeOf, ...byId },
    Thing: typeOf,
    Book: byId,
    Film: byId,
    Tape: byId,
  },
};
const ratings = {
  sdl: `
    type Query { review: Review }
    type Review { about: Work text: String }
    type Work @key(fields: "id") @interfaceObject { id: ID! stars: Int }`,
  resolvers: {
    Query: { review: () => ({ about: { id: 'f' }, text: 'good' }) },
    Work: { stars: ({ id }: { id: string }) => (id === 'f' ? 5 : 3) },
  },
};
const cinema = {
  sdl: 'type Film @key(fields: "id") { id: ID! minutes: Int } type Book @key(fields: "id") { id: ID! isbn: String }',
  resolvers: { Film: { minutes: () => 117 }, Book: { isbn: () => '978' } },
};
const graph = openSmallGraph({ library, ratings, cinema });

async function bothAnswer(query: string, data: unknown): Promise<void> {
  const answer = await graph.ask(query);
  expect(answer).toEqual({ data, errors: [] });
  expect(await graph.askApollo(query)).toEqual(answer);
}

describe('the executor answers abstract types', () => {
  it('with fragments on interfaces and objects, nested and named', async () => {
    await bothAnswer(
      `{ works { ...W ... on Film { minutes ... on Work { title } } } }
       fragment W on Work { __typename id ... on Book { isbn pages } }`,
      {
        works: [
          { __typename: 'Book', id: 'b', isbn: '978', pages: 400 },
          { __typename: 'Film', id: 'f', minutes: 117, title: 'Alien' },
        ],
      },
    );
  });

  it('with unions', async () => {
    await bothAnswer('{ review { text } first { ... on Film { kind minutes } } }', {
      review: { text: 'good' },
      first: { kind: 'REEL', minutes: 117 },
    });
  });

  it('whose types give one name to fields of different types', async () => {
    const query = '{ works { ... on Film { a: kind } ... on Book { a: title } } }';
    await bothAnswer(query, { works: [{ a: 'Dune' }, { a: 'REEL' }] });
  });

  it('with fields of an interface object', async () => {
    await bothAnswer('{ works { stars title } }', {
      works: [
        { stars: 3, title: 'Dune' },
        { stars: 5, title: 'Alien' },
      ],
    });
  });

  it('behind an interface object, whose real type another department knows', async () => {
    const about = { __typename: 'Film', stars: 5, title: 'Alien' };
    await bothAnswer('{ review { about { __typename stars title } } }', { review: { about } });
  });

  it('behind an interface object, with the type name under another name', async () => {
    await bothAnswer('{ review { about { type: __typename id } } }', { review: { about: { type: 'Film', id: 'f' } } });
  });
});

describe('the executor hides what is inaccessible', () => {
  it('from the schema', async () => {
    const { data } = await graph.ask(
      '{ __type(name: "Work") { possibleTypes { name } } genre: __type(name: "Genre") { enumValues { name } } }',
    );
    expect(data).toEqual({
      __type: { possibleTypes: [{ name: 'Film' }, { name: 'Book' }] },
      genre: { enumValues: [{ name: 'NOVEL' }] },
    });
  });

  it('as types: null with an error, also where no fragment asks for the type', async () => {
    for (const query of ['{ seen { title } }', '{ seen { ... on Work { title } } }']) {
      expect(await graph.ask(query)).toEqual({
        data: { seen: [{ title: 'Dune' }, { title: 'Alien' }, null, null] },
        errors: ['DATA_INCOMPLETE seen.2'],
      });
    }
  });

  it('as types of a list whose items can not be null', async () => {
    expect(await graph.ask('{ strict { ... on Book { id } } genres }')).toEqual({
      data: { strict: null, genres: ['NOVEL', null, null] },
      errors: ['DATA_INCOMPLETE genres.1', 'DATA_INCOMPLETE strict.2'],
    });
  });

  it('as enum values', async () => {
    expect(await graph.ask('{ works { genre } }')).toEqual({
      data: { works: [{ genre: 'NOVEL' }, { genre: null }] },
      errors: ['DATA_INCOMPLETE works.1.genre'],
    });
  });
});
