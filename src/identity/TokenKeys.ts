import type { CryptoKey } from 'jose';
import type { KeyPair } from './keys.ts';

/** The keys of one purpose over time: one signs, and those that it replaced may still be accepted for a while. */
export interface TokenKeys {
  /** The key pair that signs now. */
  signing(): Promise<KeyPair>;
  /**
   * The public key of an id, where signatures of it are accepted now.
   *
   * @param kid - key id as a token names it; undefined stands for the key that signs now
   */
  keyFor(kid: string | undefined): Promise<CryptoKey | undefined>;
}

/**
 * One key pair that is never replaced.
 *
 * @param pair - the key pair
 */
export function soleKey(pair: KeyPair): TokenKeys {
  return {
    signing: () => Promise.resolve(pair),
    keyFor: (kid) => Promise.resolve(kid === undefined || kid === pair.kid ? pair.publicKey : undefined),
  };
}
