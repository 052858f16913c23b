import { createApolloServer } from '../../gateway/apollo/createApolloServer.ts';
import { askGraph, type AskGraph } from '../../gateway/askGraph.ts';
import { composeSupergraph } from '../../gateway/compose.ts';
import { departmentGraph } from '../../gateway/departmentGraph.ts';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import { inProcessTransports } from '../../gateway/transport/inProcessTransports.ts';
import type { GatewayEngine } from '../../src/config/env.ts';
import { KERNEL_ERRORS } from '../../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../../src/errors/gatewayCodes.ts';
import { ANONYMOUS, type Caller } from '../../src/identity/Caller.ts';
import { codePlaces, fillExamples } from '../../src/portal/fillExamples.ts';
import { readExamples } from '../../src/portal/readExamples.ts';
import { loadSample } from '../../src/sample/loadSample.ts';
import { NOW, staffOf } from '../kit/department.ts';
import { silent } from '../kit/mongodConfig.ts';
import { openCity, type OpenCity } from '../kit/openCity.ts';

/** Each engine, and the own one with departments that are compiled. */
const JOINS = [
  ['own', []],
  ['own', ['all']],
  ['apollo', []],
] as const satisfies readonly (readonly [GatewayEngine, readonly string[]])[];

const PATIENCE_MS = 120_000;
const examples = await readExamples();

describe('the examples of the explorer over a sample city', () => {
  const graph = departmentGraph();
  const closing: (() => Promise<void>)[] = [];
  let city: OpenCity;
  let codes: readonly string[];
  let engines: readonly AskGraph[];

  beforeAll(async () => {
    city = await openCity(undefined, { graph });
    closing.push(() => city.close());
    await loadSample({ subgraphs: city.subgraphs, enterprises: 40, seed: 5, asOf: '2026-11-20', now: NOW });
    await city.settle(NOW);
    const enterprises = await city.facts('registry.enterprises');
    codes = enterprises.map(({ _id }) => _id);
    engines = await Promise.all(JOINS.map(async ([kind, jit]) => join(kind, jit)));
    const [ask] = engines;
    if (ask) graph.open(ask);
  }, PATIENCE_MS);

  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
  });

  async function join(kind: GatewayEngine, jit: readonly string[]): Promise<AskGraph> {
    const { subgraphs } = city;
    const engine = await createEngine(kind, {
      supergraphSdl: composeSupergraph(subgraphs).supergraphSdl,
      transportOf: inProcessTransports(subgraphs, { logger: silent, deadlineMs: 60_000, jit }),
      schemas: subgraphs.map(({ schema }) => schema),
      logger: silent,
    });
    const apollo = createApolloServer(engine, { table: { ...KERNEL_ERRORS, ...GATEWAY_ERRORS }, logger: silent });
    await apollo.start();
    closing.push(() => apollo.stop());
    return askGraph(
      () => apollo,
      () => NOW,
    );
  }

  it.each(examples.map((example) => [example.title, example] as const))(
    '%s: answered alike by both engines, and by compiled departments',
    async (_title, example) => {
      const callers: readonly Caller[] = [ANONYMOUS, staffOf('registry')];
      for (const caller of callers) {
        for (const at of [0, 7, 19, 3]) {
          const [filled] = fillExamples([example], codePlaces(codes.slice(at)));
          const asked = engines.map(async (ask) => ask(example.query, filled?.variables ?? {}, caller));
          const [expected, ...others] = await Promise.all(asked);
          expect(expected?.errors).toEqual([]);
          for (const other of others) expect(other).toEqual(expected);
        }
      }
    },
  );
});
