import { base64url, decodeJwt, SignJWT } from 'jose';
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

  /** What a refusal says; it must be the same for every reason. */
  const refusal = (token: string) =>
    verifyDevToken(key, token).then(
      () => 'accepted',
      (error: unknown) => (error as { toJSON(): unknown }).toJSON(),
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

  it('is refused in the same words, whatever is wrong with it', async () => {
    const valid = await signDevToken(key, GRANT);
    const [head = '', body = '', signature = ''] = valid.split('.');
    const unsigned = base64url.encode(JSON.stringify({ alg: 'none' }));
    const changed = base64url.encode(JSON.stringify({ ...decodeJwt(valid), department: 'judiciary' }));
    const tokens = [
      '',
      'nonsense',
      'a.b.c',
      `${unsigned}.${body}.`,
      `${head}.${changed}.${signature}`,
      await signDevToken(other, GRANT),
      await signDevToken(key, { ...GRANT, ttl: -60 }),
      await tokenWith({ iss: 'somebody-else' }),
      await tokenWith({ aud: 'another-service' }),
      await tokenWith({ department: undefined }),
      await tokenWith({ department: 'Tax:*' }),
      await tokenWith({ department: ['tax'] }),
      await tokenWith({ department: 'service' }),
      await tokenWith({ department: 'gateway' }),
      await tokenWith({ scope: 'registry:*' }),
      await tokenWith({ scope: ['gateway:plan:read'] }),
      await tokenWith({ enterprise: '91350100M000100Y43' }),
      await tokenWith({ department: undefined, enterprise: '91350100M000100Y44' }),
      await tokenWith({ department: undefined, enterprise: '91350100m000100y43' }),
      await tokenWith({ department: undefined, enterprise: 1 }),
      await tokenWith({ sub: '' }),
    ];
    const refusals = await Promise.all(tokens.map(refusal));
    expect(new Set(refusals.map((said) => JSON.stringify(said)))).toEqual(
      new Set([
        JSON.stringify({
          message: 'The access token is not valid, or no longer.',
          extensions: { code: 'TOKEN_INVALID', details: {} },
        }),
      ]),
    );
    expect(await refusal(await tokenWith({}))).toBe('accepted');
  });
});
