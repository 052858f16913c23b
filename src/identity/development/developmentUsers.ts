import type { Purpose } from '../Purpose.ts';
import { GATEWAY_SCOPES } from '../Caller.ts';
import { signDevToken } from '../devTokens.ts';
import { CLIENT_TOKEN_TTL, signClientToken } from '../oauth/clientTokens.ts';
import type { TokenKeys } from '../TokenKeys.ts';
import type { DevelopmentClients } from './developmentClients.ts';

/** A ready-made caller. */
export interface DevelopmentUser {
  /** `OPEN`, `AGENCY`, `INTERNAL`, `SUBJECT`, or `ADMINISTRATOR`. */
  readonly kind: string;
  /** Who it is, in Chinese. */
  readonly title: string;
  /** Headers that make a request this caller's. */
  readonly headers: Readonly<Record<string, string>>;
  /** How long they are good for, in seconds; absent where they do not change. */
  readonly expiresIn?: number;
  /** What the client sends to the token endpoint, where it has a secret. */
  readonly client?: { readonly clientId: string; readonly clientSecret: string };
}

/** Of what users are made. */
export interface DevelopmentCity {
  readonly keys: TokenKeys;
  readonly clients: DevelopmentClients;
  readonly departments: readonly { readonly name: string; readonly title: string }[];
  /** Unified social credit code of an enterprise that there is; undefined where there is none. */
  readonly enterprise: string | undefined;
}

const TTL = 28_800;
const OPERATOR = 'developer';
/** The department that looks after the gateway. */
const KEEPER = 'credit';

/**
 * Makes callers of each kind, to try everything with.
 *
 * @param city - of what they are made
 */
export async function developmentUsers(city: DevelopmentCity): Promise<readonly DevelopmentUser[]> {
  const { keys, clients, departments, enterprise } = city;
  const pair = await keys.signing();
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const signed = async (grant: { department: string; scope?: string } | { enterprise: string }) =>
    bearer(await signDevToken(pair, { ...grant, operator: OPERATOR, ttl: TTL }));
  const agency = clients.agency.client;
  // Agencies say with every query what they ask for.
  const purpose = { 'x-purpose': 'CREDIT_SERVICE' satisfies Purpose };
  return [
    { kind: 'OPEN', title: '持密钥的公众', headers: { 'x-api-key': clients.open.text } },
    { kind: 'AGENCY', title: '征信机构（API 密钥）', headers: { 'x-api-key': clients.agencyKey.text, ...purpose } },
    {
      kind: 'AGENCY',
      title: '征信机构（OAuth 2 客户端凭证）',
      headers: { ...bearer(await signClientToken(keys, { client: agency, scopes: [] })), ...purpose },
      expiresIn: CLIENT_TOKEN_TTL,
      client: { clientId: agency, clientSecret: clients.agency.text },
    },
    ...(await Promise.all(
      departments.map(async ({ name, title }) => ({
        kind: 'INTERNAL',
        title: `${title} (${name})`,
        headers: await signed({ department: name }),
        expiresIn: TTL,
      })),
    )),
    ...(enterprise === undefined
      ? []
      : [{ kind: 'SUBJECT', title: `市场主体 ${enterprise}`, headers: await signed({ enterprise }), expiresIn: TTL }]),
    {
      kind: 'ADMINISTRATOR',
      title: '网关管理员',
      headers: await signed({ department: KEEPER, scope: GATEWAY_SCOPES.join(' ') }),
      expiresIn: TTL,
    },
  ];
}
