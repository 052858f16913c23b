import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { CompositionError } from '../../../gateway/compose.ts';
import { composeContracts } from '../../../gateway/doors/composeContracts.ts';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { AUDIENCES } from '../../../src/identity/Caller.ts';
import { toySubgraphs } from '../../kit/toySubgraphs.ts';

const HEAD = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@inaccessible"])
${readFileSync(join(projectRoot(), 'schema', 'directives.graphql'), 'utf8')}
`;

const OWNER = `${HEAD}
type Query { enterprise(uscc: ID!): Enterprise @access(audience: OPEN) }
type Mutation {
  rename(uscc: ID!, name: String!): Enterprise @access(audience: INTERNAL, scope: "owner:name:write")
  withdraw(uscc: ID!): Enterprise @access(audience: SUBJECT)
}
type Enterprise @key(fields: "uscc") @access(audience: OPEN) { uscc: ID! name: String turnover: Int @access(audience: AGENCY) }
interface Fact @access(audience: OPEN) { id: ID! }
`;

const OTHER = `${HEAD}
interface Fact @access(audience: OPEN) { id: ID! }
enum Level { A B }
type Risk implements Fact @key(fields: "id") @access(audience: AGENCY, subject: false) { id: ID! level: Level }
type Filing implements Fact @key(fields: "id") @access(audience: SUBJECT) { id: ID! }
extend type Enterprise @key(fields: "uscc") {
  uscc: ID!
  risks: [Risk!] @access(audience: OPEN)
  facts: [Fact!] @access(audience: OPEN)
  acknowledge: String @access(audience: INTERNAL, scope: "service:other:effect")
}
`;

const contractsOf = (...sdls: readonly string[]) =>
  composeContracts(sdls.map((sdl, index) => ({ name: `d${index}`, sdl }))).contracts;

function fieldsOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name)?.toConfig() as { fields: object } | undefined;
  return Object.keys(type?.fields ?? {});
}

describe('composing contracts', () => {
  const contracts = contractsOf(OWNER, OTHER);
  const schemas = Object.fromEntries(AUDIENCES.map((audience) => [audience, buildSchema(contracts[audience])]));
  const at = (audience: string): GraphQLSchema => schemas[audience] ?? buildSchema('');

  it('gives each audience what exists for it, also of what departments contribute', () => {
    expect(AUDIENCES.map((audience) => fieldsOf(at(audience), 'Enterprise'))).toEqual([
      ['facts', 'name', 'uscc'],
      ['facts', 'name', 'risks', 'turnover', 'uscc'],
      ['facts', 'name', 'turnover', 'uscc'],
      ['facts', 'name', 'risks', 'turnover', 'uscc'],
    ]);
    expect(AUDIENCES.map((audience) => fieldsOf(at(audience), 'Mutation'))).toEqual([
      [],
      [],
      ['withdraw'],
      ['rename', 'withdraw'],
    ]);
  });

  it('leaves out types with all that only they lead to, also behind an interface', () => {
    const names = ['Fact', 'Risk', 'Level', 'Filing', 'Audience'];
    expect(AUDIENCES.map((audience) => names.filter((name) => at(audience).getType(name)))).toEqual([
      ['Fact'],
      ['Fact', 'Risk', 'Level'],
      ['Fact', 'Filing'],
      ['Fact', 'Risk', 'Level', 'Filing'],
    ]);
  });

  it('shows nothing of the federation, and no tag', () => {
    expect(JSON.stringify(contracts)).not.toMatch(/@|join__|_entities|hidden/);
  });

  it('is the whole graph for everybody where nothing is declared', () => {
    const { contracts: toys, apiSdl } = composeContracts(toySubgraphs().subgraphs);
    expect(AUDIENCES.map((audience) => toys[audience] === apiSdl)).toEqual([true, true, true, true]);
  });

  it('says what is wrong where departments do not fit together', () => {
    const clash = OTHER.replace('facts: [Fact!] @access(audience: OPEN)', 'name: Int @access(audience: OPEN)');
    expect(() => contractsOf(OWNER, clash)).toThrow(CompositionError);
  });
});
