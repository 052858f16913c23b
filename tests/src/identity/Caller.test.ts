import { holdsScope, type Caller } from '../../../src/identity/Caller.ts';
import { serviceCaller } from '../../../src/identity/serviceCaller.ts';

const holder = (...scopes: readonly string[]): Caller => ({ audience: 'INTERNAL', scopes: new Set(scopes) });
const EFFECT = 'service:remedy:effect';

describe('a scope', () => {
  it('is held by itself or by the wildcard of its department', () => {
    expect(holdsScope(holder('tax:rating:write'), 'tax:rating:write')).toBe(true);
    expect(holdsScope(holder('tax:*'), 'tax:rating:write')).toBe(true);
    expect(holdsScope(holder('judiciary:*', 'tax:rating:read'), 'tax:rating:write')).toBe(false);
  });

  it('of software is held by that software alone, whatever wildcards there are', () => {
    expect(holdsScope(serviceCaller('remedy'), EFFECT)).toBe(true);
    expect(holdsScope(serviceCaller('tax'), EFFECT)).toBe(false);
    expect(holdsScope(holder('remedy:*', 'service:*', '*', 'tax:*'), EFFECT)).toBe(false);
  });
});
