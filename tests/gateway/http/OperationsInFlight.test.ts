import { OperationsInFlight } from '../../../gateway/http/OperationsInFlight.ts';

describe('the operations in flight', () => {
  it('are finished when there are none', async () => {
    await expect(new OperationsInFlight().finished()).resolves.toBeUndefined();
  });

  it('are finished when the last of them is, be it by a failure', async () => {
    const operations = new OperationsInFlight();
    const events: string[] = [];
    const first = operations.track(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      events.push('first');
      return 1;
    });
    const second = operations.track(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      events.push('second');
      throw new Error('failed');
    });
    const finished = operations.finished().then(() => events.push('finished'));
    expect(await first).toBe(1);
    await expect(second).rejects.toThrow('failed');
    await finished;
    expect(events).toEqual(['first', 'second', 'finished']);
  });
});
