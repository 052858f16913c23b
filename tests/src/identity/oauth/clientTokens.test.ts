import { jest } from '@jest/globals';
import { join } from 'node:path';
import fastify from 'fastify';
import {
  base64url,
  decodeJwt,
  exportSPKI,
  SignJWT,
  UnsecuredJWT,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';
import { answerErrors } from '../../../../gateway/http/errorReplies.ts';
import { KERNEL_ERRORS } from '../../../../src/errors/codes.ts';
import { IDENTITY_ERRORS } from '../../../../src/errors/identityCodes.ts';
import { KeyRing } from '../../../../src/identity/KeyRing.ts';
import { CLIENT_ISSUER, signClientToken, verifyClientToken } from '../../../../src/identity/oauth/clientTokens.ts';
import { rotateKey } from '../../../../src/identity/rotateKey.ts';
import { silent } from '../../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';

const TOKEN = { client: 'c_0123456789abcdef', scopes: ['tax:rating:read', 'tax:rating:write'] };
/** Seconds: clocks may differ by five. */
const [SKEW, BEYOND] = [4, 6];
const WAITING = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
] as const;

describe('the token of a client', () => {
  const folder = temporaryFolder();
  const ring = (name = 'keys') => new KeyRing(join(folder, name), 'tokens');
  const keys = ring();
  /** Tokens, read again and again by one process. */
  const server = fastify();
  answerErrors(server, { table: { ...KERNEL_ERRORS, ...IDENTITY_ERRORS }, logger: silent });
  server.post<{ Querystring: { readonly keys?: string } }>('/', async ({ headers, query }) =>
    verifyClientToken(query.keys === undefined ? keys : ring(query.keys), headers.authorization ?? ''),
  );
  // Time stands still, but nothing that waits does.
  beforeAll(() => jest.useFakeTimers({ doNotFake: [...WAITING, 'clearImmediate', 'clearInterval', 'clearTimeout'] }));
  afterAll(async () => {
    jest.useRealTimers();
    await server.close();
  });

  const sent = async (token: string, name?: string) => {
    const query = name === undefined ? {} : { keys: name };
    const { statusCode, body } = await server.inject({
      method: 'POST',
      url: '/',
      query,
      headers: { authorization: token },
    });
    const { errors } = JSON.parse(body) as {
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    return [statusCode, errors?.[0]?.extensions.code ?? JSON.parse(body)] as const;
  };
  const now = () => Math.floor(Date.now() / 1_000);
  const claims = (other: Readonly<Record<string, unknown>>): JWTPayload => ({
    ...{ iss: CLIENT_ISSUER, aud: 'credit-graph', sub: TOKEN.client, scope: TOKEN.scopes.join(' ') },
    ...{ iat: now(), exp: now() + 60, ...other },
  });
  /** One that is right but for what a case changes. */
  const tokenWith = async (
    other: Readonly<Record<string, unknown>>,
    header: Partial<JWTHeaderParameters> = {},
  ): Promise<string> => {
    const { kid, privateKey } = await keys.signing();
    const given = Object.fromEntries(Object.entries(claims(other)).filter(([, value]) => value !== undefined));
    return new SignJWT(given).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt', ...header }).sign(privateKey);
  };

  it('tells the client and the scopes that it was given', async () => {
    expect(await sent(await signClientToken(keys, TOKEN))).toEqual([200, TOKEN]);
    expect(await sent(await tokenWith({}))).toEqual([200, TOKEN]);
  });

  it.each([
    ['is over', { exp: -SKEW }],
    ['is not valid yet', { nbf: SKEW }],
    ['comes from ahead', { iat: SKEW }],
  ])('is taken where it %s within what clocks may differ', async (_what, seconds) => {
    expect(await sent(await tokenWith(fromNow(seconds)))).toEqual([200, TOKEN]);
  });

  it.each([
    ['is over', 'TOKEN_EXPIRED', { exp: -BEYOND }],
    ['is not valid yet', 'TOKEN_NOT_YET_VALID', { nbf: BEYOND }],
    ['comes from ahead', 'TOKEN_NOT_YET_VALID', { iat: BEYOND }],
  ])('is refused where it %s by more than that', async (_what, code, seconds) => {
    expect(await sent(await tokenWith(fromNow(seconds)))).toEqual([401, code]);
  });

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['for another service', 'TOKEN_AUDIENCE_WRONG', { aud: 'credit-graph-development' }],
    ['of another issuer', 'TOKEN_ISSUER_UNKNOWN', { iss: 'credit-graph' }],
    ['of nobody', 'TOKEN_CLAIMS_INVALID', { sub: undefined }],
    ['without an end', 'TOKEN_CLAIMS_INVALID', { exp: undefined }],
    ['without scopes', 'TOKEN_CLAIMS_INVALID', { scope: undefined }],
    ['whose scopes are no text', 'TOKEN_CLAIMS_INVALID', { scope: TOKEN.scopes }],
  ])('is refused where it is one %s', async (_what, code, other) => {
    expect(await sent(await tokenWith(other))).toEqual([401, code]);
  });

  it.each(['JWT', 'credit-graph-caller+jwt', undefined])('is refused where its type is %s', async (typ) => {
    const { kid, privateKey } = await keys.signing();
    const header = { alg: 'EdDSA', kid, ...(typ !== undefined && { typ }) };
    const token = await new SignJWT(claims({})).setProtectedHeader(header).sign(privateKey);
    expect(await sent(token)).toEqual([401, 'TOKEN_INVALID']);
  });

  it('is refused where nobody here has signed it as it should be', async () => {
    const valid = await tokenWith({});
    const { kid, publicKey } = await publicKeyOf();
    const [head = '', , signature = ''] = valid.split('.');
    const widened = base64url.encode(JSON.stringify({ ...decodeJwt(valid), scope: 'registry:*' }));
    const shared = new TextEncoder().encode(publicKey);
    const confused = new SignJWT(claims({})).setProtectedHeader({ alg: 'HS256', kid, typ: 'at+jwt' });
    const { privateKey } = await ring('foreign').signing();
    const forged = new SignJWT(claims({})).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' });
    const tokens = {
      unsigned: new UnsecuredJWT(claims({})).encode(),
      unsignedWithKey: `${base64url.encode(JSON.stringify({ alg: 'none', kid, typ: 'at+jwt' }))}.${widened}.`,
      signedWithThePublicKey: await confused.sign(shared),
      altered: `${head}.${widened}.${signature}`,
      withoutItsSignature: `${head}.${valid.split('.')[1] ?? ''}.`,
      signedByAnother: await forged.sign(privateKey),
      nonsense: 'nonsense',
    };
    for (const [what, token] of Object.entries(tokens)) {
      expect([what, await sent(token)]).toEqual([what, [401, 'TOKEN_INVALID']]);
    }
  });

  it('is refused where its key is not known, and taken as long as a replaced key has its grace', async () => {
    const unknown = await signClientToken(ring('foreign'), TOKEN);
    expect(await sent(unknown)).toEqual([401, 'TOKEN_KEY_UNKNOWN']);
    for (const [name, graceMs] of [
      ['kept', 60_000],
      ['replaced', 0],
    ] as const) {
      const old = await signClientToken(ring(name), TOKEN);
      await rotateKey(join(folder, name), 'tokens', { graceMs, now: new Date() });
      expect([name, await sent(old, name)]).toEqual([name, graceMs > 0 ? [200, TOKEN] : [401, 'TOKEN_KEY_UNKNOWN']]);
      expect(await sent(await signClientToken(ring(name), TOKEN), name)).toEqual([200, TOKEN]);
    }
  });

  async function publicKeyOf() {
    const { kid } = await keys.signing();
    const key = await keys.keyFor(kid);
    if (key === undefined) throw new Error('no key');
    return { kid, publicKey: await exportSPKI(key) };
  }

  function fromNow(seconds: Readonly<Record<string, number>>): JWTPayload {
    return Object.fromEntries(Object.entries(seconds).map(([claim, value]) => [claim, now() + value]));
  }
});
