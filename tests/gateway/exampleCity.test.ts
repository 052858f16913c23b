import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AskGraph } from '../../gateway/askGraph.ts';
import { keptExampleCity } from '../../gateway/exampleCity.ts';
import { SAMPLE_AGENCIES } from '../../src/sample/sampleAgencies.ts';
import { NOW } from '../kit/department.ts';

const SHARED = { purpose: 'CREDIT_SERVICE', factTypes: ['Commitment'], fields: null };
const given = (number: string, usage: string, uscc: string, more: object = {}): object => ({
  ...{ ...SHARED, number, usage, subject: { uscc }, ...more },
});

describe('what examples show of a city', () => {
  /** What the page would show of enterprises in their order and authorisations, and how often was asked for them. */
  const cityOf = async (codes: readonly string[], nodes: readonly object[], isDevelopment = true) => {
    const asked = { codes: 0, authorisations: 0 };
    const enterprises = { nodes: codes.map((uscc) => ({ uscc, name: 'x' })) };
    const server = createServer((_request, reply) => {
      asked.codes += 1;
      reply.end(JSON.stringify({ data: { enterprises } }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const askGraph = (async () => {
      asked.authorisations += 1;
      return Promise.resolve({ data: { authorisations: { nodes } }, errors: [] });
    }) as unknown as AskGraph;
    const city = keptExampleCity({ gateway: () => ({ url, askGraph }), clock: () => NOW, isDevelopment });
    await Promise.all(Array.from({ length: 50 }, city));
    const found = await city();
    server.close();
    return { ...found, asked };
  };

  it('is asked for once for all pages of a moment, unless there is nobody', async () => {
    expect((await cityOf(['A'], [])).asked).toEqual({ codes: 1, authorisations: 1 });
    expect((await cityOf([], [])).asked.codes).toBe(2);
  });

  it('begins with an enterprise that lets the agency see what nobody else does', async () => {
    const nodes = [
      ...[given('1', 'ONCE', 'A'), given('2', 'MANY', 'B', { purpose: 'POST_LOAN' })],
      ...[given('3', 'MANY', 'C', { fields: ['Commitment.content'] }), given('4', 'MANY', 'D')],
      ...[given('5', 'ONCE', 'D'), given('6', 'ONCE', 'A')],
    ];
    const { enterprise, places } = await cityOf(['A', 'B', 'C', 'D'], nodes);
    expect(enterprise).toBe('D');
    expect(places).toEqual({
      ...{ uscc1: 'D', uscc2: 'A', uscc3: 'B', uscc4: 'C' },
      ...{ giver: 'D', authorisation: '4', revocable: '5', once: '1', onceGiver: 'A' },
      ...{ agency: SAMPLE_AGENCIES[0].uscc, until: '2026-09-15' },
    });
  });

  it('tells of no authorisation where none is given, and asks for none in production', async () => {
    expect((await cityOf(['A'], [])).places).toEqual({ uscc1: 'A' });
    const { places, asked } = await cityOf(['A'], [given('4', 'MANY', 'A')], false);
    expect([places, asked.authorisations]).toEqual([{ uscc1: 'A' }, 0]);
  });
});
