import { buildASTSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { composeSupergraph } from '../../gateway/compose.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import { readExamples } from '../../src/portal/readExamples.ts';

const examples = await readExamples();

describe('the examples of the explorer', () => {
  let schema: GraphQLSchema;

  beforeAll(async () => {
    schema = buildASTSchema(parse(composeSupergraph(await loadDepartments()).apiSdl));
  });

  it.each(examples.map((example) => [example.title, example] as const))('%s fits the schema', (_title, { query }) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });
});
