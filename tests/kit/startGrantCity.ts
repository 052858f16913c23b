import { loadDepartments } from '../../gateway/departments.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { openIdentityDatabase } from '../../src/identity/clients/IdentityDatabase.ts';
import { addCredential, createClient } from '../../src/identity/clients/manageClients.ts';
import { contributor } from './contributor.ts';
import { NOW } from './department.ts';
import { doorPath } from './doorPath.ts';
import { startTestCity, type CityReply, type TestCity } from './startTestCity.ts';

/** Two enterprises, each with a commitment that is open to authorised query only; the first gives the authorisations. */
export const [GIVER, OTHER] = ['91350100M000100Y43', '91350100705362917E'] as const;
/** Two organisations with credentials of a credit agency; the first is the one that is named. */
export const [BANK, RIVAL] = ['91350100310686155Q', '91350100MA2XN1QP0D'] as const;

/** What is given unless a test wants it otherwise. */
export const INPUT = { querierUscc: BANK, purpose: 'CREDIT_GRANTING', factTypes: ['Commitment'], until: '2026-07-15' };
/** The header with its purpose. */
export const PURPOSE = { 'x-purpose': 'CREDIT_GRANTING' };

const REGISTER = 'mutation ($input: EnterpriseInput!) { enterpriseCreate(input: $input) { errors { field message } } }';
const FILE =
  'mutation ($input: CommitmentFileInput!) { commitmentFile(input: $input) { id errors { field message } } }';

/** Enters an agency into the register. */
export const FILE_AGENCY =
  'mutation ($input: CreditAgencyInput!) { creditAgencyRegister(input: $input) { errors { field code } } }';

/** Gives an authorisation. */
export const GRANT = `mutation ($input: AuthorisationInput!) { authorisationGrant(input: $input) {
  authorisation { number status usage used subject { uscc } querier { uscc } querierDepartment }
  errors { field code message }
} }`;
const ONE = 'query ($number: ID!) { authorisation(number: $number) { status used } }';

/** Every way from an enterprise to a commitment. */
export const FACTS = `query ($uscc: USCC!, $id: ID!) {
  enterprise(uscc: $uscc) { commitments { totalCount nodes { content } } timeline { totalCount nodes { title } } }
  commitment(id: $id) { content }
  commitments(first: 100) { totalCount nodes { id } }
  changes { nodes { factRef } }
}`;

/** Headers of a request. */
export type Headers = Readonly<Record<string, string>>;

/** A city in which something can be authorised. */
export interface GrantCity {
  readonly city: TestCity;
  /** Credentials of the two organisations. */
  readonly bank: Headers;
  readonly rival: Headers;
  /** The time that requests live at. */
  now: Date;
  /** Variables of {@link FACTS}. */
  about(uscc: string): { readonly uscc: string; readonly id: string };
  /** Sends an operation to a path, or to the door for credit agencies. */
  send(path: string, headers: Headers, query: string, variables?: object): Promise<CityReply>;
  agency(headers: Headers, query: string, variables?: object): Promise<CityReply>;
  /** Has the first enterprise give an authorisation; its number. */
  give(input?: object): Promise<string>;
  /** Status and count of uses, as the first enterprise reads them. */
  usesOf(number: string): Promise<unknown>;
  /** In how many of 4 places the enterprise's commitment is told; whatever counts must count what it lists. */
  placesOf(reply: CityReply, uscc?: string): number;
}

/** The codes of the errors of a reply. */
export function codesOf({ errors = [] }: CityReply): unknown[] {
  return errors.map(({ extensions }) => extensions['code']);
}

