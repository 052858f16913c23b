import { resolve } from 'node:path';
import { z } from 'zod';

/** Whose access tokens are accepted. */
export interface OidcSettings {
  /** As they stand in `iss`; at least one. */
  readonly issuers: readonly string[];
  /** This service's name there, as it stands in `aud`. */
  readonly audience: string;
  /** Where the public keys are; asked of each provider unless given. */
  readonly jwksUri: string | undefined;
  /** File that tells which claims say who is calling; the product's own unless given. */
  readonly claimsFile: string | undefined;
}

/** Variables that decide whose credentials are accepted. */
export const identityVariables = {
  OIDC_ISSUER: z
    .string()
    .regex(
      /^https?:\/\/[^\s,]+(?: *, *https?:\/\/[^\s,]+)*$/,
      'must be an address, or several with commas between them',
    )
    .optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_JWKS_URI: z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
    .optional(),
  OIDC_CLAIMS: z.string().optional(),
  DEVELOPMENT_ISSUER: z.enum(['on', 'off'], 'must be on or off').optional(),
};

type Settings = z.infer<z.ZodObject<typeof identityVariables>>;

/**
 * Refuses variables that are right one by one but not together.
 *
 * @param settings - the variables, each of them valid
 * @param context - takes the problems
 */
export function refuseIdentityContradictions(
  settings: Settings & { readonly NODE_ENV: string },
  context: z.RefinementCtx,
): void {
  const refuse = (name: keyof Settings, message: string): void => {
    context.addIssue({ code: 'custom', path: [name], message });
  };
  const { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URI, DEVELOPMENT_ISSUER, NODE_ENV } = settings;
  if (OIDC_ISSUER !== undefined && OIDC_AUDIENCE === undefined) refuse('OIDC_AUDIENCE', 'must be set with OIDC_ISSUER');
  if (OIDC_JWKS_URI !== undefined && OIDC_ISSUER?.includes(',') !== false) {
    refuse('OIDC_JWKS_URI', 'must be set with one OIDC_ISSUER');
  }
  if (DEVELOPMENT_ISSUER === 'on' && NODE_ENV === 'production') {
    refuse('DEVELOPMENT_ISSUER', 'must be off where NODE_ENV is production');
  }
}

/**
 * Tells whose access tokens are accepted.
 *
 * @param settings - the variables
 * @returns undefined where there is no identity provider
 */
export function oidcSettings(settings: Settings): OidcSettings | undefined {
  const { OIDC_ISSUER: issuers, OIDC_AUDIENCE: audience, OIDC_JWKS_URI: jwksUri, OIDC_CLAIMS: file } = settings;
  if (issuers === undefined || audience === undefined) return undefined;
  const claimsFile = file === undefined ? undefined : resolve(file);
  return { issuers: issuers.split(',').map((issuer) => issuer.trim()), audience, jwksUri, claimsFile };
}
