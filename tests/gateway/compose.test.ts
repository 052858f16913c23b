import { buildASTSchema, parse } from 'graphql';
import { composeSupergraph, CompositionError } from '../../gateway/compose.ts';
import { toySubgraphs } from '../kit/toySubgraphs.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

/** What composition says of two departments that do not fit together. */
function problemsOf(...sdls: readonly string[]): readonly string[] {
  try {
    composeSupergraph(sdls.map((sdl, index) => ({ name: `d${index}`, sdl: LINK + sdl })));
  } catch (error) {
    if (error instanceof CompositionError) return error.problems;
    throw error;
  }
  return [];
}

describe('composing the departments', () => {
  it('joins what they say of one entity', () => {
    const { supergraphSdl, apiSdl } = composeSupergraph(toySubgraphs().subgraphs);
    const enterprise = buildASTSchema(parse(apiSdl)).getType('Enterprise')?.toConfig() as { fields: object };
    expect(Object.keys(enterprise.fields)).toEqual([
      'arrears',
      'docket',
      'judgments',
      'name',
      'secret',
      'status',
      'taxRating',
      'uscc',
    ]);
    expect(supergraphSdl).toContain('@join__graph(name: "tax"');
  });

  it('shows callers neither join directives nor the entity door', () => {
    const { apiSdl } = composeSupergraph(toySubgraphs().subgraphs);
    expect(apiSdl).not.toMatch(/join__|_entities|_service|@key|@link/);
    expect(apiSdl).toContain('One enterprise by its code (企业).');
  });

  it('keeps the list sizes that prices are computed from', () => {
    expect(composeSupergraph(toySubgraphs().subgraphs).supergraphSdl).toContain('@listSize(');
  });

  it('gives the same output whatever the order of the departments', () => {
    const { subgraphs } = toySubgraphs();
    expect(composeSupergraph(subgraphs.toReversed())).toEqual(composeSupergraph(subgraphs));
  });

  it('lists every reason why departments do not fit together', () => {
    const problems = problemsOf('type Query { a: Int b: Int }', 'type Query { a: String b: Int }');
    expect(problems.join('\n')).toContain('FIELD_TYPE_MISMATCH');
    expect(problems.join('\n')).toContain('INVALID_FIELD_SHARING');
    expect(problems.length).toBeGreaterThanOrEqual(2);
  });

  it('says in its message how many problems there are, and each on a line', () => {
    const error = new CompositionError(['A: one', 'B: two']);
    expect(error.message).toBe('The subgraphs cannot be composed, 2 problem(s):\n  - A: one\n  - B: two');
  });
});
