import type { GraphQLResolveInfo } from 'graphql';
import { AUDIENCES, type Caller } from '../../../src/identity/Caller.ts';
import type { Access } from '../../../src/policy/Access.ts';
import { Guard } from '../../../src/policy/Guard.ts';
import { meetsAccess } from '../../../src/policy/meetsAccess.ts';

const LEVELS: readonly Access[] = AUDIENCES.flatMap((audience) =>
  [[], ['tax:rating:read'], ['law:case:read', 'tax:rating:read']].flatMap((scopes) => [
    { audience, scopes },
    { audience, scopes, notSubject: true as const },
  ]),
);
const CALLERS: readonly Caller[] = AUDIENCES.flatMap((audience) =>
  [[], ['tax:rating:read'], ['tax:*'], ['tax:*', 'law:*']].flatMap((scopes) => [
    { audience, scopes: new Set(scopes) },
    { audience, scopes: new Set(scopes), subject: '91350100705362917E' },
  ]),
);

it('answers for every caller and level as the guard of a field does', async () => {
  let admitted = 0;
  for (const access of LEVELS) {
    for (const caller of CALLERS) {
      const isAdmitted = await new Guard(access).admits({ caller }, {} as GraphQLResolveInfo);
      expect(meetsAccess(caller, access)).toBe(isAdmitted);
      if (isAdmitted) admitted += 1;
    }
  }
  expect(admitted).toBeGreaterThan(50);
  expect(admitted).toBeLessThan((LEVELS.length * CALLERS.length) / 2);
});
