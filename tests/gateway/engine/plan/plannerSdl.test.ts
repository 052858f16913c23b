import { plannerSdl } from '../../../../gateway/engine/plan/plannerSdl.ts';
import { composeSmall, openSmallGraph } from '../../../kit/openSmallGraph.ts';

const subgraphs = {
  alpha: {
    sdl: 'type E @key(fields: "id") @key(fields: "sku") { id: ID! sku: String! x: String }',
    resolvers: { E: { x: () => 'x' } },
  },
  beta: {
    sdl: `type E @key(fields: "id") @key(fields: "sku") {
      id: ID! sku: String! x: String @external f: String @requires(fields: "x") }`,
    resolvers: { E: { f: ({ x }: { x: string }) => `f of ${x}` } },
  },
  gamma: {
    sdl: 'type Query { e: E @provides(fields: "x") } type E @key(fields: "id") { id: ID! x: String @external }',
    resolvers: { Query: { e: () => ({ id: '1', x: 'x' }) } },
  },
};

describe('the supergraph as the planner is given it', () => {
  it('keeps of an entity the key that all its departments know', () => {
    const sdl = plannerSdl(composeSmall(subgraphs));
    expect(sdl).not.toContain('key: "sku"');
    expect(sdl.match(/key: "id"/g)).toHaveLength(3);
    expect(sdl).toContain('provides: "x"');
  });

  it('keeps all keys where no department knows every one, and provides nothing that is required', () => {
    const { alpha, gamma } = subgraphs;
    const beta = { sdl: subgraphs.beta.sdl.replace('@key(fields: "id") ', '').replace('id: ID! ', '') };
    const sdl = plannerSdl(composeSmall({ alpha, beta, gamma }));
    expect(sdl.match(/key: "(id|sku)"/g)).toHaveLength(4);
    expect(sdl).not.toContain('provides: "x"');
  });

  it('keeps for each department the key that most departments know, where the fewest are wanted', () => {
    const { alpha, gamma } = subgraphs;
    const beta = { sdl: subgraphs.beta.sdl.replace('@key(fields: "id") ', '').replace('id: ID! ', '') };
    const sdl = plannerSdl(composeSmall({ alpha, beta, gamma }), 'fewest');
    expect(sdl.match(/key: "id"/g)).toHaveLength(2);
    expect(sdl.match(/graph: BETA, key: "sku"/g)).toHaveLength(1);
    expect(sdl).not.toContain('graph: ALPHA, key: "sku"');
  });

  it('lets a requirement be planned that would end the process otherwise', async () => {
    expect(await openSmallGraph(subgraphs).ask('{ e { f } }')).toEqual({ data: { e: { f: 'f of x' } }, errors: [] });
  });
});
