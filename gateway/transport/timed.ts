import { types } from 'node:util';
import type { DepartmentAnswer, DepartmentFetch, Transport } from './Transport.ts';

/** How one question was answered. */
export interface TimedAnswer {
  readonly ms: number;
  /** Whether there was any error. */
  readonly failed: boolean;
}

/**
 * Tells how long each question takes, and whether it was answered without an error.
 *
 * @param transport - reaches the department
 * @param note - is told
 */
export function timed(transport: Transport, note: (answer: TimedAnswer) => void): Transport {
  const noted = (answer: DepartmentAnswer, startedAt: number): DepartmentAnswer => {
    const failed = answer.errors !== undefined && answer.errors.length > 0;
    note({ ms: performance.now() - startedAt, failed });
    return answer;
  };
  return {
    fetch(fetch: DepartmentFetch) {
      const startedAt = performance.now();
      const answer = transport.fetch(fetch);
      return types.isPromise(answer) ? answer.then((ready) => noted(ready, startedAt)) : noted(answer, startedAt);
    },
    close: async () => transport.close?.(),
  };
}
