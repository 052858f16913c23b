import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { KeyRing } from '../../../src/identity/KeyRing.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { keySigner } from '../../../src/identity/keySigner.ts';
import { publicKeys } from '../../../src/identity/publicKeys.ts';
import { rotateKey } from '../../../src/identity/rotateKey.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const GRACE = { graceMs: 60_000, now: new Date() };
/** Longer than a ring works with what it has read. */
const LOOK_MS = 300;

describe('a key that is rotated', () => {
  const root = temporaryFolder();

  it('has another id, and its predecessor is published for ever, without its private part', async () => {
    const folder = join(root, 'published');
    const first = await openKeyPair(folder, 'reports');
    const { from, to } = await rotateKey(folder, 'reports', GRACE);
    const again = await rotateKey(folder, 'reports', GRACE);
    expect([from, again.from]).toEqual([first.kid, to]);
    expect((await openKeyPair(folder, 'reports')).kid).toBe(again.to);
    const kids = (await publicKeys(folder)).map(({ kid }) => kid);
    expect(kids.toSorted()).toEqual([from, to, again.to].toSorted());
    const files = readdirSync(folder).filter((name) => readFileSync(join(folder, name), 'utf8').includes('"d"'));
    expect(files).toEqual(['reports.jwk']);
    expect(statSync(join(folder, 'reports.jwk')).mode & 0o777).toBe(0o600);
  });

  it('is used by a signer that runs, and what the old one signed still verifies', async () => {
    const folder = join(root, 'signer');
    const signer = keySigner(folder);
    const old = await signer.sign('reports', { no: 1 });
    const { to } = await rotateKey(folder, 'reports', { ...GRACE, graceMs: 0 });
    await pause(LOOK_MS);
    const fresh = await signer.sign('reports', { no: 2 });
    expect(fresh.kid).toBe(to);
    expect(await signer.verify('reports', old.jws)).toEqual({ no: 1 });
    expect(await signer.verify('reports', fresh.jws)).toEqual({ no: 2 });
  });

  it('gives the old one its grace and no more, of its own purpose only', async () => {
    const folder = join(root, 'grace');
    const ring = new KeyRing(folder, 'tokens');
    const other = new KeyRing(folder, 'inner');
    const old = await ring.signing();
    expect(await ring.keyFor(undefined)).toBeDefined();
    await rotateKey(folder, 'tokens', { graceMs: 1_500, now: new Date() });
    await pause(LOOK_MS);
    expect((await ring.signing()).kid).not.toBe(old.kid);
    expect(await ring.keyFor(old.kid)).toBeDefined();
    expect(await other.keyFor(old.kid)).toBeUndefined();
    await pause(1_500);
    expect(await ring.keyFor(old.kid)).toBeUndefined();
    expect(await ring.keyFor((await ring.signing()).kid)).toBeDefined();
  });
});
