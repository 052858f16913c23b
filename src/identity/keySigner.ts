import { KeyRing } from './KeyRing.ts';
import { publicKeys } from './publicKeys.ts';
import type { Signer, SigningPurpose } from './Signer.ts';
import { readStatement, signStatement } from './statements.ts';

/**
 * Makes the signer over a folder of keys: one key pair for each purpose, made when it is first used,
 * and followed when it is rotated. Nothing of a private key leaves it.
 *
 * @param folder - the folder of all keys, `KEYS_DIR`
 */
export function keySigner(folder: string): Signer {
  const rings = new Map<SigningPurpose, KeyRing>();
  const ringOf = (purpose: SigningPurpose): KeyRing => {
    const ring = rings.get(purpose) ?? new KeyRing(folder, purpose);
    rings.set(purpose, ring);
    return ring;
  };
  return {
    async sign(purpose, statement) {
      const key = await ringOf(purpose).signing();
      return { kid: key.kid, jws: await signStatement(key, typeOf(purpose), statement) };
    },
    async verify(purpose, jws) {
      const known = (await publicKeys(folder)).filter((key) => key.purpose === purpose);
      const read = await readStatement(jws, typeOf(purpose), known);
      return 'statement' in read ? (read.statement as Readonly<Record<string, unknown>>) : undefined;
    },
  };
}

/** Stands in the protected header, so that a statement can not be taken for one of another kind. */
function typeOf(purpose: SigningPurpose): string {
  return `credit-graph-${purpose}+jws`;
}
