import type { Tracing } from '../../src/telemetry/Tracing.ts';
import type { DepartmentFetch, Transport } from './Transport.ts';

/**
 * Makes each question a step of the trace that is going on.
 *
 * @param transport - reaches the department
 * @param department - its name
 * @param tracing - follows requests
 */
export function traced(transport: Transport, department: string, tracing: Tracing): Transport {
  const step = { name: `department ${department}`, kind: 'CLIENT' } as const;
  return {
    fetch: (fetch: DepartmentFetch) => tracing.step(step, () => transport.fetch(fetch)),
    close: async () => transport.close?.(),
  };
}
