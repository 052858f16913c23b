import type { ClientWish } from '../../src/identity/clients/manageClients.ts';
import type { IdentityDatabase } from '../../src/identity/clients/IdentityDatabase.ts';
import type { CityReply } from '../kit/startTestCity.ts';
import type { GrantCity, Headers } from '../kit/startGrantCity.ts';
import { takeOut } from './takeOutGuards.ts';
import { faults, REPORTER } from './writtenGuards.ts';

const { default: fastify } = await import('fastify');
const { innerRoute, INNER_DOOR } = await import('../../gateway/http/innerRoute.ts');
const { OperationsInFlight } = await import('../../gateway/http/OperationsInFlight.ts');
const { DOCUMENT_LIMITS } = await import('../../gateway/limits/documentLimits.ts');
const { openConnection } = await import('../../src/data/DepartmentDatabase.ts');
const { openIdentityDatabase } = await import('../../src/identity/clients/IdentityDatabase.ts');
const { addCredential, createClient, revoke } = await import('../../src/identity/clients/manageClients.ts');
const { credentialId } = await import('../../src/identity/clients/credentialText.ts');
const { KeyRing } = await import('../../src/identity/KeyRing.ts');
const { signServiceToken } = await import('../../src/identity/serviceToken.ts');
const { factResolvers } = await import('../../src/subgraph/factResolvers.ts');
const { penalties } = await import('../../subgraphs/disclosure/collections/penalties.ts');
const { staffOf } = await import('../kit/department.ts');
const { doorPath } = await import('../kit/doorPath.ts');
const { applicationFor, APPLY, LISTING, PENALTY } = await import('../kit/openRemedyCity.ts');
const { codesOf, FACTS, GIVER, GRANT, INPUT, OTHER, PURPOSE, startGrantCity } =
  await import('../kit/startGrantCity.ts');

/** A natural person, whom nobody but the owner of a fact is told of; others are called so with something behind. */
const PERSON = '诸葛小明';
const COMMITMENT = {
  ...{ subjectUscc: GIVER, subjectName: '某企业', subjectCategory: 'LEGAL_OR_UNINCORPORATED', kind: 'VOLUNTARY' },
  ...{ reason: '事由', content: '公开承诺', liability: '违约责任' },
  ...{ acceptUnit: '某局', acceptUnitUscc: '11350100003604001U', publicity: 'PUBLIC' },
};
const REPORT = {
  ...{ measureId: 'fiscal-funds-limit', scene: 'FISCAL_FUNDS', executedOn: '2026-06-10', outcome: 'APPLIED' },
};
const PLEDGE = {
  ...{ subjectUscc: GIVER, kind: 'EQUITY_PLEDGE', pledgorCategory: 'NATURAL_PERSON' },
  ...{ pledgee: '某银行', debtAmount: '1.00', collateral: '股权', registeredOn: '2026-04-30', authority: '某局' },
  status: 'VALID',
};
const RESTRICTION = {
  ...{ subjectUscc: GIVER, subjectName: '某企业', court: '某法院', issuedOn: '2026-03-02', measures: ['FLIGHTS'] },
};
const COUNT = 'enterprises(first: 1) { totalCount }';
const ALIASES = Array.from({ length: DOCUMENT_LIMITS.aliases + 1 }, (_, at) => `a${at}: ${COUNT}`).join(' ');
const LISTS = Array.from(
  { length: 20 },
  (_, at) => `a${at}: penalties(first: 100) { nodes { subject { penalties(first: 100) { nodes { id } } } } }`,
).join(' ');
/** A mutation by its call, with what it takes. */
const CHANGES = {
  commitmentFile: 'mutation ($input: CommitmentFileInput!) { commitmentFile(input: $input) { id } }',
  commitmentConfirm: 'mutation ($id: ID!) { commitmentConfirm(id: $id, fulfilment: FULL, note: "x") { id } }',
  commitmentFindFalse: 'mutation ($id: ID!) { commitmentFindFalse(id: $id, note: "x") { id } }',
  consumptionRestrictionCreate:
    'mutation ($input: ConsumptionRestrictionInput!) { consumptionRestrictionCreate(input: $input) { id errors { field code } } }',
  measureExecutionCreate:
    'mutation ($id: ID!, $input: MeasureExecutionInput!) { measureExecutionCreate(fact: $id, input: $input) { id } }',
  measureExecutionAnnul: 'mutation ($id: ID!) { measureExecutionAnnul(id: $id, note: "x") { id } }',
  penaltyCreate: 'mutation ($input: AdministrativePenaltyInput!) { penaltyCreate(input: $input) { id } }',
  pledgeCreate: 'mutation ($input: PledgeInput!) { pledgeCreate(input: $input) { id } }',
  repairAccept: 'mutation ($id: ID!) { repairAccept(id: $id) { repair { id } } }',
  repairApply: APPLY,
  repairForward: 'mutation ($id: ID!) { repairForward(id: $id) { repair { id } } }',
  repairReview: 'mutation ($id: ID!) { repairReview(id: $id) { repair { id } } }',
  repairUndo: 'mutation ($id: ID!) { repairUndo(id: $id, reason: "x") { repair { id } } }',
  seriousViolationListingCreate:
    'mutation ($input: SeriousViolationListingInput!) { seriousViolationListingCreate(input: $input) { id } }',
} as const;
type Change = keyof typeof CHANGES;