/** Starts it, with a department more, which adds fields to facts of another; the caller stops the city. */
export async function startGrantCity(): Promise<GrantCity> {
  let now = NOW;
  const departments = [...(await loadDepartments()), contributor()];
  const city = await startTestCity({ clock: () => now, departments });
  const [bank, rival] = await agenciesOf(city);
  for (const uscc of [BANK, RIVAL]) {
    const input = { uscc, name: '某银行', kind: 'FINANCIAL', filedOn: '2020-01-02' };
    const { data } = await city.ask(FILE_AGENCY, { input }, 'finance');
    expect(data).toEqual({ creditAgencyRegister: { errors: [] } });
  }
  const ids = new Map<string, string>();
  for (const uscc of [GIVER, OTHER]) ids.set(uscc, await commit(city, uscc));
  await city.settled();
  const send: GrantCity['send'] = async (path, headers, query, variables = {}) => {
    const response = await fetch(city.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as CityReply;
  };
  return {
    ...{ city, bank, rival, send },
    get now() {
      return now;
    },
    set now(instant) {
      now = instant;
    },
    about: (uscc) => ({ uscc, id: ids.get(uscc) ?? '' }),
    agency: (headers, query, variables) => send(doorPath('AGENCY'), headers, query, variables),
    async give(input = {}) {
      const { data } = await city.ask(GRANT, { input: { ...INPUT, ...input } }, { enterprise: GIVER });
      const { authorisation, errors } = data?.['authorisationGrant'] as {
        readonly authorisation: { readonly number: string } | null;
        readonly errors: readonly object[];
      };
      expect(errors).toEqual([]);
      return authorisation?.number ?? '';
    },
    usesOf: async (number) => (await city.ask(ONE, { number }, { enterprise: GIVER })).data?.['authorisation'],
    placesOf(reply, uscc: string = GIVER) {
      expect(codesOf(reply)).toEqual([]);
      const { enterprise, commitment, commitments, changes } = reply.data as unknown as Told;
      for (const list of [enterprise.commitments, enterprise.timeline, commitments])
        expect(list.totalCount).toBe(list.nodes.length);
      const fed = changes.nodes.some(({ factRef }) => factRef === ids.get(uscc));
      expect(commitments.nodes.some(({ id }) => id === ids.get(uscc))).toBe(commitment !== null);
      const { commitments: own, timeline } = enterprise;
      return [own.nodes.length, timeline.nodes.length, commitment, fed].filter(Boolean).length;
    },
  };
}

interface List<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

interface Told {
  readonly enterprise: { readonly commitments: List<object>; readonly timeline: List<object> };
  readonly commitment: object | null;
  readonly commitments: List<{ readonly id: string }>;
  readonly changes: { readonly nodes: readonly { readonly factRef: string }[] };
}

async function agenciesOf(city: TestCity): Promise<readonly [Headers, Headers]> {
  const database = await openIdentityDatabase(await openConnection(city.database.uri), city.database.prefix);
  const keyOf = async (organisation: string): Promise<Headers> => {
    const wish = { name: '某银行', audience: 'AGENCY', organisation, scopes: [], createdBy: 'test' } as const;
    const client = await createClient(database, wish, new Date());
    const given = await addCredential(database, client, 'KEY', { now: new Date(), ttlMs: 3_600_000 });
    return { 'x-api-key': given?.text ?? '' };
  };
  const keys = [await keyOf(BANK), await keyOf(RIVAL)] as const;
  await database.connection.close();
  return keys;
}

async function commit(city: TestCity, uscc: string): Promise<string> {
  const registration = { uscc, name: '某企业', status: 'IN_BUSINESS', establishedOn: '2001-05-06' };
  await city.ask(REGISTER, { input: { ...registration, registrationAuthority: '某局' } }, 'registry');
  const input = {
    ...{ subjectUscc: uscc, subjectName: '某企业', subjectCategory: 'LEGAL_OR_UNINCORPORATED' },
    ...{ kind: 'VOLUNTARY', reason: '事由', content: '承诺内容', liability: '违约责任' },
    ...{ acceptUnit: '某局', acceptUnitUscc: '11350100003604001U', publicity: 'AUTHORISED_QUERY' },
  };
  const { data } = await city.ask(FILE, { input }, { enterprise: uscc });
  expect(data?.['commitmentFile']).toMatchObject({ errors: [] });
  return (data?.['commitmentFile'] as { readonly id: string }).id;
}
