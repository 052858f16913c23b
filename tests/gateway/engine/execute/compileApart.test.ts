import { openSmallGraph } from '../../../kit/openSmallGraph.ts';

interface Part {
  readonly id: string;
  readonly size?: number | null;
}

const ids = ['1', '2', '3'];
let count = ids.length;

/** The planner of `@apollo/gateway` asks once for what is required with two different arguments. */
const graph = openSmallGraph({
  base: {
    sdl: `type Query { parts: [Part!] } type Mutation { change: Part }
      type Part @key(fields: "id") { id: ID! size(unit: Unit!): Int colour: String } enum Unit { CM MM }`,
    resolvers: {
      Query: { parts: () => ids.slice(0, count).map((id) => ({ id })) },
      Mutation: { change: () => ({ id: '1' }) },
      Part: {
        size: ({ id }: Part, { unit }: { readonly unit: string }) => {
          if (id !== '3') return Number(id) * (unit === 'MM' ? 10 : 1);
          if (unit === 'MM') throw new Error('not to be measured');
          return null;
        },
        colour: ({ id }: Part) => `colour ${id}`,
      },
    },
  },
  boxes: {
    sdl: `type Part @key(fields: "id") { id: ID! size(unit: Unit!): Int @external
      box: String @requires(fields: "size(unit: MM)") lid: String! @requires(fields: "size(unit: CM)") } enum Unit { CM MM }`,
    resolvers: {
      Part: {
        box: ({ size }: Part) => `box ${String(size)}`,
        lid: ({ size }: Part) => `lid ${String(size)}`,
      },
    },
  },
});
const QUERY = '{ parts { box lid size(unit: MM) colour } }';

beforeEach(() => {
  count = ids.length;
});

describe('an operation that is answered in parts', () => {
  it('gets in each what is required there, and errors at the caller’s places', async () => {
    const part = (id: number) => ({ box: `box ${id * 10}`, lid: `lid ${id}`, size: id * 10, colour: `colour ${id}` });
    const { data, errors } = await graph.ask(QUERY, {}, 'apollo');
    expect(data).toEqual({
      parts: [part(1), part(2), { box: 'box null', lid: 'lid null', size: null, colour: 'colour 3' }],
    });
    expect(new Set(errors.filter((error) => error.endsWith('parts.2.size')))).toHaveProperty('size', 1);
    expect(JSON.stringify((await graph.ask(QUERY, {}, 'apollo')).data)).toBe(JSON.stringify(data));
    expect(graph.asked.filter((asked) => asked.startsWith('base')).length).toBeGreaterThan(1);
  });

  it('lacks a list that had another length each time, and says so', async () => {
    count = 2;
    const pending = graph.ask(QUERY, {}, 'apollo');
    count = 3;
    const { data, errors } = await pending;
    expect(data).toEqual({ parts: null });
    expect(errors).toContain('DATA_INCOMPLETE parts');
  });

  it('is refused where it writes', async () => {
    const answer = graph.ask('mutation { change { box lid } }', {}, 'apollo');
    await expect(answer).rejects.toMatchObject({ extensions: { code: 'OPERATION_NOT_PLANNED' } });
    expect(graph.asked).toEqual([]);
  });
});