describe('each guard that is written by hand', () => {
  let stage: GrantCity;
  let identity: IdentityDatabase;
  /** A system of a department that holds one scope, which is another department's. */
  let narrow: Headers;
  const ids: Record<'penalty' | 'repair' | 'commitment' | 'report' | 'authorisation', string> = {
    ...{ penalty: '', repair: '', commitment: '', report: '', authorisation: '' },
  };
  let persons = 0;
  beforeAll(async () => {
    stage = await startGrantCity();
    const { uri, prefix } = stage.city.database;
    identity = await openIdentityDatabase(await openConnection(uri), prefix);
    narrow = await keyOf({ audience: 'INTERNAL', department: 'judiciary', scopes: ['remedy:repair:write'] });
    const penalty = { ...PENALTY, docNo: '榕环罚〔2026〕1号', decidedOn: '2026-02-10' };
    ids.penalty = await made('penaltyCreate', 'disclosure', { input: penalty });
    const listing = { ...LISTING, listingDocNo: '榕市监严〔2024〕1号' };
    const listed = await made('seriousViolationListingCreate', 'registry', { input: listing });
    ids.commitment = await made('commitmentFile', { enterprise: GIVER }, { input: COMMITMENT });
    await enterPersons();
    await stage.city.settled();
    await made('commitmentConfirm', 'tax', { id: ids.commitment });
    ids.repair = await made('repairApply', { enterprise: GIVER }, applied());
    for (const step of ['repairAccept', 'repairForward'] as const) await made(step, 'remedy', { id: ids.repair });
    ids.report = await made('measureExecutionCreate', REPORTER, { id: listed, input: REPORT });
    ids.authorisation = await stage.give();
  }, 240_000);
  afterAll(async () => {
    await identity.connection.close();
    await stage.city.stop();
  });

  /** The id of what a mutation makes or moves on. */
  async function made(change: Change, holder: Parameters<typeof stage.city.ask>[2], variables: object) {
    const { data, errors } = await stage.city.ask(CHANGES[change], variables, holder);
    const result = data?.[change] as { readonly id?: string; readonly repair?: { readonly id: string } | null } | null;
    const id = result?.id ?? result?.repair?.id;
    if (id === undefined) throw new Error(JSON.stringify([change, result, errors]));
    return id;
  }
  const applied = () => applicationFor({ type: 'AdministrativePenalty', owner: 'disclosure', id: ids.penalty });
  /** Enters one person as a party to a pledge, and as one who is restricted; gives the name. */
  async function enterPersons(): Promise<string> {
    const [name, number] = [`${PERSON}${'甲乙丙丁戊己庚辛'[(persons += 1)] ?? ''}`, `350100202600${persons}`];
    await made('pledgeCreate', 'registry', { input: { ...PLEDGE, pledgor: name, regNo: number } });
    const restriction = { ...RESTRICTION, caseNo: `（2026）闽0102执${number}号`, restrictedPerson: name };
    await made('consumptionRestrictionCreate', 'judiciary', { input: restriction });
    return name;
  }
  async function keyOf(wish: Omit<ClientWish, 'name' | 'createdBy'>, ttlMs = 3_600_000): Promise<Headers> {
    const client = await createClient(identity, { name: '某系统', createdBy: 'test', ...wish }, new Date());
    const given = await addCredential(identity, client, 'KEY', { now: new Date(), ttlMs });
    return { 'x-api-key': given?.text ?? '' };
  }
  /** The breach of an answer with another code than this one. */
  const unless = (code: string, what: string, reply: CityReply): readonly string[] =>
    codesOf(reply).join() === code ? [] : [`${what}: ${codesOf(reply).join()}`];
  const names = (what: string, told: unknown): readonly string[] =>
    JSON.stringify(told).includes(PERSON) ? [what] : [];
  const change = async (what: Change, holder: string | { readonly enterprise: string }, variables: object) =>
    stage.city.ask(CHANGES[what], variables, holder);
  const forbidden = async (...given: Parameters<typeof change>) =>
    unless('FORBIDDEN', given[0], await change(...given));
  const forbiddenNarrow = async (what: Change, variables: object) =>
    unless('FORBIDDEN', what, await stage.send(doorPath('INTERNAL'), narrow, CHANGES[what], variables));
  const ask = (query: string, headers: Headers = {}) => stage.send(doorPath('OPEN'), headers, query);
  const ledgerTells = async () => {
    const name = await enterPersons();
    await stage.city.settled();
    const { prefix } = stage.city.database;
    const bodies = identity.connection.getClient().db(`${prefix}ledger`).collection('bodies');
    return JSON.stringify(await bodies.find().toArray()).includes(name) ? ['the ledger'] : [];
  };
  /** An operation of an agency while something is wrong with the audit log. */
  const during = async (fault: Partial<typeof faults>, query = FACTS, headers = stage.bank) => {
    Object.assign(faults, fault);
    const reply = await stage.agency({ ...headers, ...PURPOSE }, query, stage.about(GIVER));
    Object.assign(faults, { isAway: false, stage: undefined });
    return unless('AUDIT_UNAVAILABLE', 'without a record', reply);
  };

  /** By the name of the guard: an attack on it, and what it comes to, which is nothing while the guard stands. */
  const ATTACKS: Readonly<Record<string, () => Promise<readonly string[]>>> = {
    'masks of personal fields': async () =>
      names('an order', await ask('{ consumptionRestrictions { nodes { restrictedPerson } } }')),
    'mask of a natural person': async () => {
      const fact = { _id: 'x', record: { subjectName: PERSON, subjectCategory: 'NATURAL_PERSON' } };
      const { record } = factResolvers(penalties);
      const context = { caller: staffOf('tax') } as Parameters<typeof record>[2];
      return Promise.resolve(names('an envelope', record(fact as Parameters<typeof record>[0], {}, context)));
    },
    'mask of a party to a pledge': async () => names('a pledge', await ask('{ pledges { nodes { pledgor } } }')),
    'names of people, which never enter the ledger': ledgerTells,
    'personal fields, which never enter the ledger': ledgerTells,
    'end of a credential': async () => {
      const over = await keyOf({ audience: 'OPEN', scopes: [] }, -1);
      const gone = await keyOf({ audience: 'OPEN', scopes: [] });
      await revoke(identity, credentialId(gone['x-api-key'] ?? '') ?? '', new Date());
      return [
        ...unless('API_KEY_EXPIRED', 'a key that is over', await ask(`{ ${COUNT} }`, over)),
        ...unless('API_KEY_REVOKED', 'a key that was revoked', await ask(`{ ${COUNT} }`, gone)),
      ];
    },
    'own key of a department': async () => {
      const server = fastify();
      const asked: string[] = [];
      const keys = new KeyRing(stage.city.folder, 'service');
      innerRoute(server, {
        askGraph: (_query, _variables, { department = '' }) => {
          asked.push(department);
          return Promise.resolve({ data: {}, errors: [] });
        },
        operations: new OperationsInFlight(),
        ...{ keys, keysOf: () => keys },
      });
      const headers = { authorization: await signServiceToken(keys, 'tax') };
      const own = { authorization: headers.authorization.replace(/[^.]+$/u, 'AAAA') };
      await server.inject({ method: 'POST', url: INNER_DOOR, headers: own, payload: { query: '{ a }' } });
      return asked;
    },
    'steps of the applicant': () => forbidden('repairApply', { enterprise: OTHER }, applied()),
    'steps of the credit office': () => forbiddenNarrow('repairAccept', { id: ids.repair }),
    'steps of the department that decides': () => forbidden('repairReview', 'judiciary', { id: ids.repair }),
    'undoing by whoever may decide': () => forbidden('repairUndo', 'judiciary', { id: ids.repair }),
    'commitments of others': () => forbidden('commitmentFile', { enterprise: OTHER }, { input: COMMITMENT }),
    'scope to judge a commitment': () => forbiddenNarrow('commitmentFindFalse', { id: 'unheard-of' }),
    'judgment of another department': () => forbidden('commitmentFindFalse', 'judiciary', { id: ids.commitment }),
    'scope to report a measure': () => forbiddenNarrow('measureExecutionCreate', { id: 'unheard-of', input: REPORT }),
    'report of another department': async () =>
      unless('FACT_UNKNOWN', 'annulled', await change('measureExecutionAnnul', 'registry', { id: ids.report })),
    'authorisation by the enterprise alone': async () =>
      unless('FORBIDDEN', 'given', await stage.city.ask(GRANT, { input: INPUT }, 'registry')),
    'parties to an authorisation': async () => {
      const query = `{ authorisation(number: "${ids.authorisation}") { number } }`;
      const { data } = await stage.agency({ ...stage.rival, ...PURPOSE }, query);
      return data?.['authorisation'] === null ? [] : ['a stranger reads it'];
    },
    'parties to authorisations': async () => {
      const { data } = await stage.agency({ ...stage.rival, ...PURPOSE }, '{ authorisations { totalCount } }');
      const { totalCount } = data?.['authorisations'] as { readonly totalCount: number };
      return totalCount === 0 ? [] : ['a stranger reads them'];
    },
    'who looked at an enterprise': async () => {
      const query = `{ enterprise(uscc: "${GIVER}") { accessRecords { nodes { id } } } }`;
      return unless('FORBIDDEN', 'another enterprise', await stage.city.ask(query, {}, { enterprise: OTHER }));
    },
    'files of another department': async () => {
      const { status } = await stage.city.send('/imports/registry.enterprises?name=a.csv', '名称\n', 'disclosure');
      return status === 403 ? [] : [`a file is taken in: ${status}`];
    },
    'limits of documents': async () => unless('DOCUMENT_LIMIT_EXCEEDED', 'aliases', await ask(`{ ${ALIASES} }`)),
    budgets: async () =>
      unless('COST_LIMIT_EXCEEDED', 'lists of lists', await ask(`{ enterprises(first: 100) { nodes { ${LISTS} } } }`)),
    'refusal while the audit log is away': () => during({ isAway: true }),
    'record before the reply leaves': () => during({ stage: 'ENDED' }),
    'record of a write before it begins': async () => {
      Object.assign(faults, { stage: 'BEGUN' });
      const reply = await change('pledgeCreate', 'registry', {
        input: { ...PLEDGE, pledgor: PERSON, regNo: '350100202600' },
      });
      Object.assign(faults, { stage: undefined });
      return unless('AUDIT_UNAVAILABLE', 'without a record', reply);
    },
  };

  it.each(Object.entries(ATTACKS))(
    'is missed where it is taken out: %s',
    async (name, attack) => {
      expect(await attack()).toEqual([]);
      const putBack = takeOut(name);
      try {
        expect((await attack()).length).toBeGreaterThan(0);
      } finally {
        putBack();
      }
    },
    60_000,
  );
});
