import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('the key pair of a purpose', () => {
  const root = temporaryFolder();

  it('is made at the first time, in files that nobody else reads', async () => {
    const folder = join(root, 'keys');
    const { kid } = await openKeyPair(folder, 'tokens');
    expect(readdirSync(folder).toSorted()).toEqual(['tokens.jwk', 'tokens.pub.jwk']);
    expect(modeOf(join(folder, 'tokens.jwk'))).toBe(0o600);
    expect(modeOf(folder)).toBe(0o700);
    expect(JSON.parse(readFileSync(join(folder, 'tokens.jwk'), 'utf8'))).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    const shared = JSON.parse(readFileSync(join(folder, 'tokens.pub.jwk'), 'utf8')) as object;
    expect(Object.keys(shared).toSorted()).toEqual(['crv', 'kty', 'x']);
    expect(kid).toMatch(/^[\w-]{43}$/);
  });

  it('is the same one ever after, and another one for another purpose', async () => {
    const folder = join(root, 'keys');
    const first = await openKeyPair(folder, 'tokens');
    expect((await openKeyPair(folder, 'tokens')).kid).toBe(first.kid);
    expect((await openKeyPair(folder, 'reports')).kid).not.toBe(first.kid);
  });

  it('is one for all processes that start at the same time', async () => {
    const folder = join(root, 'race');
    const pairs = await Promise.all(Array.from({ length: 8 }, () => openKeyPair(folder, 'tokens')));
    expect(new Set(pairs.map(({ kid }) => kid)).size).toBe(1);
    expect(readdirSync(folder).toSorted()).toEqual(['tokens.jwk', 'tokens.pub.jwk']);
  });

  for (const [name, content] of [
    ['no JSON', '{'],
    ['a key of another kind', '{"kty":"oct","k":"AAAA"}'],
    ['a public key alone', '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'],
  ] as const) {
    it(`is refused where the file holds ${name}, and the file is left as it is`, async () => {
      const folder = join(root, name.replaceAll(' ', '-'));
      mkdirSync(folder);
      writeFileSync(join(folder, 'tokens.jwk'), content);
      chmodSync(join(folder, 'tokens.jwk'), 0o600);
      await expect(openKeyPair(folder, 'tokens')).rejects.toThrow(/^The key file .*tokens\.jwk /);
      expect(readFileSync(join(folder, 'tokens.jwk'), 'utf8')).toBe(content);
    });
  }
});
