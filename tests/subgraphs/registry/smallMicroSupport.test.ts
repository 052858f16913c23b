import { smallMicroSupports } from '../../../subgraphs/registry/collections/smallMicroSupports.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { liveAsFact } from './liveAsFact.ts';
import { create, entered, ENTERPRISE, openRegistry } from './openRegistry.ts';

const own = {
  policyName: '小微企业创业担保贷款贴息',
  implementingDept: '福州市人力资源和社会保障局',
  content: '贷款贴息一年',
  enjoyedOn: '2026-01-15',
  amount: '12500.50',
};
const input = { subjectUscc: ENTERPRISE, ...own };

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

describe('a support of a small or micro enterprise', () => {
  liveAsFact(() => registry, {
    collection: smallMicroSupports,
    noun: 'smallMicroSupport',
    list: 'smallMicroSupports',
    under: 'smallMicroSupports',
    input,
    selection: 'decidedOn policyName implementingDept content enjoyedOn amount',
    reads: { ...own, decidedOn: '2026-01-15' },
    correction: { amount: '12500' },
    corrected: { amount: '12500.00' },
  });

  it('is listed by the name of its policy', async () => {
    const id = await entered(registry, 'smallMicroSupport', input);
    await entered(registry, 'smallMicroSupport', { ...input, policyName: '稳岗返还' });
    const { data } = await registry.ask(`{ smallMicroSupports(policyName: "${own.policyName}") { nodes { id } } }`);
    expect(data).toEqual({ smallMicroSupports: { nodes: [{ id }] } });
  });

  it('is refused with an amount that can not be one, and nothing is written', async () => {
    const { result } = await create(registry, 'smallMicroSupport', { ...input, amount: '-1.00' });
    expect(result).toMatchObject({ id: null, errors: [{ field: 'amount', code: 'AMOUNT_INVALID' }] });
    const { data } = await registry.ask('{ smallMicroSupports { nodes { amount } } }');
    expect(data).toEqual({ smallMicroSupports: { nodes: [] } });
  });
});
