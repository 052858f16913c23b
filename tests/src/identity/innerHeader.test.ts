import { base64url, decodeJwt, SignJWT } from 'jose';
import type { Caller } from '../../../src/identity/Caller.ts';
import { signInnerHeader, verifyInnerHeader, type InnerCall } from '../../../src/identity/innerHeader.ts';
import { openKeyPair, type KeyPair } from '../../../src/identity/keys.ts';
import { soleKey, type TokenKeys } from '../../../src/identity/TokenKeys.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const CALL: InnerCall = {
  caller: {
    audience: 'AGENCY',
    client: 'c_0123456789abcdef',
    operator: 'c_0123456789abcdef',
    organisation: '91350100M000100Y43',
    purpose: 'CREDIT_GRANTING',
    authorisation: { number: 'SQ-1', subject: '91350100M000100Y43', factTypes: ['TaxRating'] },
    scopes: new Set(['a:b:read']),
  },
  requestId: 'request-0001',
  now: new Date('2026-06-15T04:00:00.123Z'),
  locale: 'zh',
};

describe('the header that tells departments who is calling', () => {
  const folder = temporaryFolder();
  let pair: KeyPair;
  let keys: TokenKeys;
  let foreign: TokenKeys;

  beforeAll(async () => {
    pair = await openKeyPair(folder, 'inner');
    keys = soleKey(pair);
    foreign = soleKey(await openKeyPair(folder, 'tokens'));
  });

  const read = (header: string | undefined, department = 'tax') =>
    verifyInnerHeader(keys, header, department).then(
      () => 'accepted',
      (error: unknown) => String((error as { code: unknown }).code),
    );
  /** A header with claims of our choosing, rightly signed. */
  const headerWith = async (claims: object, signer = pair): Promise<string> => {
    const payload = { ...decodeJwt(await signInnerHeader(keys, CALL, 'tax')), ...claims };
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'EdDSA', kid: signer.kid, typ: 'credit-graph-caller+jwt' })
      .sign(signer.privateKey);
  };

  it('carries all that decides what the caller may see, and no more than a minute', async () => {
    const header = await signInnerHeader(keys, CALL, 'tax');
    expect(await verifyInnerHeader(keys, header, 'tax')).toEqual(CALL);
    const { iat = 0, exp = 0 } = decodeJwt(header);
    expect(exp - iat).toBeLessThanOrEqual(60);
    const nobody: Caller = { audience: 'OPEN', scopes: new Set() };
    const open = await signInnerHeader(keys, { ...CALL, caller: nobody }, 'tax');
    expect((await verifyInnerHeader(keys, open, 'tax')).caller).toEqual(nobody);
  });

  it('is refused in another department than the one that it was signed for', async () => {
    const header = await signInnerHeader(keys, CALL, 'tax');
    expect([await read(header), await read(header, 'judiciary')]).toEqual(['accepted', 'INNER_CALL_REFUSED']);
  });

  it('is refused unsigned, altered, over, or signed by any other key', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const valid = await signInnerHeader(keys, CALL, 'tax');
    const [head = '', body = '', signature = ''] = valid.split('.');
    const none = base64url.encode(JSON.stringify({ alg: 'none', typ: 'credit-graph-caller+jwt' }));
    const altered = { ...decodeJwt(valid), caller: { audience: 'INTERNAL', department: 'tax', scopes: ['tax:*'] } };
    const headers = {
      absent: undefined,
      empty: '',
      unsigned: `${none}.${body}.`,
      altered: `${head}.${base64url.encode(JSON.stringify(altered))}.${signature}`,
      foreign: await signInnerHeader(foreign, CALL, 'tax'),
      over: await headerWith({ iat: now - 120, exp: now - 90 }),
      ahead: await headerWith({ iat: now + 60, exp: now + 90 }),
      long: await headerWith({ iat: now, exp: now + 61 }),
      otherIssuer: await headerWith({ iss: 'credit-graph' }),
      extraClaim: await headerWith({ caller: { audience: 'OPEN', scopes: [], isRoot: true } }),
      noCaller: await headerWith({ caller: undefined }),
      otherType: await new SignJWT(decodeJwt(valid))
        .setProtectedHeader({ alg: 'EdDSA', kid: pair.kid })
        .sign(pair.privateKey),
    };
    for (const [what, header] of Object.entries(headers))
      expect([what, await read(header)]).toEqual([what, 'INNER_CALL_REFUSED']);
    expect(await read(await headerWith({}))).toBe('accepted');
  });
});
