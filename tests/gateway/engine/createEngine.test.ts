import { pino } from 'pino';
import { composeSupergraph } from '../../../gateway/compose.ts';
import { apolloEngine } from '../../../gateway/engine/apolloEngine.ts';
import { createEngine } from '../../../gateway/engine/createEngine.ts';
import type { Engine, EngineOptions } from '../../../gateway/engine/Engine.ts';
import { ownEngine } from '../../../gateway/engine/ownEngine.ts';
import { inProcessTransports } from '../../../gateway/transport/inProcessTransports.ts';
import type { GatewayEngine } from '../../../src/config/env.ts';
import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';
import { startToyGateway } from '../../kit/startToyGateway.ts';
import { toySubgraphs } from '../../kit/toySubgraphs.ts';

const logger = pino({ level: 'silent' });

function over(supergraphSdl: string, subgraphs: readonly ConnectedSubgraph[]): EngineOptions {
  return {
    supergraphSdl,
    transportOf: inProcessTransports(subgraphs, { logger, deadlineMs: 1_000 }),
    schemas: subgraphs.map(({ schema }) => schema),
    logger,
  };
}

describe.each<GatewayEngine>(['own', 'apollo'])('the engine %s', (kind) => {
  it('refuses a supergraph with a department that is not connected', async () => {
    const { subgraphs } = toySubgraphs();
    const { supergraphSdl } = composeSupergraph(subgraphs);
    const connected = subgraphs.filter(({ name }) => name !== 'tax');
    const engine = await createEngine(kind, over(supergraphSdl, connected));
    expect(engine.kind).toBe(kind);
    await expect(engine.gateway.load({ apollo: {} })).rejects.toThrow(/tax.+not connected/);
  });

  it('refuses a supergraph that relies on directives for security which it would not enforce', async () => {
    const { subgraphs } = toySubgraphs();
    const secured = subgraphs.map((subgraph) => ({
      ...subgraph,
      sdl: subgraph.sdl.replace('"@key"', '"@key", "@authenticated"').replace('taxYears: [Int!]', '$& @authenticated'),
    }));
    const { supergraphSdl } = composeSupergraph(secured);
    const engine = await createEngine(kind, over(supergraphSdl, subgraphs));
    await expect(engine.gateway.load({ apollo: {} })).rejects.toThrow(/security/i);
  });

  it('reports nothing to a vendor, whatever the environment says', async () => {
    process.env['APOLLO_TELEMETRY_DISABLED'] = kind === 'own' ? 'true' : 'false';
    const gateway = await startToyGateway({ engine: kind });
    await gateway.stop();
    expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('true');
  });

  it('shows no query plan to callers who ask for it', async () => {
    const gateway = await startToyGateway({ engine: kind });
    const headers = { 'apollo-query-plan-experimental': '1', 'x-credit-graph-plan': '1' };
    const reply = await gateway.ask('{ taxYears }', {}, headers);
    await gateway.stop();
    expect(reply.body).toEqual({ data: { taxYears: [2024, 2025] } });
  });
});

describe('which engine joins', () => {
  const log: Record<string, unknown>[] = [];
  const heard = pino({ base: null }, { write: (line) => log.push(JSON.parse(line) as Record<string, unknown>) });
  const made = async (kind: GatewayEngine, planner: () => Promise<unknown>) => {
    const loaded: string[] = [];
    const loader = (name: string, make: (options: EngineOptions) => Engine) => async () => {
      loaded.push(name);
      return Promise.resolve(make);
    };
    const { subgraphs } = toySubgraphs();
    const options = { ...over(composeSupergraph(subgraphs).supergraphSdl, subgraphs), logger: heard };
    const loaders = { planner, own: loader('own', ownEngine), apollo: loader('apollo', apolloEngine) };
    const engine = await createEngine(kind, options, loaders);
    return { engine, loaded };
  };
  const fails = async (): Promise<unknown> =>
    Promise.reject(new Error('Cannot find module linux-x64-musl.node\nRequire stack: …'));

  beforeEach(() => log.splice(0));

  it('is the one that was chosen, and no code of the other is loaded', async () => {
    expect((await made('own', () => Promise.resolve())).loaded).toEqual(['own']);
    expect((await made('apollo', fails)).loaded).toEqual(['apollo']);
    expect(log).toEqual([]);
  });

  it('is apollo where the planner of the own engine does not load, and the log says why', async () => {
    const { engine, loaded } = await made('own', fails);
    expect([engine.kind, loaded]).toEqual(['apollo', ['apollo']]);
    expect(log).toMatchObject([
      {
        level: 40,
        reason: 'Cannot find module linux-x64-musl.node',
        engine: 'apollo',
        msg: 'the own engine does not run on this machine, @apollo/gateway joins instead',
      },
    ]);
  });
});
