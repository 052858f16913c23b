import { CompactSign, compactVerify, importJWK, type CompactJWSHeaderParameters } from 'jose';
import { openKeyPair, type KeyPair } from './keys.ts';
import { publicKeys } from './publicKeys.ts';
import type { Signer, SigningPurpose } from './Signer.ts';

const ALGORITHM = 'EdDSA';

/**
 * Makes the signer over a folder of keys: one key pair for each purpose, made when it is first used. Nothing of a private key leaves it.
 *
 * @param folder - the folder of all keys, `DATA_DIR/keys`
 */
export function keySigner(folder: string): Signer {
  const pairs = new Map<SigningPurpose, Promise<KeyPair>>();
  const pairOf = (purpose: SigningPurpose): Promise<KeyPair> => {
    const opened = pairs.get(purpose) ?? openKeyPair(folder, purpose);
    pairs.set(purpose, opened);
    opened.catch(() => pairs.delete(purpose));
    return opened;
  };
  return {
    async sign(purpose, statement) {
      const { kid, privateKey } = await pairOf(purpose);
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
