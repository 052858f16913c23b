import { createHash } from 'node:crypto';
import { startToyGateway } from '../../kit/startToyGateway.ts';

const known = (query: string) => ({ query, hash: createHash('sha256').update(query).digest('hex') });
const YEARS = '{ taxYears }';

describe('the own engine', () => {
  it('plans known documents before the first request, and leaves those that do not fit the graph', async () => {
    const documents = [known(YEARS), known('{ gone }'), known('{'), known('query A { locale } query B { now }')];
    const gateway = await startToyGateway({ engine: 'own', known: documents });
    const { engine } = gateway;
    expect(engine.kind).toBe('own');
    const planned = engine.planCache?.();
    expect(planned?.size).toBeGreaterThanOrEqual(1);
    expect((await gateway.ask(YEARS)).body).toEqual({ data: { taxYears: [2024, 2025] } });
    expect(engine.planCache?.()).toEqual({ ...planned, hits: (planned?.hits ?? 0) + 1 });
    expect((await gateway.ask('{ gone }')).body.errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    await gateway.stop();
  });

  it('plans a document that is sent again once', async () => {
    const gateway = await startToyGateway({ engine: 'own' });
    for (let times = 0; times < 3; times += 1) await gateway.ask('{ locale }');
    expect(gateway.engine.planCache?.()).toEqual({ size: 1, hits: 3, misses: 1 });
    await gateway.stop();
  });
});
