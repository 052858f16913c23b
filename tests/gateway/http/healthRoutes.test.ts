import fastify from 'fastify';
import { healthRoutes } from '../../../gateway/http/healthRoutes.ts';
import { startToyGateway } from '../../kit/startToyGateway.ts';

describe('the health checks', () => {
  it('say that the process lives and can answer', async () => {
    const gateway = await startToyGateway();
    const live = await gateway.send('/health/live');
    const ready = await gateway.send('/health/ready');
    await gateway.stop();
    expect([live.status, live.body]).toEqual([200, { status: 'live' }]);
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready', details: { toys: 'in memory' } }]);
  });

  it('say that it cannot answer while what it needs is away', async () => {
    const gateway = await startToyGateway({
      ready: async () => Promise.resolve({ ok: false, details: { mongodb: 'no primary' } }),
    });
    const ready = await gateway.send('/health/ready');
    const live = await gateway.send('/health/live');
    await gateway.stop();
    expect([ready.status, ready.body]).toEqual([503, { status: 'unavailable', details: { mongodb: 'no primary' } }]);
    expect(live.status).toBe(200);
  });

  it('take a check that fails for a no, and say nothing of the reason', async () => {
    const gateway = await startToyGateway({ ready: () => Promise.reject(new Error('mongodb://user:secret@host')) });
    const ready = await gateway.send('/health/ready');
    await gateway.stop();
    expect([ready.status, ready.body]).toEqual([503, { status: 'unavailable', details: { check: 'failed' } }]);
  });

  it('say that it takes no more requests while it is being stopped, without looking further', async () => {
    const server = fastify();
    healthRoutes(
      server,
      () => Promise.reject(new Error('not asked')),
      () => true,
    );
    const ready = await server.inject('/health/ready');
    const live = await server.inject('/health/live');
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      { status: 'unavailable', details: { process: 'stopping' } },
    ]);
    expect(live.statusCode).toBe(200);
  });
});
