import type { FastifyInstance } from 'fastify';

/** Whether the process can answer queries now. */
export interface Readiness {
  readonly ok: boolean;
  /** What was looked at, for operators: short, without addresses or secrets. */
  readonly details: Readonly<Record<string, string>>;
}

/** Looks whether all that is needed answers. */
export type CheckReadiness = () => Promise<Readiness>;

const OK = 200;
const UNAVAILABLE = 503;

/**
 * Serves `/health/live`, which says that the process runs, and `/health/ready`, which says that it can answer.
 *
 * A process that is being stopped is alive but not ready, so that a load balancer sends no more requests.
 *
 * @param server - the HTTP server
 * @param check - looks whether all that is needed answers; a failed look counts as not ready
 * @param isStopping - whether the process is being stopped
 */
export function healthRoutes(server: FastifyInstance, check: CheckReadiness, isStopping: () => boolean): void {
  server.get('/health/live', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const { ok, details } = isStopping() ? { ok: false, details: { process: 'stopping' } } : await look(check);
    void reply.code(ok ? OK : UNAVAILABLE).header('cache-control', 'no-store');
    return { status: ok ? 'ready' : 'unavailable', details };
  });
}

async function look(check: CheckReadiness): Promise<Readiness> {
  try {
    return await check();
  } catch {
    return { ok: false, details: { check: 'failed' } };
  }
}
