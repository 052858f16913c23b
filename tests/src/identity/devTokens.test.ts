import { base64url, decodeJwt, exportJWK, SignJWT } from 'jose';
import { signDevToken, verifyDevToken } from '../../../src/identity/devTokens.ts';
import { openKeyPair, type KeyPair } from '../../../src/identity/keys.ts';
import { holdsScope } from '../../../src/identity/Caller.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const GRANT = { department: 'tax', operator: 'li.wei', ttl: 60 };

describe('a token for development', () => {
  const folder = temporaryFolder();
  let key: KeyPair;
  let other: KeyPair;

  beforeAll(async () => {
    [key, other] = await Promise.all([openKeyPair(folder, 'tokens'), openKeyPair(folder, 'other')]);
  });

  /** A token with claims of our choosing. */
  const tokenWith = (claims: Record<string, unknown>, signer = key): Promise<string> =>
    new SignJWT({ iss: 'credit-graph', aud: 'credit-graph-development', sub: 'li', department: 'tax', ...claims })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuedAt()
      .setExpirationTime((claims['exp'] as number | undefined) ?? '1m')
      .sign(signer.privateKey);

  /** The code that a token is refused with. */
  const refusal = (token: string): Promise<string> =>
    verifyDevToken(key, token).then(
      () => 'accepted',
      (error: unknown) => String((error as { extensions: { code: unknown } }).extensions.code),
    );

  it('gives its department, its operator and all scopes of that department only', async () => {
    const caller = await verifyDevToken(key, await signDevToken(key, GRANT));
    expect(caller).toEqual({ audience: 'INTERNAL', department: 'tax', operator: 'li.wei', scopes: new Set(['tax:*']) });
    expect(holdsScope(caller, 'tax:rating:write')).toBe(true);
    expect(holdsScope(caller, 'judiciary:defaulter:write')).toBe(false);
  });

  it('gives the scope to read plans where it was granted, which no wildcard covers', async () => {
    const caller = await verifyDevToken(key, await signDevToken(key, { ...GRANT, scope: 'gateway:plan:read' }));
    expect(caller.scopes).toEqual(new Set(['tax:*', 'gateway:plan:read']));
    expect(holdsScope(caller, 'gateway:plan:read')).toBe(true);
    expect(holdsScope(await verifyDevToken(key, await signDevToken(key, GRANT)), 'gateway:plan:read')).toBe(false);
  });

  it('of an enterprise gives its code and no scope', async () => {
    const enterprise = '91350100M000100Y43';
    const caller = await verifyDevToken(key, await signDevToken(key, { enterprise, operator: 'li', ttl: 60 }));
    expect(caller).toEqual({ audience: 'SUBJECT', subject: enterprise, operator: 'li', scopes: new Set() });
    expect(holdsScope(caller, 'tax:rating:write')).toBe(false);
  });

  it('is valid as long as it was granted', async () => {
    const { exp = 0, iat = 0 } = decodeJwt(await signDevToken(key, GRANT));
    expect(exp - iat).toBe(60);
  });

  it('that nobody here has signed is refused in the same words, whatever is wrong with it', async () => {
    const valid = await signDevToken(key, GRANT);
    const [head = '', body = '', signature = ''] = valid.split('.');
    const unsigned = base64url.encode(JSON.stringify({ alg: 'none' }));
    const changed = base64url.encode(JSON.stringify({ ...decodeJwt(valid), department: 'judiciary' }));
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(key.publicKey)));
    const confused = new SignJWT({
      iss: 'credit-graph',
      aud: 'credit-graph-development',
      sub: 'li',
      department: 'tax',
    });
    const tokens = [
      '',
      'nonsense',
      'a.b.c',
      `${unsigned}.${body}.`,
      `${head}.${changed}.${signature}`,
      await tokenWith({}, other),
      await tokenWith({ exp: 1 }, other),
      await confused.setProtectedHeader({ alg: 'HS256', kid: key.kid }).setExpirationTime('1m').sign(secret),
    ];
    expect(await Promise.all(tokens.map(refusal))).toEqual(tokens.map(() => 'TOKEN_INVALID'));
    expect(await refusal(await tokenWith({}))).toBe('accepted');
  });

  it('that was signed here is refused with the reason', async () => {
    const later = Math.floor(Date.now() / 1_000) + 60;
    const refusals = {
      TOKEN_KEY_UNKNOWN: await signDevToken(other, GRANT),
      TOKEN_EXPIRED: await signDevToken(key, { ...GRANT, ttl: -60 }),
      TOKEN_NOT_YET_VALID: await tokenWith({ nbf: later }),
      TOKEN_ISSUER_UNKNOWN: await tokenWith({ iss: 'somebody-else' }),
      TOKEN_AUDIENCE_WRONG: await tokenWith({ aud: 'another-service' }),
    };
    const codes = await Promise.all(Object.values(refusals).map(refusal));
    expect(codes).toEqual(Object.keys(refusals));
    const made = new SignJWT({ iss: 'credit-graph', aud: 'credit-graph-development', sub: 'li', department: 'tax' });
    const ahead = await made
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuedAt(later)
      .setExpirationTime('5m')
      .sign(key.privateKey);
    expect(await refusal(ahead)).toBe('TOKEN_NOT_YET_VALID');
  });

  it.each([
    [{ department: undefined }],
    [{ department: 'Tax:*' }],
    [{ department: ['tax'] }],
    [{ department: 'service' }],
    [{ department: 'gateway' }],
    [{ scope: 'registry:*' }],
    [{ scope: 'gateway:plan:read registry:*' }],
    [{ scope: ['gateway:plan:read'] }],
    [{ enterprise: '91350100M000100Y43' }],
    [{ department: undefined, enterprise: '91350100M000100Y44' }],
    [{ department: undefined, enterprise: '91350100m000100y43' }],
    [{ department: undefined, enterprise: 1 }],
    [{ sub: '' }],
  ])('is refused for what it says of its holder: %j', async (claims) => {
    expect(await refusal(await tokenWith(claims))).toBe('TOKEN_CLAIMS_INVALID');
  });
});
