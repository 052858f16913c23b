import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseBreaker } from '../../../gateway/transport/DatabaseBreaker.ts';

async function until(isSo: () => boolean): Promise<void> {
  for (let look = 0; !isSo(); look += 1) {
    if (look > 1_000) throw new Error('not so');
    await pause(10);
  }
}

describe('the breaker of a database', () => {
  const fault = new Error('no server');

  it('opens where the database does not answer, and closes by itself when it does', async () => {
    let isThere = false;
    const breaker = new DatabaseBreaker(async () => Promise.resolve(isThere));
    expect(breaker.fault).toBeUndefined();
    breaker.suspect(fault);
    await until(() => breaker.fault === fault);
    isThere = true;
    await until(() => breaker.fault === undefined);
    breaker.dispose();
  });

  it('stays closed where one connection was lost and the database answers', async () => {
    let looks = 0;
    const breaker = new DatabaseBreaker(async () => {
      looks += 1;
      return Promise.resolve(true);
    });
    breaker.suspect(fault);
    breaker.suspect(fault);
    await pause(0);
    expect(breaker.fault).toBeUndefined();
    expect(looks).toBe(1);
  });
});
