import OAuth2Server, {
  type Client,
  type ClientCredentialsModel,
  type Falsey,
  type Token,
} from '@node-oauth/oauth2-server';
import type { ClientDirectory } from '../clients/ClientDirectory.ts';
import type { TokenKeys } from '../TokenKeys.ts';
import { CLIENT_TOKEN_TTL, signClientToken } from './clientTokens.ts';

/** What was sent to the token endpoint. */
export interface TokenRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** Parameters of the form, each given once. */
  readonly form: Readonly<Record<string, string>>;
}

/** What it answers, in the form of RFC 6749, sections 5.1 and 5.2. */
export interface TokenReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
  /** The fault behind a `server_error`, for the log only. */
  readonly fault?: unknown;
}

/** A registered client as the library passes it round. */
interface GrantedClient extends Client {
  readonly scopes: readonly string[];
}

const GRANT = 'client_credentials';
const UNAUTHORISED = 401;
const SERVER_ERROR = 500;

/** The token endpoint of OAuth 2 for registered clients: client credentials (RFC 6749, section 4.4), nothing else. */
export class TokenEndpoint {
  readonly #server: OAuth2Server;

  /**
   * @param directory - of clients
   * @param keys - of the purpose `tokens`
   */
  constructor(directory: ClientDirectory, keys: TokenKeys) {
    this.#server = new OAuth2Server({
      model: modelOver(directory, keys),
      accessTokenLifetime: CLIENT_TOKEN_TTL,
    });
  }

  /**
   * Answers a request for a token. Never rejects.
   *
   * @param request - its headers and its form
   */
  async answer({ headers, form }: TokenRequest): Promise<TokenReply> {
    const request = new OAuth2Server.Request({ headers, method: 'POST', query: {}, body: { ...form } });
    const response = new OAuth2Server.Response({});
    try {
      await this.#server.token(request, response);
      return { status: 200, headers: { 'cache-control': 'no-store', pragma: 'no-cache' }, body: bodyOf(response) };
    } catch (error) {
      return refusalOf(error);
    }
  }
}

function modelOver(directory: ClientDirectory, keys: TokenKeys): ClientCredentialsModel {
  return {
    async getClient(id, secret): Promise<GrantedClient | Falsey> {
      const client = await directory.clientOfSecret(id, secret);
      return client && { id: client._id, grants: [GRANT], scopes: client.scopes };
    },
    async getUserFromClient(client) {
      return Promise.resolve({ id: client.id });
    },
    async validateScope(_user, client, wanted) {
      const { scopes } = client as GrantedClient;
      if (wanted === undefined || wanted.length === 0) return Promise.resolve([...scopes]);
      return Promise.resolve(wanted.every((scope) => scopes.includes(scope)) && [...new Set(wanted)]);
    },
    async generateAccessToken(client, _user, scopes) {
      return signClientToken(keys, { client: client.id, scopes });
    },
    async saveToken(token, client, user) {
      return Promise.resolve({ ...token, client, user });
    },
    /** Only doors of the library that are not opened here ask for it: tokens are checked by their signature. */
    async getAccessToken(): Promise<Token | Falsey> {
      return Promise.resolve(undefined);
    },
  };
}

function bodyOf({ body }: OAuth2Server.Response): object {
  return body as object;
}

function refusalOf(error: unknown): TokenReply {
  const base = { 'cache-control': 'no-store', pragma: 'no-cache' };
  const isKnown = error instanceof OAuth2Server.OAuthError && error.name !== 'server_error';
  if (!isKnown) {
    const body = { error: 'server_error', error_description: 'No token can be given at the moment.' };
    return { status: SERVER_ERROR, headers: base, body, fault: error };
  }
  const body = { error: error.name, error_description: error.message };
  if (error.name !== 'invalid_client') return { status: error.code, headers: base, body };
  return { status: UNAUTHORISED, headers: { ...base, 'www-authenticate': 'Basic realm="credit-graph"' }, body };
}
