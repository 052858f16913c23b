import { LINK, type Classic } from './Classic.ts';

const resolveType = (one: { __typename: string }): string => one.__typename;
const note = { __typename: 'Note', text: 'N' };
const fine = { __typename: 'Fine', amount: 5 };
const badge = { __typename: 'Badge', grade: 'A' };
const book = { __typename: 'Book', title: 'B', pages: 5, plot: 'P' };
const song = { __typename: 'Song', title: 'S', bars: 12 };
const media = '__typename ... on Song { title bars } ... on Film { title minutes } ... on Book { title pages plot }';
const everything = '__typename ... on Note { text } ... on Fine { amount } ... on Badge { grade }';
const difference = 'a member that not all departments know, behind a field that they share';

/** Departments that share what each of them knows only a part of. */
export const partialKnowledge: readonly Classic[] = [
  {
    name: 'a shared list of a union of which each department answers members that the other does not know',
    subgraphs: [
      {
        name: 'courts',
        sdl: `${LINK} type Query { accused: File } type File @key(fields: "id") { id: ID! folder: Folder @shareable } type Folder @shareable { entries: [Entry!]! }
          union Entry = Note | Fine type Note @shareable { text: String } type Fine { amount: Int payer: Payer } type Payer { name: String }`,
        resolvers: {
          Query: { accused: () => ({ id: 'f' }) },
          File: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            folder: () => ({ entries: [note, { ...fine, payer: { name: 'P' } }] }),
          },
          Entry: { __resolveType: resolveType },
        },
      },
      {
        name: 'schools',
        sdl: `${LINK} type Query { pupil: File } type File @key(fields: "id") { id: ID! folder: Folder @shareable marks: Folder } type Folder @shareable { entries: [Entry!]! }
          union Entry = Note | Badge type Note @shareable { text: String } type Badge { grade: String }`,
        resolvers: {
          Query: { pupil: () => ({ id: 'f' }) },
          File: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            folder: () => ({ entries: [note, badge] }),
            marks: () => ({ entries: [badge] }),
          },
          Entry: { __resolveType: resolveType },
        },
      },
    ],
    questions: [
      {
        document: `{ accused { folder { entries { ${everything} } } } }`,
        data: { accused: { folder: { entries: [note, fine] } } },
        difference,
      },
      {
        document: `{ pupil { folder { entries { ${everything} } } } }`,
        data: { pupil: { folder: { entries: [note, badge] } } },
        difference,
      },
      {
        document: '{ accused { folder { entries { ... on Fine { payer { name } } ... on Badge { grade } } } } }',
        data: { accused: { folder: { entries: [{}, { payer: { name: 'P' } }] } } },
        difference,
      },
      {
        document: '{ accused { folder { entries { __typename ... on Badge { grade } } } } }',
        data: { accused: { folder: { entries: [{ __typename: 'Note' }, { __typename: 'Fine' }] } } },
      },
      {
        document: `{ accused { marks { entries { ${everything} } } } }`,
        data: { accused: { marks: { entries: [badge] } } },
      },
    ],
  },
  {
    name: 'a shared interface of which each department answers types that the other does not know',
    subgraphs: [
      {
        name: 'roads',
        sdl: `${LINK} type Query { way: Way @shareable roads: Map } type Map @key(fields: "id") { id: ID! way: Way @shareable }
          interface Way { length: Int } type Road implements Way { length: Int lanes: Int }`,
        resolvers: {
          Query: { way: () => ({ __typename: 'Road', length: 1, lanes: 4 }), roads: () => ({ id: 'm' }) },
          Map: { way: () => ({ __typename: 'Road', length: 1, lanes: 4 }) },
          Way: { __resolveType: resolveType },
        },
      },
      {
        name: 'rails',
        sdl: `${LINK} type Query { rails: Map } type Map @key(fields: "id") { id: ID! way: Way @shareable }
          interface Way { length: Int } type Rail implements Way { length: Int gauge: Int }`,
        resolvers: {
          Query: { rails: () => ({ id: 'm' }) },
          Map: { way: () => ({ __typename: 'Rail', length: 2, gauge: 1435 }) },
          Way: { __resolveType: resolveType },
        },
      },
    ],
    questions: [
      {
        document:
          '{ roads { way { length ... on Road { lanes } ... on Rail { gauge } } } rails { way { ... on Road { lanes } ... on Rail { gauge length } } } }',
        data: { roads: { way: { length: 1, lanes: 4 } }, rails: { way: { gauge: 1435, length: 2 } } },
        difference,
      },
    ],
  },
  {
    name: 'an interface that no type implements, known by an interface object',
    subgraphs: [
      {
        name: 'plans',
        sdl: `${LINK} type Query { planned: Site } interface Site @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { planned: () => null }, Site: { __resolveType: resolveType } },
      },
      {
        name: 'works',
        sdl: `${LINK} type Query { built: Site sites: [Site!]! } type Site @interfaceObject @key(fields: "id", resolvable: false) { id: ID! floors: Int }`,
        resolvers: {
          Query: { built: () => ({ id: 's', floors: 3 }), sites: () => [{ id: 's' }, { id: 't', floors: 1 }] },
        },
      },
    ],
    questions: [
      { document: '{ built { id floors } }', data: { built: { id: 's', floors: 3 } } },
      {
        document: '{ sites { f: floors ... on Site { id } } planned { id } }',
        data: {
          sites: [
            { f: null, id: 's' },
            { f: 1, id: 't' },
          ],
          planned: null,
        },
      },
    ],
  },
  {
    name: 'a union of which both departments know parts, twice in one document',
    subgraphs: [
      {
        name: 'books',
        sdl: `${LINK} type Query { reader: Reader @shareable } type Reader { media: Media @shareable book: Media @shareable song: Media @shareable }
          union Media = Book | Song type Book @key(fields: "id") { id: ID! title: String @shareable pages: Int } type Song { title: String @shareable bars: Int }`,
        resolvers: { Query: { reader: () => ({ media: book, book, song }) }, Book: { __resolveReference: () => book } },
      },
      {
        name: 'films',
        sdl: `${LINK} type Query { reader: Reader @shareable } type Reader { media: Media @shareable book: Media @shareable }
          union Media = Book | Film type Book @key(fields: "id") { id: ID! title: String @shareable plot: String } type Film { title: String @shareable minutes: Int }`,
        resolvers: { Query: { reader: () => ({ media: book, book }) }, Book: { __resolveReference: () => book } },
      },
    ],
    questions: [
      {
        document: `{ reader { media { ${media} } book { ${media} } song { ${media} } } }`,
        data: { reader: { media: book, book, song } },
      },
    ],
  },
];
