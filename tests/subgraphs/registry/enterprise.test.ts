import { enterprises } from '../../../subgraphs/registry/collections/enterprises.ts';
import { department } from '../../../subgraphs/registry/department.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { annul, correct, create, ENTERPRISE, register, STAFF } from './openRegistry.ts';

const OTHER = '9335018158311TC46J';
const values = {
  uscc: ENTERPRISE,
  name: '福州测试有限公司',
  formerNames: ['福州试验有限公司'],
  status: 'IN_BUSINESS',
  entityType: '有限责任公司',
  establishedOn: '2001-05-06',
  registeredCapital: '1000000.00',
  capitalCurrency: 'CNY',
  legalRepresentative: '陈小明',
  businessScope: '软件开发',
  domicile: '福州市鼓楼区五四路1号',
  province: '福建',
  city: '福州',
  districtCode: '350102',
  registrationAuthority: '福州市市场监督管理局',
  businessTermFrom: '2001-05-06',
  businessTermTo: '2051-05-05',
  suspendedFrom: null,
  suspendedUntil: null,
  industryCode: 'I6510',
  mergedIntoUscc: null,
  legacyRegistrationNo: '350100100012341',
  shareholders: [{ name: '福州投资有限公司', subscribed: '1000000.00', paid: null, dueOn: '2030-12-31', form: '货币' }],
  officers: [{ name: '陈小明', position: '执行董事' }],
};
const FIELDS = `uscc name formerNames status entityType establishedOn registeredCapital capitalCurrency legalRepresentative
  businessScope domicile province city districtCode registrationAuthority businessTermFrom businessTermTo suspendedFrom suspendedUntil
  suspensionEndsBy industryCode mergedIntoUscc legacyRegistrationNo shareholders { name subscribed paid dueOn form }
  officers { name position } divisionCode orgCode codeCategory { department category } parent { uscc }
  record { revision catalogueKind polarity provenance { linkedBy } }`;
const read = {
  ...values,
  suspensionEndsBy: null,
  divisionCode: '350100',
  orgCode: '705362917',
  codeCategory: { department: '市场监管', category: '企业' },
  parent: null,
  record: { revision: 1, catalogueKind: 1, polarity: 'NEUTRAL', provenance: { linkedBy: 'USCC' } },
};

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openDepartment(department);
});
beforeEach(() => registry.subgraph.database.db.dropDatabase());
afterAll(() => registry.close());

const stored = () => registry.subgraph.database.facts(enterprises).find().toArray();

