import type { Locale } from '../../src/errors/AppError.ts';
import type { ClientDocument, CredentialDocument } from '../../src/identity/clients/ClientDocument.ts';
import type { GivenCredential } from '../../src/identity/clients/manageClients.ts';

const WORDS = {
  en: {
    client: 'client',
    credential: 'credential',
    until: 'valid until',
    once: 'It is shown this once and kept nowhere; whoever has it is the client.',
    none: 'No client is registered.',
    VALID: 'valid until',
    EXPIRED: 'expired on',
    REVOKED: 'revoked on',
  },
  zh: {
    client: '客户端',
    credential: '凭证',
    until: '有效期至',
    once: '该凭证仅显示这一次，系统不保存原文；持有者即视为该客户端。',
    none: '尚未登记任何客户端。',
    VALID: '有效期至',
    EXPIRED: '已于此时过期',
    REVOKED: '已于此时吊销',
  },
} as const;

/**
 * Tells the credential that was just given, the only time that its text is seen.
 *
 * @param given - the credential
 * @param locale - the user's language
 */
export function describeGiven({ client, text, expiresAt }: GivenCredential, locale: Locale): string {
  const words = WORDS[locale];
  return [
    `${words.client}: ${client}`,
    `${words.credential}: ${text}`,
    `${words.until}: ${expiresAt.toISOString()}`,
    words.once,
  ].join('\n');
}

/**
 * Lists clients and what they have, by visible parts only.
 *
 * @param clients - all of them
 * @param now - credentials are judged at it
 * @param locale - the user's language
 */
export function describeClients(clients: readonly ClientDocument[], now: Date, locale: Locale): string {
  if (clients.length === 0) return WORDS[locale].none;
  return clients.flatMap((client) => clientLines(client, now, locale)).join('\n');
}

/**
 * The same for programs: nothing of the texts is in it, nor of their digests.
 *
 * @param clients - all of them
 */
export function clientsAsJson(clients: readonly ClientDocument[]): string {
  const shown = clients.map(({ _id, credentials, ...client }) => ({
    id: _id,
    ...client,
    credentials: credentials.map(({ digest, ...credential }) => credential),
  }));
  return JSON.stringify(shown, null, 2);
}

function clientLines(client: ClientDocument, now: Date, locale: Locale): readonly string[] {
  const { _id, name, audience, department, organisation, scopes, documents, revokedAt } = client;
  const ended = revokedAt === undefined ? '' : `${WORDS[locale].REVOKED} ${revokedAt.toISOString()}`;
  const about = [_id, audience, department, organisation, name, scopes.join(' '), documents, ended];
  return [
    about.filter((part) => part !== undefined && part !== '').join('  '),
    ...client.credentials.map(
      (credential) => `  ${credential.id}  ${credential.kind}  ${stateOf(credential, now, locale)}`,
    ),
  ];
}

function stateOf({ revokedAt, expiresAt }: CredentialDocument, now: Date, locale: Locale): string {
  if (revokedAt !== undefined) return `${WORDS[locale].REVOKED} ${revokedAt.toISOString()}`;
  return `${WORDS[locale][expiresAt > now ? 'VALID' : 'EXPIRED']} ${expiresAt.toISOString()}`;
}
