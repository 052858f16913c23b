import { base64url, decodeJwt } from 'jose';
import type * as enterDoorModule from '../../gateway/doors/enterDoor.ts';
import type * as grantedFieldsModule from '../../src/policy/grantedFields.ts';
import type * as innerHeaderModule from '../../src/identity/innerHeader.ts';
import type * as keptGraphModule from '../../gateway/keptGraph.ts';
import type * as requestCallerModule from '../../gateway/http/requestCaller.ts';
import type * as spendAuthorisationModule from '../../subgraphs/finance/authorisations/spendAuthorisation.ts';
import type * as statePurposeModule from '../../gateway/authority/statePurpose.ts';
import type * as trustDocumentModule from '../../gateway/http/trustDocument.ts';
import type * as visibilityModule from '../../src/policy/visibility.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import type { GrantCity, Headers } from '../kit/startGrantCity.ts';
import type { CityReply, TestCity } from '../kit/startTestCity.ts';
import type { ToyDepartment } from '../kit/openToyDepartment.ts';
import { replaceGuards, takeOut } from './takeOutGuards.ts';

const asOwner = (caller: Caller, department: string): Caller => ({ ...caller, department });

await replaceGuards<typeof grantedFieldsModule>('../../src/policy/grantedFields.ts', {
  'fields of an authorisation': () => ({ isFieldWithheld: () => false }),
});
// The rule of visibility comes next: others import it.
await replaceGuards<typeof visibilityModule>('../../src/policy/visibility.ts', {
  'rows for authorised query': ({ visibilityFilter }) => ({
    visibilityFilter: (caller, today, source) => visibilityFilter(asOwner(caller, source.department), today, source),
  }),
  'reach of an authorisation': ({ visibilityFilter }) => ({
    visibilityFilter: (caller, today, source) =>
      visibilityFilter(caller.authorisation ? asOwner(caller, source.department) : caller, today, source),
  }),
});
await replaceGuards<typeof statePurposeModule>('../../gateway/authority/statePurpose.ts', {
  'purpose of an agency': () => ({ demandPurpose: () => undefined }),
});
await replaceGuards<typeof enterDoorModule>('../../gateway/doors/enterDoor.ts', {
  'entrance of a door': () => ({ enterDoor: (caller) => caller }),
});
await replaceGuards<typeof keptGraphModule>('../../gateway/keptGraph.ts', {
  'contract of a door': ({ keptGraph }) => ({
    keptGraph: async (...given) => {
      const { contracts, ...graph } = await keptGraph(...given);
      const { INTERNAL } = contracts;
      return { ...graph, contracts: { OPEN: INTERNAL, AGENCY: INTERNAL, SUBJECT: INTERNAL, INTERNAL } };
    },
  }),
});
await replaceGuards<typeof trustDocumentModule>('../../gateway/http/trustDocument.ts', {
  'documents of a client': () => ({ trustDocument: () => undefined }),
});
await replaceGuards<typeof innerHeaderModule>('../../src/identity/innerHeader.ts', {
  'signature of the inner header': () => ({
    verifyInnerHeader: async (_keys, header = '') => {
      const { caller } = decodeJwt<{ readonly caller: Caller }>(header);
      return Promise.resolve({ caller, requestId: 'x', now: new Date(), locale: 'en' });
    },
  }),
});
await replaceGuards<typeof requestCallerModule>('../../gateway/http/requestCaller.ts', {
  'callers by their credentials alone': ({ requestCaller }) => ({
    requestCaller: (request, identify) => {
      const header = request.headers[INNER_HEADER];
      if (typeof header !== 'string') return requestCaller(request, identify);
      return Promise.resolve(decodeJwt<{ readonly caller: Caller }>(header).caller);
    },
  }),
});
await replaceGuards<typeof spendAuthorisationModule>('../../subgraphs/finance/authorisations/spendAuthorisation.ts', {
  'conditions of an authorisation': ({ spendAuthorisation }) => ({
    spendAuthorisation: async (asked, context) => {
      const given = context.database.db.collection<Given>('authorisations');
      const found = await given.findOne({ _id: asked.number });
      if (found === null) return spendAuthorisation(asked, context);
      return { subject: found.subject, factTypes: found.factTypes, refusal: null };
    },
  }),
});

