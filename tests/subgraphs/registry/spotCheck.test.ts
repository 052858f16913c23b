import { spotChecks } from '../../../subgraphs/registry/collections/spotChecks.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { liveAsFact } from './liveAsFact.ts';
import { create, entered, ENTERPRISE, openRegistry } from './openRegistry.ts';

const input = {
  subjectUscc: ENTERPRISE,
  subjectName: '福州测试有限公司',
  planNo: '3501002026001',
  taskName: '2026年度公示信息抽查',
  checkItem: '年度报告公示信息检查',
  checkAuthorities: ['福州市市场监督管理局', '福州市税务局'],
  checkedOn: '2026-04-30',
  method: 'ON_SITE',
  result: 'PENDING',
  publishedOn: '2026-05-11',
};
const { publishedOn, subjectUscc, subjectName, ...own } = input;

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

describe('a spot check', () => {
  liveAsFact(() => registry, {
    collection: spotChecks,
    noun: 'spotCheck',
    list: 'spotChecks',
    under: 'spotChecks',
    input,
    selection:
      'decidedOn planNo taskName checkItem checkAuthorities checkedOn method result followUp publicityDueOn envelope: record { publishedOn subjectName }',
    reads: {
      ...own,
      decidedOn: '2026-04-30',
      followUp: null,
      publicityDueOn: '2026-06-01',
      envelope: { publishedOn, subjectName },
    },
    correction: { result: 'CORRECTED', followUp: '已责令改正' },
    corrected: { result: 'CORRECTED', followUp: '已责令改正' },
  });

  it('is listed by result', async () => {
    const id = await entered(registry, 'spotCheck', input);
    await entered(registry, 'spotCheck', { ...input, checkItem: '登记事项检查', result: 'NO_PROBLEM' });
    const { data } = await registry.ask('{ spotChecks(result: PENDING) { totalCount nodes { id } } }');
    expect(data).toEqual({ spotChecks: { totalCount: 1, nodes: [{ id }] } });
  });

  it('is taken with a remark where it was published before it was made', async () => {
    const { result } = await create(registry, 'spotCheck', { subjectUscc, ...own, publishedOn: '2026-04-29' });
    expect(result).toMatchObject({ revision: 1, qualityFlags: ['DATE_ORDER'], errors: [] });
  });
});
