import { LRUCache } from 'lru-cache';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import { agencyStanding, type AgencyStanding } from '../agencies/CreditAgencyDocument.ts';
import { authorisationsOf, type AuthorisationDocument } from './AuthorisationDocument.ts';
import { authorisationVersion } from './AuthorisationVersion.ts';

/** As much of an authorisation as decides whether it can be used, and for what. */
export type KnownAuthorisation = Pick<
  AuthorisationDocument,
  '_id' | 'subject' | 'querier' | 'purpose' | 'factTypes' | 'fields' | 'from' | 'until' | 'usage' | 'used' | 'revokedAt'
>;

type OfficeDatabase = Pick<DepartmentDatabase, 'db'>;

/**
 * How long it is believed that nothing was taken back, in milliseconds, before the version is read again. So much later than the process that
 * took an authorisation back the others refuse it.
 */
const FRESH_MS = 250;
/**
 * For how long anything is remembered at most, in milliseconds, whatever the version says: of a database that was restored, or whose shards
 * show a change one after the other.
 */
const KEPT_MS = 60_000;
const MOST_AUTHORISATIONS = 10_000;
const MOST_AGENCIES = 1_000;
const PARTS = Object.fromEntries(
  ['subject', 'querier', 'purpose', 'factTypes', 'fields', 'from', 'until', 'usage', 'used', 'revokedAt'].map(
    (part) => [part, 1] as const,
  ),
);

/**
 * Authorisations and agencies as they were read, remembered as long as nobody took anything away: the version, which changes with each
 * authorisation that is taken back and each change of the register, is read at most each quarter of a second, while there are questions.
 * What a person can add is not remembered as missing. How often an authorisation was used is not known from here.
 */
export class KnownAuthorisations {
  readonly #database: OfficeDatabase;
  readonly #authorisations: LRUCache<string, KnownAuthorisation>;
  readonly #standings: LRUCache<string, AgencyStanding>;
  #version = 0;
  #checkedAt = -Infinity;
  #check: Promise<void> | undefined;
  #changes = 0;

  /**
   * @param database - of the financial office
   * @param ttl - for how long anything is remembered at most, in milliseconds
   */
  constructor(database: OfficeDatabase, ttl = KEPT_MS) {
    this.#database = database;
    this.#authorisations = new LRUCache({ max: MOST_AUTHORISATIONS, ttl });
    this.#standings = new LRUCache({ max: MOST_AGENCIES, ttl });
  }

  /**
   * Finds an authorisation, whoever asks.
   *
   * @param number - its number
   */
  async authorisation(number: string): Promise<KnownAuthorisation | null> {
    return this.#found(this.#authorisations, number, () =>
      authorisationsOf(this.#database).findOne({ _id: number }, { projection: PARTS }),
    );
  }

  /**
   * Tells where an agency stands.
   *
   * @param uscc - its code
   */
  async standing(uscc: string): Promise<AgencyStanding> {
    const found = await this.#found(this.#standings, uscc, async () => {
      const standing = await agencyStanding(this.#database, uscc);
      return standing === 'UNKNOWN' ? null : standing;
    });
    return found ?? 'UNKNOWN';
  }

  /** To be called where this process took something away, once it is written: nothing that was read before counts any more. */
  forget(): void {
    this.#changes += 1;
    this.#checkedAt = -Infinity;
  }

  async #found<T extends object | string>(
    known: LRUCache<string, T>,
    key: string,
    read: () => Promise<T | null>,
  ): Promise<T | null> {
    if (performance.now() - this.#checkedAt >= FRESH_MS) await this.#checkVersion();
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const version = this.#version;
    const found = await read();
    // What was read before the version changed may be what was taken back with it.
    if (found !== null && version === this.#version) known.set(key, found);
    return found;
  }

  async #checkVersion(): Promise<void> {
    const changes = this.#changes;
    this.#check ??= this.#readVersion().finally(() => {
      this.#check = undefined;
    });
    await this.#check;
    if (changes !== this.#changes) await this.#checkVersion();
  }

  async #readVersion(): Promise<void> {
    const { startedAt, changes } = { startedAt: performance.now(), changes: this.#changes };
    const version = await authorisationVersion(this.#database);
    if (version !== this.#version) {
      this.#authorisations.clear();
      this.#standings.clear();
      this.#version = version;
    }
    if (changes === this.#changes) this.#checkedAt = startedAt;
  }
}
