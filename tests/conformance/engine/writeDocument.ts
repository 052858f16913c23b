import type { GraphQLSchema } from 'graphql';
import type { CaseGenome } from './DocumentGenome.ts';
import { hashOf } from './hashOf.ts';
import { Inputs } from './Inputs.ts';
import { Selections } from './Selections.ts';

/** An operation that is not the one asked for. */
const OTHER = 'query Other { __typename other: __typename __type(name: "Int") { name } }';

/** One request. */
export interface WrittenCase {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Writes the document of a case, against the schema that callers see.
 *
 * @param genome - from which it is made
 * @param schema - the API schema
 */
export function writeDocument(genome: CaseGenome, schema: GraphQLSchema): WrittenCase {
  const inputs = new Inputs(hashOf(JSON.stringify(genome)));
  const mutation = genome.isMutation ? schema.getMutationType() : undefined;
  const root = mutation ?? schema.getQueryType();
  if (!root) throw new Error('A graph without queries');
  const selections = new Selections(schema, inputs);
  const body = selections.write(root, genome.selections);
  const fragments = selections.fragments.join('\n');
  const kind = mutation ? 'mutation' : 'query';
  const isNamed = genome.others !== 0;
  const name = isNamed ? ' Main' : '';
  const main = `${kind}${name}${inputs.declarationsIn(`${body} ${fragments}`)} ${body}`;
  const parts = genome.others === 1 ? [OTHER, main] : genome.others === 2 ? [main, OTHER] : [main];
  return {
    text: [...parts, fragments].join('\n'),
    operationName: genome.others === 1 || genome.others === 2 ? 'Main' : undefined,
    variables: inputs.sent,
  };
}
