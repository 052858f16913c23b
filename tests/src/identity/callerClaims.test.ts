import { z } from 'zod';
import type { Caller } from '../../../src/identity/Caller.ts';
import { callerClaims } from '../../../src/identity/callerClaims.ts';

const EVERYTHING: Required<Caller> = {
  audience: 'SUBJECT',
  department: 'tax',
  subject: '91350100M000100Y43',
  operator: 'someone',
  client: 'c_0123456789abcdef',
  documents: 'TRUSTED',
  organisation: '91350100705362917E',
  purpose: 'CREDIT_GRANTING',
  authorisation: { number: 'SQ-1', subject: '91350100M000100Y43', factTypes: ['TaxRating'] },
  scopes: new Set(['tax:rating:read']),
};

const throughJson = (caller: Caller): Caller =>
  z.decode(callerClaims, JSON.parse(JSON.stringify(z.encode(callerClaims, caller))) as z.input<typeof callerClaims>);

describe('a caller as JSON', () => {
  it('comes out as it went in, with all that it may hold and with the least', () => {
    const least: Caller = { audience: 'OPEN', scopes: new Set() };
    expect([throughJson(EVERYTHING), throughJson(least)]).toEqual([EVERYTHING, least]);
  });

  it('names every field that a caller may have', () => {
    expect(Object.keys(callerClaims.shape).toSorted()).toEqual(Object.keys(EVERYTHING).toSorted());
  });

  it('refuses what it does not name, on either end', () => {
    const more = { ...EVERYTHING, isRoot: true };
    expect(() => z.encode(callerClaims, more)).toThrow('isRoot');
    expect(() => callerClaims.parse({ audience: 'OPEN', scopes: [], isRoot: true })).toThrow('isRoot');
  });
});
