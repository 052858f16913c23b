import { composeSupergraph } from '../../../../../gateway/compose.ts';
import { PlanError } from '../../../../../gateway/engine/plan/PlanError.ts';
import { PlannerProcess } from '../../../../../gateway/engine/plan/process/PlannerProcess.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@provides", "@requires", "@external", "@shareable"])`;

/** The planner takes a key that the first department does not have, and ends over what it then misses. */
const { supergraphSdl } = composeSupergraph([
  {
    name: 'beta',
    sdl: `${LINK} type Query { q0: E @provides(fields: "x") q1: E }
      type E @key(fields: "k1 k2") { k1: String! k2: String! x: [ID]! @external }`,
  },
  {
    name: 'gamma',
    sdl: `${LINK} type KeyRef @shareable { part: ID! }
      type E @key(fields: "k1 k2") @key(fields: "code ref { part }") {
        k1: String! @shareable k2: String! @shareable code: Int! @shareable ref: KeyRef! @shareable x: [ID]! }`,
  },
  {
    name: 'delta',
    sdl: `${LINK} type KeyRef @shareable { part: ID! }
      type E @key(fields: "k1 k2") @key(fields: "code ref { part }") {
        k1: String! @shareable k2: String! @shareable code: Int! @shareable ref: KeyRef! @shareable
        x: [ID]! @external f: [E!] @requires(fields: "x") }`,
  },
]);
const DEADLY = '{ q0 { f { __typename } } }';

describe('the planner in a process of its own', () => {
  const warnings: unknown[] = [];
  const logger = { warn: (...said: unknown[]) => void warnings.push(said) };
  const planner = new PlannerProcess({ logger });
  const graph = planner.add(supergraphSdl);

  afterAll(() => {
    planner.close();
  });

  it('plans documents over several graphs', async () => {
    const other = planner.add(
      composeSupergraph([{ name: 'alone', sdl: `${LINK} type Query { one: Int }` }]).supergraphSdl,
    );
    const nodes = await Promise.all([planner.plan(graph, '{ q1 { k1 } }'), planner.plan(other, '{ one }')]);
    expect(nodes).toMatchObject([
      { kind: 'Fetch', serviceName: 'beta' },
      { kind: 'Fetch', serviceName: 'alone' },
    ]);
  });

  it('says where there is no plan', async () => {
    await expect(planner.plan(graph, '{ unknown }')).rejects.toThrow(PlanError);
    expect(warnings).toEqual([]);
  });

  it('survives a document that ends the native planner, refuses it from then on, and loses nothing that was asked beside it', async () => {
    const outcomes = await Promise.allSettled([
      planner.plan(graph, '{ q1 { k1 } }'),
      planner.plan(graph, DEADLY),
      planner.plan(graph, '{ q1 { k2 } }'),
      planner.plan(graph, '{ q1 { x } }'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(warnings).toHaveLength(1);
    await expect(planner.plan(graph, DEADLY)).rejects.toThrow(PlanError);
    expect(warnings).toHaveLength(1);
  });

  it('gives no document more than its time', async () => {
    const hasty = new PlannerProcess({ logger, patienceMs: 0 });
    const own = hasty.add(supergraphSdl);
    const many = Array.from({ length: 400 }, (_, at) => `a${at}: q1 { k1 k2 x f { x f { x } } }`).join(' ');
    await expect(hasty.plan(own, `{ ${many} }`)).rejects.toThrow(PlanError);
    hasty.close();
    await expect(hasty.plan(own, '{ q1 { k1 } }')).rejects.toMatchObject({ problem: 'The planner is closed' });
  });
});
