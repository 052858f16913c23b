import { serverAudits } from 'graphql-http';
import type { GatewayEngine } from '../../src/config/env.ts';
import { startToyGateway, type ToyGateway } from '../kit/startToyGateway.ts';

/**
 * Queries by GET without a header that a foreign web page cannot set. Apollo Server refuses them (CSRF prevention), and
 * GraphQL over HTTP leaves GET optional, so these audits say MAY.
 */
const REFUSED_BY_CSRF_PREVENTION = ['5A70', 'D6D5', '6A70'];

describe.each<GatewayEngine>(['own', 'apollo'])(
  'GraphQL over HTTP on the engine %s, the audits of graphql-http',
  (engine) => {
    let gateway: ToyGateway;
    const audits = serverAudits({ url: () => `${gateway.url}/graphql` });

    beforeAll(async () => {
      gateway = await startToyGateway({ engine });
    });

    afterAll(() => gateway.stop());

    it('are all 61 known ones', () => {
      expect(audits).toHaveLength(61);
      expect(new Set(audits.map(({ id }) => id)).size).toBe(61);
    });

    for (const audit of audits.filter(({ id }) => !REFUSED_BY_CSRF_PREVENTION.includes(id))) {
      it(`${audit.id} ${audit.name}`, async () => {
        const result = await audit.fn();
        expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
      });
    }

    for (const audit of audits.filter(({ id }) => REFUSED_BY_CSRF_PREVENTION.includes(id))) {
      it(`${audit.id} ${audit.name}: refused, since it could be forged`, async () => {
        expect(audit.name).toMatch(/^MAY /);
        const result = await audit.fn();
        expect(result.status).toBe('notice');
        const answer: unknown = result.status === 'ok' ? undefined : JSON.parse(await result.response.text());
        expect(answer).toMatchObject({ errors: [{ extensions: { code: 'CSRF_BLOCKED' } }] });
      });
    }
  },
);
