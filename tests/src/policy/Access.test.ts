import fc from 'fast-check';
import { AUDIENCES } from '../../../src/identity/Caller.ts';
import { exceeds, OPEN_ACCESS, strictest, type Access } from '../../../src/policy/Access.ts';

const levels = fc.record({
  audience: fc.constantFrom(...AUDIENCES),
  scopes: fc.uniqueArray(fc.constantFrom('tax:a:read', 'tax:b:read', 'tax:c:write')).map((scopes) => scopes.sort()),
});

describe('strictest', () => {
  it('takes the highest audience and all scopes, sorted and once', () => {
    const own: Access = { audience: 'AGENCY', scopes: ['tax:b:read'] };
    const parent: Access = { audience: 'INTERNAL', scopes: [] };
    const returned: Access = { audience: 'OPEN', scopes: ['tax:a:read', 'tax:b:read'] };
    expect(strictest([own, parent, returned])).toEqual({ audience: 'INTERNAL', scopes: ['tax:a:read', 'tax:b:read'] });
  });

  it('of nothing is open', () => {
    expect(strictest([])).toEqual(OPEN_ACCESS);
  });

  it('is exceeded by none of its parts, and exceeds a part unless it equals it', () => {
    fc.assert(
      fc.property(levels, levels, (one, other) => {
        const joined = strictest([one, other]);
        expect(exceeds(one, joined) || exceeds(other, joined)).toBe(false);
        expect(exceeds(joined, one)).toBe(JSON.stringify(joined) !== JSON.stringify(one));
      }),
    );
  });
});

describe('exceeds', () => {
  it.each([
    ['a higher audience', { audience: 'INTERNAL', scopes: [] }, { audience: 'AGENCY', scopes: ['x:y:read'] }, true],
    ['another scope', { audience: 'OPEN', scopes: ['x:y:read'] }, { audience: 'INTERNAL', scopes: ['x:z:read'] }, true],
    ['less of both', { audience: 'OPEN', scopes: [] }, { audience: 'AGENCY', scopes: ['x:y:read'] }, false],
    ['the same', { audience: 'AGENCY', scopes: ['x:y:read'] }, { audience: 'AGENCY', scopes: ['x:y:read'] }, false],
  ] as const)('judges %s', (_case, level, granted, expected) => {
    expect(exceeds(level, granted)).toBe(expected);
  });
});
