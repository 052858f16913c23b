import { decodeJwt } from 'jose';
import { innerHeaders } from '../../../gateway/transport/innerHeaders.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { INNER_HEADER } from '../../../src/identity/innerHeader.ts';
import { KeyRing } from '../../../src/identity/KeyRing.ts';
import type { TokenKeys } from '../../../src/identity/TokenKeys.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('what a department is told of a caller', () => {
  const ring = new KeyRing(temporaryFolder(), 'inner');
  let signatures = 0;
  const keys: TokenKeys = {
    keyFor: async (kid) => ring.keyFor(kid),
    signing: async () => {
      signatures += 1;
      return ring.signing();
    },
  };
  const requestOf = (requestId: string) => ({
    request: { caller: ANONYMOUS, requestId, now: new Date(), locale: 'en' as const },
  });

  it('is signed once for each request and department, however often it is asked', async () => {
    const [tax, courts] = [innerHeaders(keys, 'tax'), innerHeaders(keys, 'courts')];
    const [first, second] = [requestOf('request-0001'), requestOf('request-0002')];
    const told = await Promise.all([tax(first), tax(first), courts(first), tax(second), tax(first)]);
    expect(signatures).toBe(3);
    expect(told.map((headers) => Object.keys(headers))).toEqual(told.map(() => [INNER_HEADER]));
    const claims = told.map((headers) => decodeJwt(headers[INNER_HEADER] ?? ''));
    expect(claims.map(({ aud, jti }) => [aud, jti])).toEqual([
      ['department:tax', 'request-0001'],
      ['department:tax', 'request-0001'],
      ['department:courts', 'request-0001'],
      ['department:tax', 'request-0002'],
      ['department:tax', 'request-0001'],
    ]);
  });
});
