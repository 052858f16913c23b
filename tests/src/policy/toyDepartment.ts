import { readFile } from 'node:fs/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@cost", "@listSize"])`;
const DIRECTIVES = await readFile(new URL('../../../schema/directives.graphql', import.meta.url), 'utf8');

/** A department that never was: every kind of type and field that a guard must stand before. */
const SDL = `
  type Query {
    file: File @access
    files: [File] @access @listSize(assumedSize: 2)
    filePage(first: Int = 20): FileConnection @access
    paper: Paper @access
    papers: [Paper] @access @listSize(assumedSize: 2)
    leaf: Leaf @access
    note(id: ID!): Note @access
    count(since: LocalDate!): Int @access(audience: AGENCY)
  }
  type Mutation {
    fileRecord(input: FileInput!): File @access(audience: INTERNAL, scope: "toy:file:write")
  }
  input FileInput { id: ID! amount: Money! tags: [Tag!]! parent: FileInput }
  enum Tag { RED BLACK }
  scalar LocalDate
  scalar Money

  interface Paper @access { id: ID! title: String }
  union Leaf = File | Note
  interface Sealed @access(audience: INTERNAL) { seal: String }

  type File implements Paper @key(fields: "id") @access(audience: INTERNAL) {
    id: ID!
    title: String
    neighbour: File
    verdict: String @access(scope: "toy:verdict:read")
  }
  extend type File { sealed: Sealed }
  type Note implements Paper & Sealed @key(fields: "id") @access {
    id: ID!
    title: String
    seal: String @access(audience: AGENCY)
    file: File
    paper: Paper
  }
  type Silent @key(fields: "id") { id: ID! }
  extend type Silent @access(audience: AGENCY, scope: "toy:silent:read") { word: String }
  extend type Enterprise @key(fields: "uscc") {
    uscc: ID!
    notes(first: Int = 20): [Note] @access @listSize(assumedSize: 20)
    grade: String @access(audience: AGENCY)
  }
  type Elsewhere @key(fields: "id", resolvable: false) { id: ID! }
  type FileConnection @access(audience: INTERNAL) { edges: [FileEdge] pageInfo: PageInfo }
  type FileEdge @access(audience: INTERNAL) { cursor: String node: File }
  type PageInfo @shareable @access { hasNextPage: Boolean! }
`;

const FILE = { __typename: 'File', id: 'f1', title: 'a file', verdict: 'guilty' };
const NOTE = { __typename: 'Note', id: 'n1', title: 'a note', seal: 'wax', file: FILE, paper: FILE };

/** A department for tests, not yet guarded, and what its resolvers have been asked for. */
export interface ToyDepartment {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  /** Coordinates of the resolvers that ran, in order. */
  readonly ran: string[];
}

/**
 * Builds a schema from SDL as a department's is built.
 *
 * @param sdl - types, without directive definitions
 * @param resolvers - as `buildSubgraphSchema` takes them
 */
export function buildToySchema(sdl: string, resolvers: object = {}): GraphQLSchema {
  return buildSubgraphSchema({ typeDefs: parse(`${LINK} ${DIRECTIVES} ${sdl}`), resolvers: resolvers as never });
}

/** Builds the toy department afresh, since guarding a schema changes it. */
export function toyDepartment(): ToyDepartment {
  const ran: string[] = [];
  const give =
    (coordinate: string, value: unknown) => (_source: unknown, _args: unknown, context: { database?: unknown }) => {
      ran.push(coordinate);
      return context.database ?? value;
    };
  const schema = buildToySchema(SDL, {
    Query: {
      file: give('Query.file', FILE),
      files: give('Query.files', [FILE, FILE]),
      paper: give('Query.paper', FILE),
      papers: give('Query.papers', [FILE, NOTE]),
      leaf: give('Query.leaf', FILE),
      note: give('Query.note', NOTE),
      count: give('Query.count', 7),
    },
    Mutation: { fileRecord: give('Mutation.fileRecord', FILE) },
    File: {
      __resolveReference: (_reference: unknown, context: object) => give('File', FILE)(null, null, context),
      neighbour: give('File.neighbour', FILE),
    },
    Note: { __resolveReference: (_reference: unknown, context: object) => give('Note', NOTE)(null, null, context) },
    Enterprise: { grade: give('Enterprise.grade', 'A'), notes: give('Enterprise.notes', [NOTE]) },
  });
  return { sdl: `${LINK} ${DIRECTIVES} ${SDL}`, schema, ran };
}
