import { join } from 'node:path';
import { loadDepartments } from '../../gateway/departments.ts';
import { doorOf, type Door } from '../../gateway/doors/Door.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { GATEWAY_SCOPES } from '../../src/identity/Caller.ts';
import { openIdentityDatabase } from '../../src/identity/clients/IdentityDatabase.ts';
import { addCredential, createClient, type ClientWish } from '../../src/identity/clients/manageClients.ts';
import { signDevToken } from '../../src/identity/devTokens.ts';
import { openKeyPair } from '../../src/identity/keys.ts';
import { doorHeaders } from '../kit/doorPath.ts';
import { BANK, FILE_AGENCY, GRANT, INPUT } from '../kit/startGrantCity.ts';
import { NO_BUDGETS } from '../kit/noBudgets.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import type { CallerKind } from './callerMatrix.ts';

type Headers = Readonly<Record<string, string>>;

/** What a door answers. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

/** A city with somebody of each kind. */
export interface MatrixCity {
  readonly city: TestCity;
  /** Asks at a door in the name of one of {@link KINDS}. */
  ask(door: Door, query: string, who: string): Promise<Answer>;
  /** What is stored of departments, clients and in the ledger, as MongoDB digests it; but for the uses of authorisations of whoever makes some. */
  states(kind: CallerKind): Promise<readonly unknown[]>;
}

/** The code that sample arguments name. */
const USCC = '91350100M000100Y43';
/** The one scope of a department's system, and the department that looks after the gateway. */
const [NARROW, KEEPER] = ['registry:pledge:write', 'credit'];

/** The departments of the product. */
export const departments = await loadDepartments();

const [OPEN, AGENCY, SUBJECT, INTERNAL] = (['OPEN', 'AGENCY', 'SUBJECT', 'INTERNAL'] as const).map(doorOf) as [
  ...[Door, Door, Door, Door],
];
const inside = (...scopes: readonly string[]): CallerKind => ({ audience: 'INTERNAL', scopes });

/** Each kind of caller at each door that it may come in by, with what it counts as there. */
export const KINDS: readonly (readonly [string, Door, CallerKind])[] = [
  ['the public', OPEN, { audience: 'OPEN' }],
  ['a credit agency', AGENCY, { audience: 'AGENCY' }],
  ['an enterprise', SUBJECT, { audience: 'SUBJECT', isSubject: true }],
  ['a system with one scope', INTERNAL, inside(NARROW)],
  ['an auditor', INTERNAL, inside(`${KEEPER}:*`, 'gateway:audit:read')],
  ['an administrator', INTERNAL, inside(`${KEEPER}:*`, ...GATEWAY_SCOPES)],
  ['the public with a key', OPEN, { audience: 'OPEN' }],
  ['a credit agency at the public door', OPEN, { audience: 'OPEN' }],
  ['an enterprise at the public door', OPEN, { audience: 'OPEN' }],
  ['a department at the public door', OPEN, { audience: 'OPEN' }],
  ['a department at the door of agencies', AGENCY, { audience: 'AGENCY' }],
  ...departments.map(({ name }) => [`the department ${name}`, INTERNAL, inside(`${name}:*`)] as const),
  // Its uses are written while the next one asks.
  ['a credit agency with an authorisation', AGENCY, { audience: 'AGENCY', spends: true }],
];

/**
 * Starts it, with a small sample city.
 *
 * @param isRemote - whether each department answers over HTTP
 */
export async function startMatrixCity(isRemote: boolean): Promise<MatrixCity> {
  const city = await startTestCity({ sampleOf: 10, settings: NO_BUDGETS, isRemote });
  const headersOf = await callersOf(city);
  await city.settled();
  return {
    city,
    async ask(door, query, who) {
      const reply = await fetch(city.url + door.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...doorHeaders(door.path), ...headersOf.get(who) },
        body: JSON.stringify({ query }),
      });
      return (await reply.json()) as Answer;
    },
    states: async (kind) => statesOf(city, kind),
  };
}

async function callersOf(city: TestCity): Promise<ReadonlyMap<string, Headers>> {
  const identity = await openIdentityDatabase(await openConnection(city.database.uri), city.database.prefix);
  const keyOf = async (wish: Omit<ClientWish, 'name' | 'createdBy'>): Promise<Headers> => {
    const client = await createClient(identity, { name: '某系统', createdBy: 'test', ...wish }, new Date());
    const given = await addCredential(identity, client, 'KEY', { now: new Date(), ttlMs: 3_600_000 });
    return { 'x-api-key': given?.text ?? '' };
  };
  const pair = await openKeyPair(join(city.folder, 'keys'), 'tokens');
  const keeper = async (...scopes: readonly string[]): Promise<Headers> => {
    const grant = { department: KEEPER, operator: 'keeper', ttl: 3_600, scope: scopes.join(' ') };
    return { authorization: `Bearer ${await signDevToken(pair, grant)}` };
  };
  const agency = await keyOf({ audience: 'AGENCY', organisation: BANK, scopes: [] });
  const staff = { authorization: await city.bearer('registry') };
  const enterprise = { authorization: await city.bearer({ enterprise: USCC }) };
  const headers = new Map<string, Headers>([
    ['the public', {}],
    ['the public with a key', await keyOf({ audience: 'OPEN', scopes: [] })],
    ['a credit agency', agency],
    ['a credit agency at the public door', agency],
    ['a credit agency with an authorisation', { ...agency, 'x-authorisation': await authorise(city) }],
    ['an enterprise', enterprise],
    ['an enterprise at the public door', enterprise],
    ['a system with one scope', await keyOf({ audience: 'INTERNAL', department: 'registry', scopes: [NARROW] })],
    ['an auditor', await keeper('gateway:audit:read')],
    ['an administrator', await keeper(...GATEWAY_SCOPES)],
    ['a department at the public door', staff],
    ['a department at the door of agencies', staff],
  ]);
  for (const { name } of departments) headers.set(`the department ${name}`, { authorization: await city.bearer(name) });
  await identity.connection.close();
  return headers;
}

/** The number of an authorisation that an enterprise has given to the agency, for as often as it likes. */
async function authorise(city: TestCity): Promise<string> {
  const agency = { uscc: BANK, name: '某银行', kind: 'FINANCIAL', filedOn: '2020-01-02' };
  await city.ask(FILE_AGENCY, { input: agency }, 'finance');
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const input = { ...INPUT, purpose: 'CREDIT_SERVICE', usage: 'MANY', until };
  const { data } = await city.ask(GRANT, { input }, { enterprise: USCC });
  const { authorisation, errors } = data?.['authorisationGrant'] as {
    readonly authorisation: { readonly number: string } | null;
    readonly errors: readonly unknown[];
  };
  expect(errors).toEqual([]);
  return authorisation?.number ?? '';
}

async function statesOf(
  { database: { uri, prefix } }: TestCity,
  { spends = false }: CallerKind,
): Promise<readonly unknown[]> {
  const connection = await openConnection(uri);
  try {
    return await Promise.all(
      [...departments.map(({ name }) => name), 'identity', 'ledger'].map(async (name) => {
        const { collections } = (await connection.useDb(`${prefix}${name}`).db?.command({ dbHash: 1 })) ?? {};
        // How far views have followed the ledger, and who looks after it, go on by themselves.
        const { positions: _, leases: __, authorisations, ...stored } = collections as Readonly<Record<string, string>>;
        return { name, stored, ...(spends ? {} : { authorisations }) };
      }),
    );
  } finally {
    await connection.close();
  }
}
