/** What departments may have signed; the keys of tokens and of the ledger are none of theirs. */
export type SigningPurpose = 'reports';

/** A signature and the key that made it. */
export interface Signature {
  /** Key id: the thumbprint of the public key, under which it is published. */
  readonly kid: string;
  /** Compact JWS (RFC 7515, Ed25519) with what was signed in it. */
  readonly jws: string;
}

/** Signs for departments, which never hold a key. */
export interface Signer {
  /**
   * Signs a statement.
   *
   * @param purpose - decides the key; a signature of one purpose is none of another
   * @param statement - plain JSON
   */
  sign(purpose: SigningPurpose, statement: Readonly<Record<string, unknown>>): Promise<Signature>;
  /**
   * Reads a statement back.
   *
   * @param purpose - for which it must have been signed
   * @param jws - from {@link Signer.sign}, by a key of today or of the past
   * @returns undefined where it was changed, or signed by nobody here
   */
  verify(purpose: SigningPurpose, jws: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}
