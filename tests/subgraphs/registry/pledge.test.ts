import { pledges } from '../../../subgraphs/registry/collections/pledges.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { liveAsFact } from './liveAsFact.ts';
import { create, entered, ENTERPRISE, openRegistry, STAFF } from './openRegistry.ts';

const own = {
  kind: 'EQUITY_PLEDGE',
  regNo: '350100202600012',
  pledgor: '福州投资有限公司',
  pledgorCategory: 'LEGAL_OR_UNINCORPORATED',
  pledgee: '福建海峡银行股份有限公司',
  debtAmount: '8000000.00',
  collateral: '福州测试有限公司 30% 股权',
  registeredOn: '2026-04-30',
  authority: '福州市市场监督管理局',
  status: 'VALID',
};
const input = { subjectUscc: ENTERPRISE, ...own };

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

describe('a pledge', () => {
  liveAsFact(() => registry, {
    collection: pledges,
    noun: 'pledge',
    list: 'pledges',
    under: 'pledges',
    input,
    selection: `decidedOn kind regNo pledgor pledgorCategory pledgee pledgeeCategory debtAmount collateral registeredOn
      authority status cancelledOn cancelReason publicityDueOn`,
    reads: {
      ...own,
      decidedOn: '2026-04-30',
      pledgeeCategory: null,
      cancelledOn: null,
      cancelReason: null,
      publicityDueOn: '2026-06-01',
    },
    correction: { status: 'CANCELLED', cancelledOn: '2026-06-01', cancelReason: '主债权消灭' },
    corrected: { status: 'CANCELLED', cancelledOn: '2026-06-01', cancelReason: '主债权消灭' },
  });

  it('shows a natural person by the family name only, but to the registry in full, on every path', async () => {
    const parties = { pledgor: '欧阳明', pledgorCategory: 'NATURAL_PERSON', pledgee: '陈小明' };
    const id = await entered(registry, 'pledge', { ...input, ...parties });
    const document = `query ($entity: [_Any!]!) {
      enterprise(uscc: "${ENTERPRISE}") { pledges { nodes { pledgor alias: pledgee } edges { node { pledgee } } } }
      pledge(id: "${id}") { pledgor pledgee }
      _entities(representations: $entity) { ... on Pledge { pledgor pledgee } }
    }`;
    const read = async (caller = {}) =>
      (await registry.ask(document, { entity: [{ __typename: 'Pledge', id }] }, caller)).data;
    const expected = (pledgor: string, pledgee: string) => ({
      enterprise: { pledges: { nodes: [{ pledgor, alias: pledgee }], edges: [{ node: { pledgee } }] } },
      pledge: { pledgor, pledgee },
      _entities: [{ pledgor, pledgee }],
    });
    expect(await read()).toEqual(expected('欧阳某', '陈某'));
    expect(await read({ caller: staffOf('tax') })).toEqual(expected('欧阳某', '陈某'));
    expect(await read({ caller: STAFF })).toEqual(expected('欧阳明', '陈小明'));
  });

  it('is listed by kind', async () => {
    const id = await entered(registry, 'pledge', input);
    await entered(registry, 'pledge', { ...input, kind: 'CHATTEL_MORTGAGE' });
    const { data } = await registry.ask('{ pledges(kind: EQUITY_PLEDGE) { totalCount nodes { id } } }');
    expect(data).toEqual({ pledges: { totalCount: 1, nodes: [{ id }] } });
  });

  it('is refused when it ended before it began; nothing is stored', async () => {
    const { result } = await create(registry, 'pledge', { ...input, cancelledOn: '2026-04-29' });
    expect(result).toMatchObject({ id: null, errors: [{ field: 'cancelledOn', code: 'DATE_ORDER' }] });
    expect(await registry.subgraph.database.facts(pledges).countDocuments()).toBe(0);
  });
});
