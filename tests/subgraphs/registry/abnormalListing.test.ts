import { abnormalListings } from '../../../subgraphs/registry/collections/abnormalListings.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { liveAsFact } from './liveAsFact.ts';
import { correct, create, entered, ENTERPRISE, openRegistry, STAFF } from './openRegistry.ts';

const input = {
  subjectUscc: ENTERPRISE,
  subjectName: '福州测试有限公司',
  reason: 'UNREACHABLE_AT_ADDRESS',
  foundOn: '2026-02-10',
  listedOn: '2026-03-02',
  listingAuthority: '福州市市场监督管理局',
  listingDocNo: '榕市监异字〔2026〕1号',
};

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

/** Noon of a day in Asia/Shanghai. */
const on = (day: string) => ({ now: new Date(`${day}T12:00:00+08:00`) });

async function visibleOn(day: string, request = {}): Promise<unknown> {
  const document = `{ enterprise(uscc: "${ENTERPRISE}") { abnormalListings { totalCount } } }`;
  const { data } = await registry.ask(document, {}, { ...on(day), ...request });
  return (data as { enterprise: { abnormalListings: { totalCount: number } } }).enterprise.abnormalListings.totalCount;
}

describe('an abnormal listing', () => {
  liveAsFact(() => registry, {
    collection: abnormalListings,
    noun: 'abnormalListing',
    list: 'abnormalListings',
    under: 'abnormalListings',
    input,
    selection: `decidedOn reason isMark foundOn listingDueOn isListedLate listedOn listingAuthority listingDocNo
      removedOn removalReason removalAuthority seriousViolationDueOn`,
    reads: {
      decidedOn: '2026-03-02',
      reason: 'UNREACHABLE_AT_ADDRESS',
      isMark: false,
      foundOn: '2026-02-10',
      // Saturday 14 February is worked, 15 to 23 are the Spring Festival, Saturday 28 is worked.
      listingDueOn: '2026-03-02',
      isListedLate: false,
      listedOn: '2026-03-02',
      listingAuthority: '福州市市场监督管理局',
      listingDocNo: '榕市监异字〔2026〕1号',
      removedOn: null,
      removalReason: null,
      removalAuthority: null,
      seriousViolationDueOn: '2029-03-02',
    },
    correction: { reason: 'FALSE_OR_CONCEALED' },
    corrected: { reason: 'FALSE_OR_CONCEALED' },
  });

  it('is public from the day of listing to the day before removal, for the registry too', async () => {
    const id = await entered(registry, 'abnormalListing', input);
    expect([await visibleOn('2026-03-01'), await visibleOn('2026-03-02')]).toEqual([0, 1]);
    const { result } = await correct(registry, 'abnormalListing', id, {
      removedOn: '2026-05-20',
      removalReason: '已变更住所',
    });
    expect(result?.errors).toEqual([]);
    expect([await visibleOn('2026-05-19'), await visibleOn('2026-05-20')]).toEqual([1, 0]);
    expect(await visibleOn('2026-05-20', { caller: STAFF })).toBe(0);
    expect(await visibleOn('2026-05-19', { caller: STAFF })).toBe(1);
  });

  it('begins at midnight in Asia/Shanghai', async () => {
    await entered(registry, 'abnormalListing', input);
    const instants = ['2026-03-01T15:59:59Z', '2026-03-01T16:00:00Z'];
    const seen = await Promise.all(instants.map((now) => visibleOn('2026-03-01', { now: new Date(now) })));
    expect(seen).toEqual([0, 1]);
  });

  it('is refused with a removal before the listing; nothing is stored', async () => {
    const { result } = await create(registry, 'abnormalListing', { ...input, removedOn: '2026-03-01' });
    expect(result).toMatchObject({ id: null, errors: [{ field: 'removedOn', code: 'DATE_ORDER' }] });
    expect(await registry.subgraph.database.facts(abnormalListings).countDocuments()).toBe(0);
  });

  it('is a mark where the subject is an individual household', async () => {
    const id = await entered(registry, 'abnormalListing', { ...input, subjectUscc: '92350102MA33K1X74B' });
    const { data } = await registry.ask(`{ abnormalListing(id: "${id}") { isMark subject { uscc name } } }`);
    expect(data).toEqual({ abnormalListing: { isMark: true, subject: { uscc: '92350102MA33K1X74B', name: null } } });
  });

  it('is listed by reason', async () => {
    const id = await entered(registry, 'abnormalListing', input);
    await entered(registry, 'abnormalListing', { ...input, listingDocNo: '2号', reason: 'ANNUAL_REPORT_NOT_FILED' });
    const { data } = await registry.ask('{ abnormalListings(reason: UNREACHABLE_AT_ADDRESS) { nodes { id } } }');
    expect(data).toEqual({ abnormalListings: { nodes: [{ id }] } });
  });

  it('tells departments who wrote it and why it was corrected, and the public not', async () => {
    const id = await entered(registry, 'abnormalListing', input);
    await correct(registry, 'abnormalListing', id, { removalReason: '已变更住所' });
    const document = `{ abnormalListing(id: "${id}") { record { revision revisionNote provenance { operator } } } }`;
    const read = await registry.ask(document, {}, { caller: STAFF });
    expect(read.data).toEqual({
      abnormalListing: {
        record: { revision: 2, revisionNote: '录入有误', provenance: { operator: 'tester@registry' } },
      },
    });
    const { data, errors = [] } = await registry.ask(document);
    expect(data).toEqual({
      abnormalListing: { record: { revision: 2, revisionNote: null, provenance: { operator: null } } },
    });
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions['code']])).toEqual([
      ['abnormalListing.record.revisionNote', 'FORBIDDEN'],
      ['abnormalListing.record.provenance.operator', 'FORBIDDEN'],
    ]);
  });
});
