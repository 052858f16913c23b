import { CompactSign, compactVerify, importJWK, type CompactJWSHeaderParameters } from 'jose';
import { KeyRing } from './KeyRing.ts';
import { publicKeys } from './publicKeys.ts';
import type { Signer, SigningPurpose } from './Signer.ts';

const ALGORITHM = 'EdDSA';

/**
 * Makes the signer over a folder of keys: one key pair for each purpose, made when it is first used,
 * and followed when it is rotated. Nothing of a private key leaves it.
 *
 * @param folder - the folder of all keys, `DATA_DIR/keys`
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
      const { kid, privateKey } = await ringOf(purpose).signing();
      const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: typeOf(purpose) })
        .sign(privateKey);
      return { kid, jws };
    },
    async verify(purpose, jws) {
      const known = (await publicKeys(folder)).filter((key) => key.purpose === purpose);
      const keyOf = async ({ kid, typ }: CompactJWSHeaderParameters) => {
        const key = known.find((candidate) => candidate.kid === kid);
        if (key === undefined || typ !== typeOf(purpose)) throw new TypeError('Not signed here for this purpose');
        return importJWK(key, ALGORITHM);
      };
      try {
        const { payload } = await compactVerify(jws, keyOf, { algorithms: [ALGORITHM] });
        return JSON.parse(new TextDecoder().decode(payload)) as Readonly<Record<string, unknown>>;
      } catch {
        return undefined;
      }
    },
  };
}

/** Stands in the protected header, so that a statement can not be taken for one of another kind. */
function typeOf(purpose: SigningPurpose): string {
  return `credit-graph-${purpose}+jws`;
}
