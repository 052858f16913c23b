import { DeadlineError, withDeadline } from '../../../gateway/transport/withDeadline.ts';

describe('a deadline', () => {
  it('lets pass what is there already, or comes in time', async () => {
    expect(await withDeadline(1, 1)).toBe(1);
    expect(await withDeadline(Promise.resolve(2), 1_000)).toBe(2);
  });

  it('lets a failure pass as it is', async () => {
    await expect(withDeadline(Promise.reject(new Error('other')), 1_000)).rejects.toThrow('other');
  });

  it('gives up what takes too long, and says how long it waited', async () => {
    const never = new Promise(() => undefined);
    await expect(withDeadline(never, 20)).rejects.toThrow(new DeadlineError(20));
  });
});
