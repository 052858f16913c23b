import { setTimeout as pause } from 'node:timers/promises';
import { CircuitBreaker, type BreakerOptions } from '../../../gateway/transport/CircuitBreaker.ts';

/** A breaker whose probes answer as told, one after another; the last one is repeated. */
function breaker(answers: readonly boolean[] = [true], options: Partial<BreakerOptions> = {}) {
  const probes = { count: 0 };
  const probe = async (): Promise<boolean> => {
    probes.count += 1;
    return Promise.resolve(answers[Math.min(probes.count, answers.length) - 1] ?? false);
  };
  return { probes, made: new CircuitBreaker({ probe, probeAfterMs: 20, ...options }) };
}

const gone = new Error('gone');

describe('a circuit breaker', () => {
  it('is closed until the department fails three times in a row', () => {
    const { made } = breaker();
    made.failed(gone);
    made.failed(gone);
    made.succeeded();
    made.failed(gone);
    made.failed(gone);
    expect(made.state).toBe('closed');
    made.failed(gone);
    expect([made.state, made.fault]).toEqual(['open', gone]);
    made.dispose();
  });

  it('opens at the second failure where failures last longer than its patience', async () => {
    const { made } = breaker([true], { patienceMs: 30 });
    made.failed(gone);
    await pause(40);
    expect(made.state).toBe('closed');
    made.failed(gone);
    expect(made.state).toBe('open');
    made.dispose();
  });

  it('opens at once for a department that is known not to answer', () => {
    const { made } = breaker();
    made.trip(gone);
    expect(made.state).toBe('open');
    made.dispose();
  });

  it('closes by itself as soon as a probe is answered, and begins to count anew', async () => {
    const { made, probes } = breaker([false, false, true]);
    made.trip(gone);
    await pause(150);
    expect([made.state, probes.count]).toEqual(['closed', 3]);
    made.failed(gone);
    made.failed(gone);
    expect(made.state).toBe('closed');
  });

  it('is half open while a probe is on its way, and lets nobody else try', async () => {
    let answer: (answers: boolean) => void = () => undefined;
    const probe = async () => new Promise<boolean>((resolve) => (answer = resolve));
    const { made } = breaker([], { probe });
    made.trip(gone);
    await pause(40);
    expect(made.state).toBe('half-open');
    made.failed(gone);
    expect(made.state).toBe('half-open');
    answer(true);
    await pause(0);
    expect(made.state).toBe('closed');
  });

  it('closes by a late answer to a request that was sent before', async () => {
    const { made, probes } = breaker([false]);
    made.trip(gone);
    made.succeeded();
    expect(made.state).toBe('closed');
    await pause(60);
    expect(probes.count).toBe(0);
  });

  it('asks nothing more once it is disposed of, also while a probe is on its way', async () => {
    const { made, probes } = breaker([false]);
    made.trip(gone);
    await pause(30);
    made.dispose();
    const { count } = probes;
    await pause(80);
    expect(probes.count).toBe(count);
  });
});
