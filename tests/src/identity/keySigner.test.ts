import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compactVerify, createLocalJWKSet } from 'jose';
import { keySigner } from '../../../src/identity/keySigner.ts';
import { publicKeys } from '../../../src/identity/publicKeys.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const STATEMENT = { reportNo: 'CR20260615-X', digest: 'ab' };

describe('keySigner', () => {
  const folder = temporaryFolder();

  it('signs what anybody can verify with the published keys', async () => {
    const { kid, jws } = await keySigner(folder).sign('reports', STATEMENT);
    const keys = [...(await publicKeys(folder))];
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet({ keys }));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(STATEMENT);
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid, typ: 'credit-graph-reports+jws' });
    expect(keys.map((key) => key.kid)).toEqual([kid]);
  });

  it('reads its own statement back, and none that was changed, that another key or another purpose signed', async () => {
    const signer = keySigner(folder);
    const { jws } = await signer.sign('reports', STATEMENT);
    expect(await signer.verify('reports', jws)).toEqual(STATEMENT);
    const [head, , signature] = jws.split('.');
    const forged = Buffer.from(JSON.stringify({ ...STATEMENT, digest: 'ac' })).toString('base64url');
    expect(await signer.verify('reports', `${head}.${forged}.${signature}`)).toBeUndefined();
    expect(await signer.verify('reports', 'nonsense')).toBeUndefined();
    const stranger = await keySigner(join(folder, 'stranger')).sign('reports', STATEMENT);
    expect(await signer.verify('reports', stranger.jws)).toBeUndefined();
  });

  it('still verifies what a key of the past signed, whose public part was kept', async () => {
    const past = join(folder, 'past');
    const { kid, jws } = await keySigner(past).sign('reports', STATEMENT);
    const [kept] = await publicKeys(past);
    await writeFile(join(folder, `reports.${kid}.pub.jwk`), JSON.stringify(kept));
    expect(await keySigner(folder).verify('reports', jws)).toEqual(STATEMENT);
  });
});
