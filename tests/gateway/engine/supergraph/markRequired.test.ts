import { markRequired } from '../../../../gateway/engine/supergraph/markRequired.ts';
import { composeSmall, openSmallGraph } from '../../../kit/openSmallGraph.ts';

const subgraphs = {
  agents: {
    sdl: `type Query { first: Agent } interface Agent @key(fields: "id") { id: ID! name: String }
      type Human implements Agent @key(fields: "id") { id: ID! name: String }`,
    resolvers: {
      Query: { first: () => ({ __typename: 'Human', id: '1', name: 'A' }) },
      Agent: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Human', id, name: 'A' }) },
      Human: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'A' }) },
    },
  },
  mail: {
    sdl: `type Query { last: Agent } type Agent @interfaceObject @key(fields: "id") {
      id: ID! name: String @external greeting: String @requires(fields: "name") }`,
    resolvers: {
      Query: { last: () => ({ id: '2' }) },
      Agent: {
        name: () => {
          throw new Error('is external');
        },
        greeting: ({ name }: { name: string }) => `hello ${name}`,
      },
    },
  },
};

describe('what an interface object requires', () => {
  it('is said to be answered elsewhere', () => {
    const composed = composeSmall(subgraphs);
    expect(composed).not.toContain('external: true');
    const marked = markRequired(composed);
    expect(marked).toContain('name: String @join__field(graph: AGENTS) @join__field(graph: MAIL, external: true)');
    expect(markRequired(marked)).toBe(marked);
  });

  it('is left alone in a graph without interface objects', () => {
    const composed = composeSmall({ agents: subgraphs.agents });
    expect(markRequired(composed)).toBe(composed);
  });

  it('is asked where it is known', async () => {
    const graph = openSmallGraph(subgraphs);
    expect(await graph.ask('{ last { name greeting } }')).toEqual({
      data: { last: { name: 'A', greeting: 'hello A' } },
      errors: [],
    });
  });
});