interface Given {
  readonly _id: string;
  readonly subject: string;
  readonly factTypes: readonly string[];
}

const { openConnection } = await import('../../src/data/DepartmentDatabase.ts');
const { openIdentityDatabase } = await import('../../src/identity/clients/IdentityDatabase.ts');
const { addCredential, createClient } = await import('../../src/identity/clients/manageClients.ts');
const { INNER_HEADER, signInnerHeader } = await import('../../src/identity/innerHeader.ts');
const { KeyRing } = await import('../../src/identity/KeyRing.ts');
const { doorPath } = await import('../kit/doorPath.ts');
const { silent } = await import('../kit/mongodConfig.ts');
const { openToyDepartment } = await import('../kit/openToyDepartment.ts');
const { codesOf, FACTS, GIVER, OTHER, PURPOSE, startGrantCity } = await import('../kit/startGrantCity.ts');
const { startTestCity } = await import('../kit/startTestCity.ts');

const REVOKE = 'mutation ($number: ID!) { authorisationRevoke(number: $number) { authorisation { status } } }';
/** Stands in each commitment, and nowhere else. */
const SECRET = '承诺内容';

describe('each guard beside those of coordinates', () => {
  let stage: GrantCity;
  let bound: Headers;
  let department: ToyDepartment;
  /** With a graph of its own, as it is opened once a guard is out. */
  let later: TestCity | undefined;
  beforeAll(async () => {
    stage = await startGrantCity();
    bound = await boundClient(stage.city);
    department = await openToyDepartment(new KeyRing(stage.city.folder, 'inner'), silent);
  }, 240_000);
  afterAll(async () => {
    await later?.stop();
    await department.stop();
    await stage.city.stop();
  });

  const leaks = (what: string, reply: CityReply): readonly string[] =>
    JSON.stringify(reply.data ?? null).includes(SECRET) ? [what] : [];
  const unless = (code: string, what: string, reply: CityReply): readonly string[] =>
    codesOf(reply).join() === code ? [] : [what];
  const staff = async (name: string): Promise<Headers> => ({ authorization: await stage.city.bearer(name) });
  const using = (number: string, headers: Headers = stage.bank): Headers => ({
    ...{ ...headers, ...PURPOSE, 'x-authorisation': number },
  });
  const asked = (headers: Headers, uscc: string = GIVER): Promise<CityReply> =>
    stage.agency(headers, FACTS, stage.about(uscc));
  const at = async (audience: Caller['audience'], headers: Headers): Promise<CityReply> =>
    stage.send(doorPath(audience), headers, FACTS, stage.about(GIVER));

  /** By the name of the guard: an attack on it, and what it comes to, which is nothing while the guard stands. */
  const ATTACKS: Readonly<Record<string, () => Promise<readonly string[]>>> = {
    'purpose of an agency': async () => unless('PURPOSE_REQUIRED', 'no purpose', await asked(stage.bank)),
    'rows for authorised query': async () => [
      ...leaks('the public', await at('OPEN', {})),
      ...leaks('an agency', await asked({ ...stage.bank, ...PURPOSE })),
      ...leaks('a department', await at('INTERNAL', { ...(await staff('registry')), 'x-purpose': 'LICENSING' })),
    ],
    'reach of an authorisation': async () => [
      ...leaks('another type', await asked(using(await stage.give({ factTypes: ['Judgment'] })))),
      ...leaks('another enterprise', await asked(using(await stage.give()), OTHER)),
    ],
    'fields of an authorisation': async () =>
      leaks('a field that is not named', await asked(using(await stage.give({ fields: ['Commitment.reason'] })))),
    'conditions of an authorisation': async () => {
      const [once, many] = [await stage.give(), await stage.give({ usage: 'MANY' })];
      await asked(using(once));
      const breaches = [
        ...leaks('twice', await asked(using(once))),
        ...leaks('another querier', await asked(using(many, stage.rival))),
        ...leaks('another purpose', await asked({ ...using(many), 'x-purpose': 'POST_LOAN' })),
      ];
      await stage.city.ask(REVOKE, { number: many }, { enterprise: GIVER });
      return [...breaches, ...leaks('taken back', await asked(using(many)))];
    },
    'entrance of a door': async () => [
      ...leaks('the owner at the door of the public', await at('OPEN', await staff('credit'))),
      ...unless('DOOR_OF_OTHERS', 'an agency inside', await at('INTERNAL', { ...stage.bank, ...PURPOSE })),
    ],
    'contract of a door': async () => {
      const { city } = stage;
      const ask = (query: string): Promise<CityReply> => (later ?? city).ask(query);
      const { data } = await ask('{ __type(name: "RiskClass") { name } }');
      const refusal = await ask('{ riskClasses { totalCount } }');
      return [
        ...(data?.['__type'] === null ? [] : ['a type of others']),
        ...unless('GRAPHQL_VALIDATION_FAILED', 'a field of others', refusal),
      ];
    },
    'documents of a client': async () => {
      const query = '{ enterprises { totalCount } }';
      const url = `${stage.city.url}${doorPath('OPEN')}?query=${encodeURIComponent(query)}`;
      const byGet = await fetch(url, { headers: { ...bound, 'apollo-require-preflight': 'true' } });
      return [
        ...unless('DOCUMENT_NOT_TRUSTED', 'by POST', await stage.send(doorPath('OPEN'), bound, query)),
        ...unless('DOCUMENT_NOT_TRUSTED', 'by GET', (await byGet.json()) as CityReply),
      ];
    },
    'callers by their credentials alone': async () => {
      const owner: Caller = { audience: 'INTERNAL', department: 'credit', scopes: new Set(['credit:*']) };
      const call = { caller: owner, requestId: 'request-0001', now: new Date(), locale: 'en' } as const;
      const header = await signInnerHeader(new KeyRing(stage.city.folder, 'inner'), call, 'credit');
      return [
        ...leaks('the public', await at('OPEN', { [INNER_HEADER]: header })),
        ...leaks('a department', await at('INTERNAL', { ...(await staff('registry')), [INNER_HEADER]: header })),
      ];
    },
    'signature of the inner header': async () => {
      const caller = { audience: 'INTERNAL', department: 'tax', scopes: ['tax:*'] };
      const invented = [{ alg: 'none' }, { caller, aud: 'department:registry' }].map((part) =>
        base64url.encode(JSON.stringify(part)),
      );
      const reply = await fetch(`${department.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [INNER_HEADER]: `${invented.join('.')}.` },
        body: JSON.stringify({ query: '{ department }' }),
      });
      return unless('INNER_CALL_REFUSED', 'an invented caller', (await reply.json()) as CityReply);
    },
  };

  it.each(Object.entries(ATTACKS))(
    'is missed where it is taken out: %s',
    async (name, attack) => {
      expect(await attack()).toEqual([]);
      const putBack = takeOut(name);
      try {
        if (name.startsWith('contract')) later = await startTestCity();
        expect((await attack()).length).toBeGreaterThan(0);
      } finally {
        putBack();
      }
    },
    60_000,
  );
});

/** A client of the public that may run trusted documents only; there are none. */
async function boundClient({ database: { uri, prefix } }: TestCity): Promise<Headers> {
  const identity = await openIdentityDatabase(await openConnection(uri), prefix);
  const wish = { name: '某网站', audience: 'OPEN', scopes: [], createdBy: 'test', documents: 'TRUSTED' } as const;
  const client = await createClient(identity, wish, new Date());
  const given = await addCredential(identity, client, 'KEY', { now: new Date(), ttlMs: 3_600_000 });
  await identity.connection.close();
  return { 'x-api-key': given?.text ?? '' };
}
