import { businessLicences } from '../../../subgraphs/registry/collections/businessLicences.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { liveAsFact } from './liveAsFact.ts';
import { correct, create, entered, ENTERPRISE, openRegistry } from './openRegistry.ts';

const own = {
  form: 'ELECTRONIC',
  serialNo: '350100000123456',
  issuedOn: '2020-03-04',
  issuingAuthority: '福州市市场监督管理局',
  status: 'VALID',
};
const input = { subjectUscc: ENTERPRISE, ...own };

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

describe('a business licence', () => {
  liveAsFact(() => registry, {
    collection: businessLicences,
    noun: 'businessLicence',
    list: 'businessLicences',
    under: 'businessLicences',
    input,
    selection: 'decidedOn form serialNo issuedOn issuingAuthority expiresOn status statusOn statusReason',
    reads: { ...own, decidedOn: '2020-03-04', expiresOn: null, statusOn: null, statusReason: null },
    correction: { status: 'REVOKED', statusOn: '2026-05-06', statusReason: '逾期未接受年度报告公示' },
    corrected: { status: 'REVOKED', statusOn: '2026-05-06', statusReason: '逾期未接受年度报告公示' },
  });

  it('stands beside the other forms of the same licence', async () => {
    await entered(registry, 'businessLicence', input);
    await entered(registry, 'businessLicence', { ...input, form: 'ORIGINAL' });
    await entered(registry, 'businessLicence', { ...input, form: 'DUPLICATE', serialNo: null });
    const { data } = await registry.ask(
      `{ enterprise(uscc: "${ENTERPRISE}") { businessLicences { nodes { form } } } }`,
    );
    const page = (data as { enterprise: { businessLicences: { nodes: { form: string }[] } } }).enterprise
      .businessLicences;
    expect(page.nodes.map(({ form }) => form).sort()).toEqual(['DUPLICATE', 'ELECTRONIC', 'ORIGINAL']);
  });

  it('is listed by its state', async () => {
    const id = await entered(registry, 'businessLicence', input);
    await entered(registry, 'businessLicence', { ...input, form: 'ORIGINAL', status: 'DECLARED_VOID' });
    const { data } = await registry.ask('{ businessLicences(status: VALID) { nodes { id } } }');
    expect(data).toEqual({ businessLicences: { nodes: [{ id }] } });
  });

  it.each(['expiresOn', 'statusOn'])('is refused with %s before its issue; nothing changes', async (field) => {
    const { result } = await create(registry, 'businessLicence', { ...input, [field]: '2020-03-03' });
    expect(result).toMatchObject({ id: null, errors: [{ field, code: 'DATE_ORDER' }] });
    const id = await entered(registry, 'businessLicence', input);
    const refused = await correct(registry, 'businessLicence', id, { [field]: '2020-03-03' });
    expect(refused.result).toMatchObject({ id: null, errors: [{ field, code: 'DATE_ORDER' }] });
    const { data } = await registry.ask(`{ businessLicence(id: "${id}") { ${field} record { revision } } }`);
    expect(data).toEqual({ businessLicence: { [field]: null, record: { revision: 1 } } });
  });
});
