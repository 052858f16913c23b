import type { Readiness } from '../http/healthRoutes.ts';
import type { HttpTransport } from '../transport/HttpTransport.ts';

/** The parts of a transport that tell how its department is. */
export type Answering = Pick<HttpTransport, 'breaker' | 'failingSince'>;

/**
 * Tells whether a gateway can answer: as long as one department does. A department that is down costs its own fields, and taking the
 * gateway away would cost all others.
 *
 * @param transports - by department
 * @param refusal - why a schema that departments tell is not served
 */
export function remoteReadiness(transports: ReadonlyMap<string, Answering>, refusal?: string): Readiness {
  const departments = [...transports].map(([name, { failingSince: since }]) => [name, since] as const);
  const details = departments.map(([name, since]) => [
    name,
    since === undefined ? 'ok' : `does not answer since ${since.toISOString()}`,
  ]);
  return {
    ok: departments.some(([, since]) => since === undefined),
    details: {
      ...(Object.fromEntries(details) as Record<string, string>),
      ...(refusal === undefined ? {} : { schema: `refused: ${refusal}` }),
    },
  };
}
