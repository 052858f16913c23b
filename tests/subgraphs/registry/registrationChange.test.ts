import { changes } from '../../../subgraphs/registry/collections/changes.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { liveAsFact } from './liveAsFact.ts';
import { entered, ENTERPRISE, openRegistry } from './openRegistry.ts';

const input = {
  subjectUscc: ENTERPRISE,
  subjectName: '福州测试有限公司',
  item: '名称变更',
  before: '福州试验有限公司',
  after: '福州测试有限公司',
  approvedOn: '2026-04-30',
};

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

describe('a change of a registration', () => {
  liveAsFact(() => registry, {
    collection: changes,
    noun: 'registrationChange',
    list: 'registrationChanges',
    under: 'changes',
    input,
    selection: 'decidedOn item before after approvedOn publicityDueOn licenceDataDueOn',
    reads: {
      decidedOn: '2026-04-30',
      item: '名称变更',
      before: '福州试验有限公司',
      after: '福州测试有限公司',
      approvedOn: '2026-04-30',
      // 1 to 5 May are holidays, Saturday 9 May is worked.
      publicityDueOn: '2026-06-01',
      licenceDataDueOn: '2026-05-15',
    },
    correction: { after: '福州测试科技有限公司' },
    corrected: { after: '福州测试科技有限公司' },
  });

  it('is a fact of its own for each state that an item had on one day', async () => {
    await entered(registry, 'registrationChange', input);
    const second = { ...input, before: input.after, after: '福州测试科技有限公司' };
    await entered(registry, 'registrationChange', second);
    const { data } = await registry.ask(
      '{ registrationChanges(item: "名称变更") { totalCount } none: registrationChanges(item: "住所变更") { totalCount } }',
    );
    expect(data).toEqual({ registrationChanges: { totalCount: 2 }, none: { totalCount: 0 } });
  });

  it('masks a citizen’s number inside what was changed and says so', async () => {
    const id = await entered(registry, 'registrationChange', { ...input, before: '投资人 11010519491231002X' });
    const { data } = await registry.ask(`{ registrationChange(id: "${id}") { before record { qualityFlags } } }`);
    expect(data).toEqual({
      registrationChange: { before: '投资人 ******************', record: { qualityFlags: ['PERSONAL_DATA_MASKED'] } },
    });
  });
});
