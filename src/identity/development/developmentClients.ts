import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { SAMPLE_AGENCIES } from '../../sample/sampleAgencies.ts';
import type { CredentialKind } from '../clients/ClientDocument.ts';
import { ClientDirectory } from '../clients/ClientDirectory.ts';
import type { IdentityDatabase } from '../clients/IdentityDatabase.ts';
import { addCredential, createClient, type ClientWish } from '../clients/manageClients.ts';

const clientSchema = z.object({ client: z.string(), text: z.string() });
const fileSchema = z.object({ open: clientSchema, agency: clientSchema, agencyKey: clientSchema });

/** Clients for development, whose keys and secret are at hand: of the public with a key, and of a credit agency of the sample city. */
export type DevelopmentClients = Readonly<z.infer<typeof fileSchema>>;

const YEAR_MS = 31_536_000_000;
const OPEN: ClientWish = {
  name: '开发用公众密钥 (development)',
  audience: 'OPEN',
  scopes: [],
  createdBy: 'development',
  isDevelopment: true,
};
const AGENCY: ClientWish = {
  name: '开发用征信机构 (development)',
  audience: 'AGENCY',
  organisation: SAMPLE_AGENCIES[0].uscc,
  scopes: [],
  createdBy: 'development',
  isDevelopment: true,
};

/**
 * Gives the clients for development, and registers them at the first time. Their texts lie in a file that its owner alone reads, so
 * that they are the same after a restart; where the database does not know them any more, there are new ones.
 *
 * @param database - of clients
 * @param path - the file, `DATA_DIR/development.json`
 * @param now - the time
 */
export async function developmentClients(
  database: IdentityDatabase,
  path: string,
  now: Date,
): Promise<DevelopmentClients> {
  const kept = await readKept(path);
  if (kept && (await areValid(database, kept))) return kept;
  const open = await createClient(database, OPEN, now);
  const agency = await createClient(database, AGENCY, now);
  const made: DevelopmentClients = {
    open: await given(database, open, 'KEY', now),
    agency: await given(database, agency, 'SECRET', now),
    agencyKey: await given(database, agency, 'KEY', now),
  };
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(draft, path);
  return made;
}

async function given(
  database: IdentityDatabase,
  client: string,
  kind: CredentialKind,
  now: Date,
): Promise<{ readonly client: string; readonly text: string }> {
  const credential = await addCredential(database, client, kind, { now, ttlMs: YEAR_MS });
  if (credential === undefined) throw new Error('A client that was just registered is gone');
  return { client, text: credential.text };
}

async function readKept(path: string): Promise<DevelopmentClients | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  return fileSchema.safeParse(JSON.parse(text)).data;
}

async function areValid(database: IdentityDatabase, { open, agency, agencyKey }: DevelopmentClients): Promise<boolean> {
  const directory = new ClientDirectory(database, 'WITH_DEVELOPMENT');
  const looks = await Promise.allSettled([
    directory.callerOfKey(open.text),
    directory.callerOfKey(agencyKey.text),
    directory.clientOfSecret(agency.client, agency.text),
  ]);
  const [, key] = looks;
  const belongs = key.status === 'fulfilled' && key.value.organisation === AGENCY.organisation;
  return belongs && looks.every((look) => look.status === 'fulfilled' && look.value !== undefined);
}
