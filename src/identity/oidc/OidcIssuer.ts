import { createRemoteJWKSet, type FlattenedJWSInput, type JWSHeaderParameters, type JWTPayload, errors } from 'jose';
import { z } from 'zod';
import { IdentityError } from '../../errors/IdentityError.ts';
import { verifyToken } from '../verifyToken.ts';

/** An identity provider whose access tokens are accepted. */
export interface OidcIssuerOptions {
  /** As it stands in `iss`, letter by letter. */
  readonly issuer: string;
  /** Our name there, as it stands in `aud`. */
  readonly audience: string;
  /** Where its public keys are; asked of the provider unless given (OpenID Connect Discovery 1.0). */
  readonly jwksUri?: string | undefined;
  /** How soon keys are fetched anew for a key id that is not among them, in milliseconds; 30 s unless a test wants it sooner. */
  readonly cooldownMs?: number;
}

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/** Signatures with a public key only: with a shared secret, or none, anybody who knows the public key could sign. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const CLOCK_TOLERANCE = 30;
const COOLDOWN_MS = 30_000;
/** Keys are fetched again after this time, so that one that was withdrawn is not accepted for ever. */
const KEYS_FOR_MS = 600_000;
const PATIENCE_MS = 3_000;

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Checks access tokens of one identity provider. Its keys are fetched at the first token, and again when they change. */
export class OidcIssuer {
  /** As it stands in `iss`. */
  readonly issuer: string;
  readonly #options: OidcIssuerOptions;
  #keys: Promise<RemoteKeys> | undefined;

  /**
   * @param options - who it is
   */
  constructor(options: OidcIssuerOptions) {
    this.#options = options;
    this.issuer = options.issuer;
  }

  /**
   * Checks a token.
   *
   * @param token - as it was sent
   * @returns its claims
   * @throws AppError `TOKEN_INVALID`, IdentityError `TOKEN_…` with the reason, or `IDENTITY_UNAVAILABLE` where the provider does not answer
   */
  async verify(token: string): Promise<JWTPayload> {
    const { issuer, audience } = this.#options;
    const keys = (header: JWSHeaderParameters, input: FlattenedJWSInput) => this.#keyFor(header, input);
    return verifyToken(token, keys, { issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE });
  }

  async #keyFor(header: JWSHeaderParameters, input: FlattenedJWSInput): ReturnType<RemoteKeys> {
    try {
      return await (
        await this.#remoteKeys()
      )(header, input);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys) throw cause;
      if (cause instanceof errors.JOSENotSupported) throw cause;
      throw new IdentityError('IDENTITY_UNAVAILABLE', cause);
    }
  }

  async #remoteKeys(): Promise<RemoteKeys> {
    this.#keys ??= this.#find().catch((error: unknown) => {
      this.#keys = undefined;
      throw error;
    });
    return this.#keys;
  }

  async #find(): Promise<RemoteKeys> {
    const { jwksUri, cooldownMs = COOLDOWN_MS } = this.#options;
    return createRemoteJWKSet(new URL(jwksUri ?? (await this.#discover())), {
      cooldownDuration: cooldownMs,
      cacheMaxAge: KEYS_FOR_MS,
      timeoutDuration: PATIENCE_MS,
    });
  }

  async #discover(): Promise<string> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    const { issuer, jwks_uri } = discoverySchema.parse(await response.json());
    if (issuer !== this.issuer) throw new TypeError('The provider names itself otherwise than OIDC_ISSUER');
    return jwks_uri;
  }
}
