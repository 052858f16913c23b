import { drawShare, NO_SHARE } from '../../../../gateway/engine/supergraph/progressiveOverrides.ts';
import { openSmallGraph } from '../../../kit/openSmallGraph.ts';

const self = (one: object): object => one;
const labelled = (label: string): string => `@override(from: "old", label: "${label}")`;

describe('a field that moves to another department bit by bit', () => {
  const graph = openSmallGraph({
    old: {
      sdl: `type Query { post: Post } type Post @key(fields: "id") { id: ID! never: String always: String byHand: String }`,
      resolvers: {
        Query: { post: () => ({ id: '1' }) },
        Post: { never: () => 'old', always: () => 'old', byHand: () => 'old' },
      },
    },
    fresh: {
      sdl: `type Post @key(fields: "id") { id: ID! never: String ${labelled('percent(0)')} always: String ${labelled('percent(100)')}
        byHand: String ${labelled('some-flag')} }`,
      resolvers: {
        Post: { __resolveReference: self, never: () => 'new', always: () => 'new', byHand: () => 'new' },
      },
    },
  });
  const data = { post: { never: 'old', always: 'new', byHand: 'old' } };

  it.each(['native first', 'apollo'] as const)('is answered where its share says, planned by %s', async (choice) => {
    expect(await graph.ask('{ post { never always byHand } }', {}, choice)).toEqual({ data, errors: [] });
  });

  it('has a plan for each side', async () => {
    const ask = async (share: number) => graph.ask('{ post { always } }', {}, 'native first', share);
    expect((await ask(0)).data).toEqual({ post: { always: 'new' } });
    expect((await ask(NO_SHARE)).data).toEqual({ post: { always: 'old' } });
  });
});

describe('the share of a request', () => {
  const labels = new Map([
    ['percent(5)', 5],
    ['percent(50)', 50],
  ]);

  it.each([
    [0.04, 0],
    [0.05, 5],
    [0.49, 5],
    [0.5, 50],
    [0.99, 50],
  ])('of %d is counted as one of those that make a difference: %d', (random, share) => {
    expect(drawShare(labels, () => random)).toBe(share);
  });

  it('is none in a graph where nothing moves', () => {
    expect(drawShare(new Map())).toBe(NO_SHARE);
  });
});
