import { LRUCache } from 'lru-cache';
import { IdentityError } from '../../errors/IdentityError.ts';
import type { Caller } from '../Caller.ts';
import type { ClientDocument, CredentialDocument } from './ClientDocument.ts';
import { credentialId, isCredential } from './credentialText.ts';
import type { IdentityDatabase } from './IdentityDatabase.ts';

type Found = ClientDocument | null;

/** Who is known: clients that somebody registered, or those for development as well. */
export type ClientsKnown = 'REGISTERED' | 'WITH_DEVELOPMENT';

/** What was read may be used again for this time, in milliseconds: a revocation is known everywhere well within a second. */
const FRESH_MS = 400;
const MOST_KEPT = 10_000;
/** A database that answers later than this is of no use to a caller who waits. */
const LOOK_MS = 3_000;

/** Finds registered clients by what they send, and notices within half a second when one is revoked. */
export class ClientDirectory {
  readonly #database: IdentityDatabase;
  readonly #knows: ClientsKnown;
  readonly #looks = new LRUCache<string, Promise<Found>>({ max: MOST_KEPT, ttl: FRESH_MS });
  /** Of those who call by a key, made once for each look. */
  readonly #callers = new WeakMap<ClientDocument, Caller>();

  /**
   * @param database - of clients
   * @param knows - whether clients for development are let in, whose keys a database has that was tried with before
   */
  constructor(database: IdentityDatabase, knows: ClientsKnown = 'REGISTERED') {
    this.#database = database;
    this.#knows = knows;
  }

  /**
   * Tells who holds an API key.
   *
   * @param text - as it was sent
   * @throws IdentityError `API_KEY_…` with the reason; only the holder of the right key learns that it was revoked or has expired
   * @throws IdentityError `IDENTITY_UNAVAILABLE` where the database does not answer
   */
  async callerOfKey(text: string): Promise<Caller> {
    const id = credentialId(text);
    if (id?.startsWith('cgk_') !== true) throw new IdentityError('API_KEY_MALFORMED');
    const client = await this.#look({ 'credentials.id': id }, id);
    const credential = client?.credentials.find((candidate) => candidate.id === id);
    const isRight = credential?.kind === 'KEY' && (await isCredential(credential, text));
    if (!client || !isRight) throw new IdentityError('API_KEY_UNKNOWN');
    refuseEnded(client, credential);
    const caller = this.#callers.get(client) ?? callerOf(client, client.scopes);
    this.#callers.set(client, caller);
    return caller;
  }

  /**
   * Tells who holds a token that a client was given.
   *
   * @param id - of the client
   * @param scopes - of the token; those that the client does not have any more are left out
   * @throws IdentityError `CLIENT_REVOKED`, or `IDENTITY_UNAVAILABLE`
   */
  async callerOfToken(id: string, scopes: readonly string[]): Promise<Caller> {
    const client = await this.#look({ _id: id }, id);
    if (!client || client.revokedAt) throw new IdentityError('CLIENT_REVOKED');
    return callerOf(
      client,
      scopes.filter((scope) => client.scopes.includes(scope)),
    );
  }

  /**
   * Finds a client by its id and secret. Not from memory: it is asked for seldom.
   *
   * @param id - the client id
   * @param secret - as it was sent
   * @returns undefined where either is wrong, revoked or has expired; nobody is told which
   */
  async clientOfSecret(id: string, secret: string): Promise<ClientDocument | undefined> {
    const visible = credentialId(secret);
    if (visible === undefined) return undefined;
    const client = await this.#find({ _id: id });
    const credential = client?.credentials.find((candidate) => candidate.id === visible);
    if (!client || credential?.kind !== 'SECRET') return undefined;
    const isOver = client.revokedAt ?? credential.revokedAt ?? credential.expiresAt.getTime() <= Date.now();
    return isOver === false && (await isCredential(credential, secret)) ? client : undefined;
  }

  async #find(filter: object): Promise<Found> {
    const found = await this.#database.clients.findOne(filter, patience());
    return found?.isDevelopment === true && this.#knows === 'REGISTERED' ? null : found;
  }

  async #look(filter: object, key: string): Promise<Found> {
    const known = this.#looks.get(key);
    const look = known ?? this.#find(filter);
    if (known === undefined) this.#looks.set(key, look);
    try {
      return await look;
    } catch (cause) {
      this.#looks.delete(key);
      throw new IdentityError('IDENTITY_UNAVAILABLE', cause);
    }
  }
}

function refuseEnded(client: ClientDocument, credential: CredentialDocument): void {
  if (client.revokedAt || credential.revokedAt) throw new IdentityError('API_KEY_REVOKED');
  if (credential.expiresAt.getTime() <= Date.now()) throw new IdentityError('API_KEY_EXPIRED');
}

function patience(): { readonly signal: AbortSignal } {
  return { signal: AbortSignal.timeout(LOOK_MS) };
}

function callerOf(client: ClientDocument, scopes: readonly string[]): Caller {
  const { _id, audience, department, organisation, documents } = client;
  return {
    audience,
    client: _id,
    operator: _id,
    scopes: new Set(scopes),
    ...(department !== undefined && { department }),
    ...(organisation !== undefined && { organisation }),
    ...(documents !== undefined && { documents }),
  };
}
