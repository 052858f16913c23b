import { SignJWT } from 'jose';
import { OidcIssuer } from '../../../../src/identity/oidc/OidcIssuer.ts';
import { OIDC_AUDIENCE, startIdentityProvider, type IdentityProvider } from '../../../kit/startIdentityProvider.ts';

describe('tokens of an identity provider', () => {
  let provider: IdentityProvider;

  beforeEach(async () => {
    provider = await startIdentityProvider();
  });
  afterEach(() => provider.stop().catch(() => undefined));

  const issuerOf = (cooldownMs = 0): OidcIssuer =>
    new OidcIssuer({ issuer: provider.issuer, audience: OIDC_AUDIENCE, cooldownMs });
  const codeOf = (issuer: OidcIssuer, token: string): Promise<string> =>
    issuer.verify(token).then(
      () => 'accepted',
      (error: unknown) => String((error as { extensions: { code: unknown } }).extensions.code),
    );

  it('are checked by keys that are found by discovery and fetched once', async () => {
    const issuer = issuerOf();
    const token = await provider.token();
    expect(await Promise.all([1, 2, 3].map(() => codeOf(issuer, token)))).toEqual(['accepted', 'accepted', 'accepted']);
    expect(provider.fetches()).toBe(1);
    const direct = new OidcIssuer({
      issuer: provider.issuer,
      audience: OIDC_AUDIENCE,
      jwksUri: `${provider.issuer}/certs`,
    });
    expect(await codeOf(direct, token)).toBe('accepted');
  });

  it('are accepted of a new key, and refused of the one that it replaced', async () => {
    const issuer = issuerOf();
    const old = await provider.token();
    expect(await codeOf(issuer, old)).toBe('accepted');
    await provider.rotate();
    expect(await codeOf(issuer, await provider.token())).toBe('accepted');
    expect(await codeOf(issuer, old)).toBe('TOKEN_KEY_UNKNOWN');
  });

  it('of unknown keys do not let the provider be asked again and again', async () => {
    const issuer = issuerOf(60_000);
    expect(await codeOf(issuer, await provider.token())).toBe('accepted');
    await provider.rotate();
    const token = await provider.token();
    for (let times = 0; times < 5; times += 1) expect(await codeOf(issuer, token)).toBe('TOKEN_KEY_UNKNOWN');
    expect(provider.fetches()).toBe(1);
  });

  it('are refused with the reason', async () => {
    const issuer = issuerOf();
    const now = Math.floor(Date.now() / 1_000);
    const tokens = {
      TOKEN_AUDIENCE_WRONG: await provider.token({ aud: 'another' }),
      TOKEN_ISSUER_UNKNOWN: await provider.token({ iss: 'https://another.example' }),
      TOKEN_EXPIRED: await provider.token({ exp: now - 31 }),
      TOKEN_NOT_YET_VALID: await provider.token({ nbf: now + 60 }),
      TOKEN_CLAIMS_INVALID: await provider.token({ sub: undefined } as unknown as Record<string, unknown>),
    };
    for (const [code, token] of Object.entries(tokens)) expect(await codeOf(issuer, token)).toBe(code);
    expect(await codeOf(issuer, await provider.token({ exp: now - 5, nbf: now + 5 }))).toBe('accepted');
  });

  it('are refused where the public key was used as a shared secret', async () => {
    const { kid = '', ...jwk } = provider.publicKey();
    const secret = new TextEncoder().encode(JSON.stringify(jwk));
    const claims = { iss: provider.issuer, aud: OIDC_AUDIENCE, sub: 'li' };
    const forged = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).setExpirationTime('1m').sign(secret);
    expect(await codeOf(issuerOf(), await forged)).toBe('TOKEN_INVALID');
  });

  it('can not be judged while the provider does not answer, and can as soon as it does', async () => {
    const token = await provider.token();
    const away = new OidcIssuer({ issuer: `${provider.issuer}/nowhere`, audience: OIDC_AUDIENCE });
    expect(await codeOf(away, token)).toBe('IDENTITY_UNAVAILABLE');
    const issuer = issuerOf();
    await provider.stop();
    expect(await codeOf(issuer, token)).toBe('IDENTITY_UNAVAILABLE');
  });
});
