import { randomBytes } from 'node:crypto';
import type { ClientDocument, CredentialDocument, CredentialKind } from './ClientDocument.ts';
import { makeCredential } from './credentialText.ts';
import type { IdentityDatabase } from './IdentityDatabase.ts';

/** Who is registered. */
export type ClientWish = Pick<ClientDocument, 'name' | 'audience' | 'scopes' | 'createdBy'> &
  Partial<Pick<ClientDocument, 'department' | 'organisation' | 'documents' | 'isDevelopment'>>;

/** For how long a credential is given. */
export interface Validity {
  readonly now: Date;
  /** How long it is valid, in milliseconds. */
  readonly ttlMs: number;
}

/** A credential that was just given: its text is nowhere else. */
export interface GivenCredential {
  readonly client: string;
  readonly id: string;
  readonly text: string;
  readonly expiresAt: Date;
}

const MAJORITY = { writeConcern: { w: 'majority' } } as const;

/**
 * Registers a client, which has no credential yet.
 *
 * @param database - of clients
 * @param wish - who it is
 * @param now - the time of it
 * @returns its client id
 */
export async function createClient({ clients }: IdentityDatabase, wish: ClientWish, now: Date): Promise<string> {
  const _id = `c_${randomBytes(8).toString('hex')}`;
  await clients.insertOne({ _id, ...wish, createdAt: now, credentials: [] }, MAJORITY);
  return _id;
}

/**
 * Gives a client a further credential.
 *
 * @param database - of clients
 * @param client - its id
 * @param kind - what it is for
 * @param validity - for how long
 * @returns undefined where there is no such client, or it was revoked
 */
export async function addCredential(
  { clients }: IdentityDatabase,
  client: string,
  kind: CredentialKind,
  validity: Validity,
): Promise<GivenCredential | undefined> {
  const { text, ...kept } = await newCredential(kind, validity);
  const { matchedCount } = await clients.updateOne(
    { _id: client, revokedAt: { $exists: false } },
    { $push: { credentials: kept } },
    MAJORITY,
  );
  return matchedCount === 0 ? undefined : { client, id: kept.id, text, expiresAt: kept.expiresAt };
}

/**
 * Replaces a credential by a new one of the same kind, in one step.
 *
 * @param database - of clients
 * @param id - the visible id of the old one
 * @param validity - of the new one; the old one ends after `graceMs`
 * @returns undefined where there is no such credential that is valid
 */
export async function rotateCredential(
  { clients }: IdentityDatabase,
  id: string,
  validity: Validity & { readonly graceMs: number },
): Promise<GivenCredential | undefined> {
  const isValid = { id, revokedAt: { $exists: false }, expiresAt: { $gt: validity.now } };
  const owner = await clients.findOne({ revokedAt: { $exists: false }, credentials: { $elemMatch: isValid } });
  const old = owner?.credentials.find((credential) => credential.id === id);
  if (owner === null || old === undefined) return undefined;
  const { text, ...kept } = await newCredential(old.kind, validity);
  const ends = new Date(Math.min(validity.now.getTime() + validity.graceMs, old.expiresAt.getTime()));
  const credentials = owner.credentials.map((credential) =>
    credential === old ? { ...old, expiresAt: ends } : credential,
  );
  const { matchedCount } = await clients.updateOne(
    { _id: owner._id, revokedAt: { $exists: false }, credentials: owner.credentials },
    { $set: { credentials: [...credentials, kept] } },
    MAJORITY,
  );
  return matchedCount === 0 ? undefined : { client: owner._id, id: kept.id, text, expiresAt: kept.expiresAt };
}

/**
 * Revokes a client with all that it has, or one credential of a client. It is for ever.
 *
 * @param database - of clients
 * @param id - of the client, or of the credential
 * @param now - the time of it
 * @returns whether there is such a one; also where it was revoked before
 */
export async function revoke({ clients }: IdentityDatabase, id: string, now: Date): Promise<boolean> {
  await clients.updateOne({ _id: id, revokedAt: { $exists: false } }, { $set: { revokedAt: now } }, MAJORITY);
  await clients.updateOne(
    { credentials: { $elemMatch: { id, revokedAt: { $exists: false } } } },
    { $set: { 'credentials.$.revokedAt': now } },
    MAJORITY,
  );
  const found = await clients.findOne({ $or: [{ _id: id }, { 'credentials.id': id }] }, { projection: { _id: 1 } });
  return found !== null;
}

/**
 * All clients, the revoked ones included, in the order of their registration.
 *
 * @param database - of clients
 */
export async function listClients({ clients }: IdentityDatabase): Promise<readonly ClientDocument[]> {
  return clients.find().sort({ createdAt: 1, _id: 1 }).toArray();
}

async function newCredential(
  kind: CredentialKind,
  { now, ttlMs }: Validity,
): Promise<CredentialDocument & { readonly text: string }> {
  const made = await makeCredential(kind);
  return { ...made, kind, createdAt: now, expiresAt: new Date(now.getTime() + ttlMs) };
}
