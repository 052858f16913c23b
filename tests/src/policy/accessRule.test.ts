import type { GraphQLResolveInfo } from 'graphql';
import { ANONYMOUS, type Audience, type Caller } from '../../../src/identity/Caller.ts';
import { accessRule } from '../../../src/policy/accessRule.ts';

const info = {} as GraphQLResolveInfo;
const caller = (audience: Audience, ...scopes: string[]): Caller => ({ audience, scopes: new Set(scopes) });
const ASKED = { audience: 'AGENCY', scopes: ['tax:a:read', 'tax:b:read'] } as const;

describe('accessRule', () => {
  it.each([
    ['all that is asked', caller('AGENCY', 'tax:a:read', 'tax:b:read'), true],
    ['a higher audience', caller('INTERNAL', 'tax:a:read', 'tax:b:read'), true],
    ["the department's wildcard", caller('INTERNAL', 'tax:*'), true],
    ['a lower audience', caller('OPEN', 'tax:*'), false],
    ['one scope of two', caller('INTERNAL', 'tax:a:read'), false],
    ["another department's wildcard", caller('INTERNAL', 'taxi:*', '*', 'a:*'), false],
    ['no credentials', ANONYMOUS, false],
    ['an audience that nobody knows', { audience: 'ROOT', scopes: new Set(['tax:*']) } as unknown as Caller, false],
  ])('judges a caller with %s', async (_case, who, expected) => {
    const options = {
      debug: false,
      allowExternalErrors: false,
      fallbackRule: accessRule(ASKED),
      hashFunction: () => '',
    };
    const context = { caller: who, _shield: { cache: {} } };
    expect(await accessRule(ASKED).resolve({}, {}, context, info, options)).toBe(expected);
  });
});
