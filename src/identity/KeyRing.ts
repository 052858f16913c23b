import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CryptoKey } from 'jose';
import { openKeyPair, type KeyPair } from './keys.ts';
import { retiredKeys, type RetiredKey } from './retiredKeys.ts';
import type { TokenKeys } from './TokenKeys.ts';

/** What the folder held when it was read. */
interface Loaded {
  readonly mark: string;
  readonly pair: KeyPair;
  readonly retired: ReadonlyMap<string, RetiredKey>;
}

/** How often the folder is looked at, at most; a rotation is known within this time. */
const LOOK_EVERY_MS = 250;

/** The keys of one purpose in a folder, followed while they are rotated. The first use makes the first key. */
export class KeyRing implements TokenKeys {
  readonly #folder: string;
  readonly #purpose: string;
  #loaded: Loaded | undefined;
  #look: Promise<Loaded> | undefined;
  #lookedAt = -Infinity;

  /**
   * @param folder - the folder of all keys, `KEYS_DIR`
   * @param purpose - of the keys
   */
  constructor(folder: string, purpose: string) {
    this.#folder = folder;
    this.#purpose = purpose;
  }

  /** The key pair that signs now. */
  async signing(): Promise<KeyPair> {
    return (await this.#current()).pair;
  }

  /**
   * The public key of an id, where it signs now or its grace has not run out.
   *
   * @param kid - key id; undefined stands for the key that signs now
   */
  async keyFor(kid: string | undefined): Promise<CryptoKey | undefined> {
    const { pair, retired } = await this.#current();
    if (kid === undefined || kid === pair.kid) return pair.publicKey;
    const old = retired.get(kid);
    return old !== undefined && old.acceptedUntil > Date.now() ? old.publicKey : undefined;
  }

  async #current(): Promise<Loaded> {
    if (this.#loaded && performance.now() - this.#lookedAt < LOOK_EVERY_MS) return this.#loaded;
    this.#look ??= this.#reload().finally(() => (this.#look = undefined));
    return this.#look;
  }

  async #reload(): Promise<Loaded> {
    const startedAt = performance.now();
    if (this.#loaded === undefined) await openKeyPair(this.#folder, this.#purpose);
    // Where the folder can not be looked at for a moment, what is known goes on: a process must be able to end in order.
    const known = this.#loaded;
    const mark = await (known === undefined ? this.#mark() : this.#mark().catch(() => known.mark));
    if (this.#loaded?.mark !== mark) {
      const [pair, retired] = await Promise.all([
        openKeyPair(this.#folder, this.#purpose),
        retiredKeys(this.#folder, this.#purpose),
      ]);
      this.#loaded = { mark, pair, retired };
    }
    this.#lookedAt = startedAt;
    return this.#loaded;
  }

  /** Another one after each rotation: a file in the folder was replaced, and the private key is another file. */
  async #mark(): Promise<string> {
    const [folder, file] = await Promise.all([stat(this.#folder), stat(join(this.#folder, `${this.#purpose}.jwk`))]);
    return [folder.mtimeMs, file.ino, file.mtimeMs].join(':');
  }
}
