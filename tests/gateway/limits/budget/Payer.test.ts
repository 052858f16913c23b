import { payerOf } from '../../../../gateway/limits/budget/Payer.ts';
import { ANONYMOUS, type Caller } from '../../../../src/identity/Caller.ts';

const scopes = new Set<string>();

describe('whose budget pays', () => {
  it('is the network of a caller without credentials, which can not be read from it', () => {
    const payer = payerOf(ANONYMOUS, '203.0.113.7');
    expect(payer).toEqual(payerOf(ANONYMOUS, '203.0.113.7'));
    expect(payer.budget).toBe('OPEN');
    expect(payer.key).toMatch(/^OPEN:[\w-]{22}$/);
    expect(payer.key).not.toBe(payerOf(ANONYMOUS, '203.0.113.8').key);
  });

  for (const [name, caller] of [
    ['a registered client', { audience: 'AGENCY', client: 'c1', scopes }],
    ['an enterprise', { audience: 'SUBJECT', subject: '91350100M000100Y43', operator: 'o', scopes }],
    ['a person of a department', { audience: 'INTERNAL', department: 'tax', operator: 'o', scopes }],
    ['a caller with a name only', { audience: 'INTERNAL', operator: 'o', scopes }],
  ] as const) {
    it(`is ${name} wherever it calls from`, () => {
      expect(payerOf(caller, '203.0.113.7')).toEqual(payerOf(caller, '203.0.113.8'));
    });
  }

  it('is larger for one of the public with a key, and not for an enterprise or a department', () => {
    const budgetOf = (caller: Caller): string => payerOf(caller, '203.0.113.7').budget;
    expect(budgetOf({ audience: 'OPEN', client: 'c1', scopes })).toBe('KEY');
    expect(budgetOf({ audience: 'AGENCY', client: 'c1', scopes })).toBe('AGENCY');
    expect(budgetOf({ audience: 'INTERNAL', client: 'c1', department: 'tax', scopes })).toBe('INTERNAL');
  });

  it('differs between persons of a department, departments, enterprises and clients', () => {
    const callers = [
      { audience: 'INTERNAL', department: 'tax', operator: 'a', scopes },
      { audience: 'INTERNAL', department: 'tax', operator: 'b', scopes },
      { audience: 'INTERNAL', department: 'labour', operator: 'a', scopes },
      { audience: 'SUBJECT', subject: '91350100M000100Y43', scopes },
      { audience: 'AGENCY', client: 'a', scopes },
      { audience: 'AGENCY', client: 'b', scopes },
      { audience: 'OPEN', client: 'b', scopes },
    ] as const;
    expect(new Set(callers.map((caller) => payerOf(caller, '').key)).size).toBe(callers.length);
  });
});
