import type { OidcSettings } from '../config/identityVariables.ts';
import type { Caller } from './Caller.ts';
import { ClientDirectory } from './clients/ClientDirectory.ts';
import type { IdentityDatabase } from './clients/IdentityDatabase.ts';
import { DEV_ISSUER, verifyDevToken } from './devTokens.ts';
import { identifyCaller, type Identify } from './identifyCaller.ts';
import { KeyRing } from './KeyRing.ts';
import { CLIENT_ISSUER, verifyClientToken } from './oauth/clientTokens.ts';
import { TokenEndpoint } from './oauth/TokenEndpoint.ts';
import { callerOfClaims, readOidcClaims } from './oidc/OidcClaims.ts';
import { OidcIssuer } from './oidc/OidcIssuer.ts';

/** By what callers are told apart. */
export interface IdentityOptions {
  readonly database: IdentityDatabase;
  /** Folder of all keys, `KEYS_DIR`. */
  readonly keys: string;
  /** Names of the departments there are. */
  readonly departments: readonly string[];
  /** Identity providers; none where it is undefined. */
  readonly oidc: OidcSettings | undefined;
  /** Whether tokens and clients for development are accepted. */
  readonly developmentIssuer: boolean;
}

/** What tells callers apart, and gives clients their tokens. */
export interface Identity {
  readonly identify: Identify;
  readonly tokens: TokenEndpoint;
  /** Keys of the purpose `tokens`. */
  readonly tokenKeys: KeyRing;
}

type ReadToken = (token: string) => Promise<Caller>;

/**
 * Puts together what tells callers apart: API keys, tokens of our own token endpoint, of identity providers, and for development.
 *
 * @param options - see {@link IdentityOptions}
 * @throws StartError `DEFINITIONS_INVALID` where the file of claims is wrong
 */
export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { database, departments, developmentIssuer } = options;
  const directory = new ClientDirectory(database, developmentIssuer ? 'WITH_DEVELOPMENT' : 'REGISTERED');
  const tokenKeys = new KeyRing(options.keys, 'tokens');
  await tokenKeys.signing();
  const tokens = new Map<string, ReadToken>(await oidcReaders(options.oidc, departments));
  tokens.set(CLIENT_ISSUER, async (token) => {
    const { client, scopes } = await verifyClientToken(tokenKeys, token);
    return directory.callerOfToken(client, scopes);
  });
  if (developmentIssuer) tokens.set(DEV_ISSUER, async (token) => verifyDevToken(tokenKeys, token));
  return {
    identify: identifyCaller({ tokens, keys: async (text) => directory.callerOfKey(text) }),
    tokens: new TokenEndpoint(directory, tokenKeys),
    tokenKeys,
  };
}

async function oidcReaders(
  settings: OidcSettings | undefined,
  departments: readonly string[],
): Promise<readonly (readonly [string, ReadToken])[]> {
  if (settings === undefined) return [];
  const claims = await readOidcClaims(settings.claimsFile);
  return settings.issuers.map((name) => {
    const issuer = new OidcIssuer({ issuer: name, audience: settings.audience, jwksUri: settings.jwksUri });
    return [name, async (token) => callerOfClaims(await issuer.verify(token), claims, departments)];
  });
}
