import { userInfo } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CLIENT_AUDIENCES, type CredentialKind } from '../../src/identity/clients/ClientDocument.ts';
import {
  addCredential,
  createClient,
  listClients,
  revoke,
  rotateCredential,
  type GivenCredential,
} from '../../src/identity/clients/manageClients.ts';
import { loadDepartments } from '../departments.ts';
import { clientWish, type TypedClient } from './clientWish.ts';
import { clientsAsJson, describeClients, describeGiven } from './describeClients.ts';
import { readDuration } from './issueToken.ts';
import { print } from './print.ts';
import { withClients } from './withClients.ts';

interface CredentialWish {
  readonly with: 'key' | 'secret';
  /** Seconds. */
  readonly ttl: number;
}

const YEAR_S = 31_536_000;
const KINDS: Readonly<Record<CredentialWish['with'], CredentialKind>> = { key: 'KEY', secret: 'SECRET' };

/** Ids of clients, and the visible parts of keys and secrets. */
const VISIBLE = /^(?:c_[0-9a-f]{16}|cg[a-z]_[0-9a-f]{12})$/;

const ttl = (): Option =>
  new Option('--ttl <duration>', 'how long it is valid: 12h, 90d').argParser(readDuration).default(YEAR_S, '365d');
const kind = (): Option =>
  new Option('--with <kind>', 'an API key, or a secret for the token endpoint')
    .choices(Object.keys(KINDS))
    .default('key');

/** `credit-graph clients …`: registers those who call with a key or a secret, and sees to what they have. */
export function clientsCommand(): Command {
  const command = new Command('clients').description('register clients of the API, and see to their keys and secrets');
  command
    .command('create')
    .description('register a client and give it a key or a secret, which is shown this once')
    .argument('<name>', 'who it is')
    .addOption(new Option('--audience <audience>', 'what it may use').choices([...CLIENT_AUDIENCES]).default('OPEN'))
    .option('--department <name>', 'of an INTERNAL client: the department whose system it is')
    .option('--organisation <code>', 'unified social credit code of the organisation that it belongs to')
    .option('--scope <scopes...>', 'of an INTERNAL client: some scopes instead of all of its department')
    .option('--trusted-only', 'it may run the documents of TRUSTED_DOCUMENTS and no others')
    .option('--by <name>', 'who registers it', userInfo().username)
    .addOption(kind())
    .addOption(ttl())
    .action(createAction);
  command
    .command('list')
    .description('list all clients and the visible parts of what they have')
    .option('--json', 'print JSON')
    .action(listAction);
  command
    .command('add')
    .description('give a client a further key or secret, which is shown this once')
    .argument('<client>', 'its id, such as c_0123456789abcdef')
    .addOption(kind())
    .addOption(ttl())
    .action(addAction);
  command
    .command('rotate')
    .description('replace a key or secret by a new one, which is shown this once')
    .argument('<credential>', 'the visible part of the old one, such as cgk_0123456789ab')
    .addOption(ttl())
    .addOption(
      new Option('--grace <duration>', 'how long the old one stays valid')
        .argParser(readDuration)
        .default(0, 'not at all'),
    )
    .action(rotateAction);
  command
    .command('revoke')
    .description('revoke a client with all that it has, or one key or secret; it works within a second, for ever')
    .argument('<id>', 'of a client, or the visible part of a key or secret')
    .action(revokeAction);
  return command;
}

async function createAction(name: string, typed: TypedClient & CredentialWish): Promise<void> {
  const wish = clientWish(
    name,
    typed,
    (await loadDepartments()).map((department) => department.name),
  );
  await withClients(async ({ database, config, audited }) => {
    const given = await audited({ name: 'clients create', operator: typed.by }, async () => {
      const now = new Date();
      const client = await createClient(database, wish, now);
      return addCredential(database, client, KINDS[typed.with], { now, ttlMs: typed.ttl * 1_000 });
    });
    print(describeGiven(found(given), config.locale));
  });
}

async function listAction({ json }: { readonly json?: boolean }): Promise<void> {
  await withClients(async ({ database, config }) => {
    const clients = await listClients(database);
    print(json === true ? clientsAsJson(clients) : describeClients(clients, new Date(), config.locale));
  });
}

async function addAction(client: string, wish: CredentialWish): Promise<void> {
  await withClients(async ({ database, config, audited }) => {
    const validity = { now: new Date(), ttlMs: wish.ttl * 1_000 };
    const given = await audited({ name: `clients add${shown(client)}` }, () =>
      addCredential(database, client, KINDS[wish.with], validity),
    );
    print(describeGiven(found(given), config.locale));
  });
}

async function rotateAction(id: string, wish: { readonly ttl: number; readonly grace: number }): Promise<void> {
  await withClients(async ({ database, config, audited }) => {
    const validity = { now: new Date(), ttlMs: wish.ttl * 1_000, graceMs: wish.grace * 1_000 };
    const given = await audited({ name: `clients rotate${shown(id)}` }, () => rotateCredential(database, id, validity));
    print(describeGiven(found(given), config.locale));
  });
}

async function revokeAction(id: string): Promise<void> {
  await withClients(async ({ database, config, audited }) => {
    const isFound = await audited({ name: `clients revoke${shown(id)}` }, () => revoke(database, id, new Date()));
    if (!isFound) throw nothingFound();
    print(config.locale === 'zh' ? `已吊销：${id}` : `revoked: ${id}`);
  });
}

/** What was typed may be the secret itself. */
function shown(id: string): string {
  return VISIBLE.test(id) ? ` ${id}` : '';
}

function found(given: GivenCredential | undefined): GivenCredential {
  if (given === undefined) throw nothingFound();
  return given;
}

function nothingFound(): InvalidArgumentError {
  return new InvalidArgumentError('There is no such client, key or secret, or it was revoked or has expired.');
}
