import { pino } from 'pino';
import { composeSupergraph } from '../../../gateway/compose.ts';
import { createEngine } from '../../../gateway/engine/createEngine.ts';
import { startToyGateway } from '../../kit/startToyGateway.ts';
import { toySubgraphs } from '../../kit/toySubgraphs.ts';

const logger = pino({ level: 'silent' });

describe('the engine', () => {
  it('refuses a supergraph with a department that is not connected', async () => {
    const { subgraphs } = toySubgraphs();
    const { supergraphSdl } = composeSupergraph(subgraphs);
    const connected = subgraphs.filter(({ name }) => name !== 'tax');
    const engine = createEngine({ supergraphSdl, subgraphs: connected, logger, deadlineMs: 1_000 });
    await expect(engine.load({ apollo: {} })).rejects.toThrow('The supergraph names tax, which is not connected');
  });

  it('refuses a supergraph that relies on directives for security which it would not enforce', async () => {
    const { subgraphs } = toySubgraphs();
    const secured = subgraphs.map((subgraph) => ({
      ...subgraph,
      sdl: subgraph.sdl.replace('"@key"', '"@key", "@authenticated"').replace('taxYears: [Int!]', '$& @authenticated'),
    }));
    const { supergraphSdl } = composeSupergraph(secured);
    const engine = createEngine({ supergraphSdl, subgraphs, logger, deadlineMs: 1_000 });
    await expect(engine.load({ apollo: {} })).rejects.toThrow(/SECURITY/);
  });

  it('reports nothing to its vendor, whatever the environment says', async () => {
    process.env['APOLLO_TELEMETRY_DISABLED'] = 'false';
    const gateway = await startToyGateway();
    await gateway.stop();
    expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('true');
  });

  it('shows no query plan to callers who ask for it', async () => {
    const gateway = await startToyGateway();
    const reply = await gateway.ask('{ taxYears }', {}, { 'apollo-query-plan-experimental': '1' });
    await gateway.stop();
    expect(reply.body).toEqual({ data: { taxYears: [2024, 2025] } });
  });
});
