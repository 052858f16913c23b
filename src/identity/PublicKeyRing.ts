import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CryptoKey } from 'jose';
import { readPublicKey, retiredKeys, type RetiredKey } from './retiredKeys.ts';
import type { TokenKeys } from './TokenKeys.ts';

/** What the folder held when it was read. */
interface Loaded {
  readonly mark: string;
  readonly kid: string;
  readonly publicKey: CryptoKey;
  readonly retired: ReadonlyMap<string, RetiredKey>;
}

/** How often the folder is looked at, at most, as long as only known keys are asked for. */
const LOOK_EVERY_MS = 250;
/** How often it is looked at where unknown ones are: what was signed right after a rotation is known at once. */
const UNKNOWN_EVERY_MS = 20;

/**
 * The public halves of the keys of one purpose, for a process that only checks what another one signs: nothing is ever made or
 * written here. Followed while they are rotated.
 */
export class PublicKeyRing implements Pick<TokenKeys, 'keyFor'> {
  readonly #folder: string;
  readonly #purpose: string;
  #loaded: Loaded | undefined;
  #look: Promise<Loaded> | undefined;
  #lookedAt = -Infinity;

  /**
   * @param folder - holds `<purpose>.pub.jwk`, and those that it replaced
   * @param purpose - of the keys
   */
  constructor(folder: string, purpose: string) {
    this.#folder = folder;
    this.#purpose = purpose;
  }

  /**
   * The public key of an id, where it signs now or its grace has not run out.
   *
   * @param kid - key id; undefined stands for the key that signs now
   * @throws Error where there is no key yet, or the folder can not be read
   */
  async keyFor(kid: string | undefined): Promise<CryptoKey | undefined> {
    const known = keyOf(await this.#current(LOOK_EVERY_MS), kid);
    return known ?? keyOf(await this.#current(UNKNOWN_EVERY_MS), kid);
  }

  async #current(everyMs: number): Promise<Loaded> {
    if (this.#loaded && performance.now() - this.#lookedAt < everyMs) return this.#loaded;
    this.#look ??= this.#reload().finally(() => (this.#look = undefined));
    return this.#look;
  }

  async #reload(): Promise<Loaded> {
    const startedAt = performance.now();
    const path = join(this.#folder, `${this.#purpose}.pub.jwk`);
    const [folder, file] = await Promise.all([stat(this.#folder), stat(path)]);
    const mark = [folder.mtimeMs, file.ino, file.mtimeMs].join(':');
    if (this.#loaded?.mark !== mark) {
      const [key, retired] = await Promise.all([readPublicKey(path), retiredKeys(this.#folder, this.#purpose)]);
      this.#loaded = { mark, kid: key.kid, publicKey: key.publicKey, retired };
    }
    this.#lookedAt = startedAt;
    return this.#loaded;
  }
}

function keyOf({ kid: present, publicKey, retired }: Loaded, kid: string | undefined): CryptoKey | undefined {
  if (kid === undefined || kid === present) return publicKey;
  const old = retired.get(kid);
  return old !== undefined && old.acceptedUntil > Date.now() ? old.publicKey : undefined;
}
