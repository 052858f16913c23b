import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyRing } from '../../../src/identity/KeyRing.ts';
import { PublicKeyRing } from '../../../src/identity/PublicKeyRing.ts';
import { rotateKey } from '../../../src/identity/rotateKey.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('public keys of a purpose', () => {
  const folder = temporaryFolder();
  const ring = new PublicKeyRing(folder, 'inner');

  it('are not there before there is a key, and none is made', async () => {
    await expect(ring.keyFor(undefined)).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).toEqual([]);
  });

  it('are enough to check what is signed, also right after a rotation and while the old key has its grace', async () => {
    const { kid: first } = await new KeyRing(folder, 'inner').signing();
    await rm(join(folder, 'inner.jwk'), { force: true, recursive: true });
    expect([await ring.keyFor(first), await ring.keyFor('unknown')]).toEqual([expect.anything(), undefined]);
  });

  it('follow a rotation at once', async () => {
    const other = temporaryFolderOf('other');
    const { kid: first } = await new KeyRing(other, 'inner').signing();
    const own = new PublicKeyRing(other, 'inner');
    expect(await own.keyFor(first)).toBeDefined();
    const { to } = await rotateKey(other, 'inner', { graceMs: 60_000, now: new Date() });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect([await own.keyFor(to), await own.keyFor(first)]).toEqual([expect.anything(), expect.anything()]);
    const { from } = await rotateKey(other, 'inner', { graceMs: 0, now: new Date() });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([from, await own.keyFor(from)]).toEqual([to, undefined]);
  });

  const temporaryFolderOf = (name: string): string => join(folder, name);
});
