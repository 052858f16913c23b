import { AuthorisationUse } from '../../../gateway/authority/AuthorisationUse.ts';
import { AuthorityError } from '../../../src/errors/AuthorityError.ts';
import type { Caller, SpentAuthorisation } from '../../../src/identity/Caller.ts';
import type { RequestContext } from '../../../src/subgraph/context.ts';

const CALLER: Caller = { audience: 'AGENCY', organisation: '91350100310686155Q', scopes: new Set() };
const SPENT: SpentAuthorisation = { number: 'SQ-1', subject: '91350100M000100Y43', factTypes: ['Commitment'] };
const requestOf = (requestId: string): RequestContext => ({
  caller: CALLER,
  requestId,
  now: new Date(0),
  locale: 'en',
});

describe('the use of an authorisation', () => {
  it('spends it once, however many questions are asked at once and afterwards, and opens it to each', async () => {
    const asked: unknown[] = [];
    const use = new AuthorisationUse('SQ-1');
    const requests = ['1', '2', '3'].map(requestOf);
    const spend = async (...question: unknown[]): Promise<SpentAuthorisation> => {
      asked.push(question);
      return Promise.resolve(SPENT);
    };
    const [first, second, third] = requests as [RequestContext, RequestContext, RequestContext];
    expect(await Promise.all([use.open(first, spend), use.open(first, spend), use.open(second, spend)])).toEqual([
      ...[true, true, true],
    ]);
    expect(use.open(third, spend)).toBe(true);
    expect(asked).toEqual([['SQ-1', first]]);
    expect(requests.map(({ caller }) => caller)).toEqual(requests.map(() => ({ ...CALLER, authorisation: SPENT })));
    expect(use.refusal).toBeUndefined();
  });

  it.each([
    [new AuthorityError('AUTHORISATION_SPENT'), 'AUTHORISATION_SPENT'],
    [new Error('a fault'), 'AUTHORISATION_UNAVAILABLE'],
  ])('opens nothing where it can not be spent: %s', async (fault, code) => {
    let count = 0;
    const use = new AuthorisationUse('SQ-1');
    const request = requestOf('1');
    const spend = async (): Promise<never> => {
      count += 1;
      return Promise.reject(fault);
    };
    expect(await Promise.all([use.open(request, spend), use.open(request, spend)])).toEqual([false, false]);
    expect(use.open(request, spend)).toBe(false);
    expect([count, request.caller, use.refusal?.code]).toEqual([1, CALLER, code]);
  });
});
