import { createLocalJWKSet, compactVerify, type JSONWebKeySet } from 'jose';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { keySigner } from '../../../src/identity/keySigner.ts';
import { publicKeys } from '../../../src/identity/publicKeys.ts';
import { rotateKey } from '../../../src/identity/rotateKey.ts';
import { startToyGateway } from '../../kit/startToyGateway.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('/.well-known/jwks.json', () => {
  const folder = temporaryFolder();
  const replaced = temporaryFolder();

  it('publishes the keys of reports and checkpoints, to any page, and no private part or key of tokens', async () => {
    await openKeyPair(folder, 'tokens');
    const checkpoints = await openKeyPair(folder, 'checkpoints');
    const { kid, jws } = await keySigner(folder).sign('reports', { digest: 'ab' });
    const gateway = await startToyGateway({ publicKeys: () => publicKeys(folder) });
    const { status, headers, body } = await gateway.send('/.well-known/jwks.json');
    await gateway.stop();
    const { keys } = body as unknown as JSONWebKeySet;
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/jwk-set+json; charset=utf-8');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(keys.map((key) => key.kid).toSorted()).toEqual([checkpoints.kid, kid].toSorted());
    for (const key of keys) {
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'purpose', 'use', 'x']);
      expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' });
    }
    await expect(compactVerify(jws, createLocalJWKSet({ keys }))).resolves.toBeDefined();
  });

  it('publishes a key that was replaced beside the new one, and what either signed can be verified', async () => {
    const signer = keySigner(replaced);
    const old = await signer.sign('reports', { digest: 'ab' });
    const gateway = await startToyGateway({ publicKeys: () => publicKeys(replaced) });
    const published = async () => (await gateway.send('/.well-known/jwks.json')).body as unknown as JSONWebKeySet;
    expect((await published()).keys.map((key) => key.kid)).toEqual([old.kid]);
    const { to } = await rotateKey(replaced, 'reports', { graceMs: 0, now: new Date() });
    const fresh = await keySigner(replaced).sign('reports', { digest: 'cd' });
    const known = await published();
    await gateway.stop();
    expect(fresh.kid).toBe(to);
    expect(known.keys.map((key) => key.kid).toSorted()).toEqual([old.kid, to].toSorted());
    for (const { jws } of [old, fresh])
      await expect(compactVerify(jws, createLocalJWKSet(known))).resolves.toBeDefined();
  });

  it('publishes an empty set where nothing is signed', async () => {
    const gateway = await startToyGateway();
    const { body } = await gateway.send('/.well-known/jwks.json');
    await gateway.stop();
    expect(body).toEqual({ keys: [] });
  });
});