describe('an enterprise', () => {
  it('is registered and read by anybody, by its code in any form and as an entity', async () => {
    const { result, codes } = await create(registry, 'enterprise', { ...values, liaison: '林小红' });
    expect([result, codes]).toEqual([{ id: ENTERPRISE, revision: 1, changed: true, qualityFlags: [], errors: [] }, []]);
    const document = `query ($entity: [_Any!]!) {
      enterprise(uscc: " 91350100-705362917ｅ") { ${FIELDS} }
      _entities(representations: $entity) { ... on Enterprise { ${FIELDS} } }
    }`;
    const entity = [{ __typename: 'Enterprise', uscc: ENTERPRISE }];
    expect(await registry.ask(document, { entity })).toEqual({ data: { enterprise: read, _entities: [read] } });
  });

  it('shows its liaison in full to the registry, by family name to departments, and not to the public', async () => {
    await create(registry, 'enterprise', { ...values, liaison: '林小红' });
    const liaison = async (caller: typeof ANONYMOUS) => {
      const { data, errors } = await registry.ask(`{ enterprise(uscc: "${ENTERPRISE}") { liaison } }`, {}, { caller });
      return [data, errors?.map(({ extensions }) => extensions['code'])];
    };
    expect(await liaison(STAFF)).toEqual([{ enterprise: { liaison: '林小红' } }, undefined]);
    expect(await liaison(staffOf('tax'))).toEqual([{ enterprise: { liaison: '林某' } }, undefined]);
    expect(await liaison(ANONYMOUS)).toEqual([{ enterprise: { liaison: null } }, ['FORBIDDEN']]);
  });

  it('is changed as a new revision, keeping what it was', async () => {
    await create(registry, 'enterprise', values);
    const before = await stored();
    const change = {
      name: '福州测试科技有限公司',
      formerNames: ['福州试验有限公司', '福州测试有限公司'],
      officers: null,
    };
    expect((await correct(registry, 'enterprise', ENTERPRISE, change, 1)).result).toMatchObject({ revision: 2 });
    const { data } = await registry.ask(
      `{ enterprise(uscc: "${ENTERPRISE}") { name formerNames officers { name } capitalCurrency } }`,
    );
    expect(data).toEqual({ enterprise: { ...change, capitalCurrency: 'CNY' } });
    const history = await registry.subgraph.database.revisions(enterprises).find().toArray();
    expect(history).toEqual(before.map((document) => ({ ...document, _id: `${ENTERPRISE}@1`, fact: ENTERPRISE })));
  });

  it('is nowhere once its registration was annulled', async () => {
    await create(registry, 'enterprise', values);
    expect((await annul(registry, 'enterprise', ENTERPRISE)).result).toMatchObject({ revision: 2, changed: true });
    const document = `query ($entity: [_Any!]!) {
      enterprise(uscc: "${ENTERPRISE}") { name } enterprises { totalCount nodes { uscc } }
      enterprisesByUscc(usccs: ["${ENTERPRISE}"]) { uscc } _entities(representations: $entity) { ... on Enterprise { name } }
    }`;
    const entity = [{ __typename: 'Enterprise', uscc: ENTERPRISE }];
    const nothing = {
      enterprise: null,
      enterprises: { totalCount: 0, nodes: [] },
      enterprisesByUscc: [null],
      _entities: [null],
    };
    expect(await registry.ask(document, { entity })).toEqual({ data: nothing });
    expect(await registry.ask(document, { entity }, { caller: STAFF })).toEqual({ data: nothing });
  });

  it.each([ANONYMOUS, staffOf('tax')])('is written by nobody else', async (caller) => {
    await create(registry, 'enterprise', values);
    const before = await stored();
    const refusals = [
      await create(registry, 'enterprise', { ...values, uscc: OTHER }, caller),
      await correct(registry, 'enterprise', ENTERPRISE, { name: '另一公司' }, null, caller),
      await annul(registry, 'enterprise', ENTERPRISE, caller),
    ];
    expect(refusals).toEqual(Array(3).fill({ result: null, codes: ['FORBIDDEN'] }));
    expect(await stored()).toEqual(before);
  });

  it('is refused without its required values, each named', async () => {
    const { result } = await create(registry, 'enterprise', { uscc: ENTERPRISE });
    const missing = ['name', 'status', 'establishedOn', 'registrationAuthority'];
    expect(result?.errors.map(({ field, code }) => [field, code])).toEqual(
      missing.map((field) => [field, 'REQUIRED_MISSING']),
    );
    expect(await stored()).toEqual([]);
  });

  it('is null where the code is unknown, and an error where it is none, without the value', async () => {
    expect(await registry.ask(`{ enterprise(uscc: "${OTHER}") { name } }`)).toEqual({ data: { enterprise: null } });
    const wrong = '91350100703562917E';
    const variables = await registry.ask('query ($uscc: USCC!) { enterprise(uscc: $uscc) { name } }', { uscc: wrong });
    const { errors = [] } = variables;
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'USCC_INVALID', details: { part: 'CHECK_DIGIT' } },
    ]);
  });

  it('leads from a branch to its parent and back', async () => {
    await register(registry, values);
    await register(registry, { uscc: OTHER, name: '福州测试有限公司长乐分公司', parentUscc: ENTERPRISE });
    const { data } = await registry.ask(`{
      branch: enterprise(uscc: "${OTHER}") { parent { name } branches { totalCount } }
      parent: enterprise(uscc: "${ENTERPRISE}") { branches(first: 1) { totalCount nodes { name } pageInfo { hasNextPage } } }
    }`);
    expect(data).toEqual({
      branch: { parent: { name: '福州测试有限公司' }, branches: { totalCount: 0 } },
      parent: {
        branches: { totalCount: 1, nodes: [{ name: '福州测试有限公司长乐分公司' }], pageInfo: { hasNextPage: false } },
      },
    });
  });

  it('may be suspended for three years and no day longer', async () => {
    const suspension = { status: 'SUSPENDED', suspendedFrom: '2024-02-29', suspendedUntil: '2027-02-28' };
    await create(registry, 'enterprise', { ...values, ...suspension });
    const { result } = await correct(registry, 'enterprise', ENTERPRISE, { suspendedUntil: '2027-03-01' });
    expect(result).toMatchObject({ id: null, errors: [{ field: 'suspendedUntil', code: 'DATE_ORDER' }] });
    const { data } = await registry.ask(
      `{ enterprise(uscc: "${ENTERPRISE}") { status suspendedUntil suspensionEndsBy record { revision } } }`,
    );
    expect(data).toEqual({
      enterprise: {
        status: 'SUSPENDED',
        suspendedUntil: '2027-02-28',
        suspensionEndsBy: '2027-02-28',
        record: { revision: 1 },
      },
    });
  });
});
