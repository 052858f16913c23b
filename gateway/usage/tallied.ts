import { types } from 'node:util';
import type { UsageMeter } from '../../src/usage/UsageMeter.ts';
import type { DepartmentAnswer, DepartmentFetch, Transport } from '../transport/Transport.ts';

/**
 * Counts what a department is asked, and how long it takes to answer.
 *
 * @param transport - reaches the department
 * @param department - its name
 * @param meter - counts
 */
export function tallied(transport: Transport, department: string, meter: UsageMeter): Transport {
  const party = { side: 'ANSWERED', department } as const;
  const note = (answer: DepartmentAnswer, startedAt: number): DepartmentAnswer => {
    const failed = answer.errors !== undefined && answer.errors.length > 0;
    meter.note(party, { ms: performance.now() - startedAt, failed, cost: 0 });
    return answer;
  };
  return {
    fetch(fetch: DepartmentFetch) {
      const startedAt = performance.now();
      const answer = transport.fetch(fetch);
      return types.isPromise(answer) ? answer.then((ready) => note(ready, startedAt)) : note(answer, startedAt);
    },
    close: async () => transport.close?.(),
  };
}
