import type { GraphQLResolveInfo } from 'graphql';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { Guard } from '../../../src/policy/Guard.ts';

const info = {} as GraphQLResolveInfo;
const OFFICIAL: Caller = { audience: 'AGENCY', scopes: new Set(['tax:*']) };
const ASKED = { audience: 'AGENCY', scopes: ['tax:a:read', 'tax:b:read'] } as const;

describe('Guard', () => {
  it('asks once per request and answers at once from then on', async () => {
    const guard = new Guard(ASKED);
    const context = { caller: OFFICIAL };
    const first = guard.admits(context, info);
    expect(first).toBeInstanceOf(Promise);
    expect(guard.admits(context, info)).toBe(first);
    expect(await first).toBe(true);
    expect(guard.admits(context, info)).toBe(true);
  });

  it('judges each request by its own caller', async () => {
    const guard = new Guard(ASKED);
    const [one, other] = [{ caller: OFFICIAL }, { caller: ANONYMOUS }];
    expect(await Promise.all([guard.admits(one, info), guard.admits(other, info)])).toEqual([true, false]);
    expect([guard.admits(one, info), guard.admits(other, info)]).toEqual([true, false]);
  });
});
