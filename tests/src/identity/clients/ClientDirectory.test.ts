import { setTimeout as pause } from 'node:timers/promises';
import { openConnection } from '../../../../src/data/DepartmentDatabase.ts';
import { ClientDirectory } from '../../../../src/identity/clients/ClientDirectory.ts';
import type { CredentialKind } from '../../../../src/identity/clients/ClientDocument.ts';
import { openIdentityDatabase, type IdentityDatabase } from '../../../../src/identity/clients/IdentityDatabase.ts';
import {
  addCredential,
  createClient,
  listClients,
  revoke,
  rotateCredential,
  type GivenCredential,
} from '../../../../src/identity/clients/manageClients.ts';
import { testDatabase } from '../../../kit/mongo.ts';

const HOUR_MS = 3_600_000;
const NOW = (): Date => new Date();
/** Longer than anything is remembered. */
const FORGET_MS = 500;

describe('the directory of clients', () => {
  const server = testDatabase();
  let database: IdentityDatabase;
  let directory: ClientDirectory;

  beforeAll(async () => {
    database = await openIdentityDatabase(await openConnection(server.uri), server.prefix);
    directory = new ClientDirectory(database);
  });
  afterAll(async () => {
    await database.connection.close();
    await server.drop();
  });

  const given = async (kind: CredentialKind, ttlMs = HOUR_MS): Promise<GivenCredential> => {
    const wish = { name: '某征信', audience: 'AGENCY', scopes: ['a:b:read'], createdBy: 'test' } as const;
    const credential = await addCredential(database, await createClient(database, wish, NOW()), kind, {
      now: NOW(),
      ttlMs,
    });
    if (credential === undefined) throw new Error('no credential');
    return credential;
  };
  const codeOf = (text: string): Promise<string> =>
    directory.callerOfKey(text).then(
      () => 'accepted',
      (error: unknown) => String((error as { code: unknown }).code),
    );

  it('keeps nothing by which a credential could be used', async () => {
    const [key, secret] = [await given('KEY'), await given('SECRET')];
    const stored = JSON.stringify(await listClients(database));
    for (const { id, text } of [key, secret]) {
      expect(stored).toContain(id);
      expect(stored).not.toContain(text.slice(id.length));
    }
    expect(stored).toMatch(/"digest":"sha256\$[\w-]{43}"/);
    expect(stored).toMatch(/"digest":"scrypt-16384\$[\w-]{22}\$[\w-]{43}"/);
  });

  it('tells the holder of a right key alone that it was revoked or has expired', async () => {
    const [valid, expired, revoked] = [await given('KEY'), await given('KEY', -1), await given('KEY')];
    await revoke(database, revoked.client, NOW());
    expect(await codeOf(valid.text)).toBe('accepted');
    expect(await codeOf(expired.text)).toBe('API_KEY_EXPIRED');
    expect(await codeOf(revoked.text)).toBe('API_KEY_REVOKED');
    for (const { id } of [valid, expired, revoked]) {
      expect(await codeOf(`${id}_${'A'.repeat(43)}`)).toBe('API_KEY_UNKNOWN');
    }
  });

  it('finds a client by its secret, and by no key, other secret or other id', async () => {
    const [secret, other, key] = [await given('SECRET'), await given('SECRET'), await given('KEY')];
    expect((await directory.clientOfSecret(secret.client, secret.text))?._id).toBe(secret.client);
    expect(await directory.clientOfSecret(secret.client, other.text)).toBeUndefined();
    expect(await directory.clientOfSecret(other.client, secret.text)).toBeUndefined();
    expect(await directory.clientOfSecret(key.client, key.text)).toBeUndefined();
    expect(await directory.clientOfSecret(secret.client, '')).toBeUndefined();
  });

  it('gives a token no scope that its client does not have any more', async () => {
    const { client } = await given('SECRET');
    const caller = await directory.callerOfToken(client, ['a:b:read', 'a:b:write']);
    expect(caller.scopes).toEqual(new Set(['a:b:read']));
    await expect(directory.callerOfToken('c_none', [])).rejects.toMatchObject({ code: 'CLIENT_REVOKED' });
  });

  it('replaces a key by another one, at once or after a grace', async () => {
    const [atOnce, later] = [await given('KEY'), await given('KEY')];
    const validity = { now: NOW(), ttlMs: HOUR_MS };
    const first = await rotateCredential(database, atOnce.id, { ...validity, graceMs: 0 });
    const second = await rotateCredential(database, later.id, { ...validity, graceMs: HOUR_MS / 2 });
    expect([first?.client, second?.client]).toEqual([atOnce.client, later.client]);
    expect(await codeOf(atOnce.text)).toBe('API_KEY_EXPIRED');
    expect(await codeOf(later.text)).toBe('accepted');
    expect([await codeOf(first?.text ?? ''), await codeOf(second?.text ?? '')]).toEqual(['accepted', 'accepted']);
    expect(await rotateCredential(database, atOnce.id, { ...validity, graceMs: 0 })).toBeUndefined();
    expect(await rotateCredential(database, 'cgk_000000000000', { ...validity, graceMs: 0 })).toBeUndefined();
  });

  it('forgets within half a second what it has read, and gives a revoked client nothing new', async () => {
    const { client, id, text } = await given('KEY');
    expect(await codeOf(text)).toBe('accepted');
    expect(await revoke(database, id, NOW())).toBe(true);
    await pause(FORGET_MS);
    expect(await codeOf(text)).toBe('API_KEY_REVOKED');
    expect(await revoke(database, client, NOW())).toBe(true);
    expect(await addCredential(database, client, 'KEY', { now: NOW(), ttlMs: HOUR_MS })).toBeUndefined();
    expect(await revoke(database, 'c_none', NOW())).toBe(false);
  });

  it('says that it does not know, rather than refuse or accept, while its database does not answer', async () => {
    const { text } = await given('KEY');
    const away = await openConnection(server.uri);
    const blind = new ClientDirectory(await openIdentityDatabase(away, server.prefix));
    await away.close();
    await expect(blind.callerOfKey(text)).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE' });
  });
});
