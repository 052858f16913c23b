import { seriousViolationListings } from '../../../subgraphs/registry/collections/seriousViolationListings.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { liveAsFact } from './liveAsFact.ts';
import { correct, create, entered, ENTERPRISE, openRegistry } from './openRegistry.ts';

const NOUN = 'seriousViolationListing';
const input = {
  subjectUscc: ENTERPRISE,
  subjectName: '福州测试有限公司',
  violationKind: 'FOOD_SAFETY',
  reason: '生产经营不符合食品安全标准的食品，情节严重',
  legalBasis: '市场监督管理严重违法失信名单管理办法第五条',
  penaltyDocNo: '榕市监罚字〔2024〕8号',
  measures: ['列为重点监管对象', '不适用告知承诺制'],
  listedOn: '2024-02-29',
  listingAuthority: '福州市市场监督管理局',
  listingDocNo: '榕市监严字〔2024〕1号',
};

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

async function visibleOn(day: string): Promise<unknown> {
  const document = `{ enterprise(uscc: "${ENTERPRISE}") { seriousViolationListings { totalCount nodes { listingDocNo } } } }`;
  const { data } = await registry.ask(document, {}, { now: new Date(`${day}T12:00:00+08:00`) });
  return (data as { enterprise: { seriousViolationListings: { totalCount: number } } }).enterprise
    .seriousViolationListings.totalCount;
}

describe('a listing for serious violations', () => {
  liveAsFact(() => registry, {
    collection: seriousViolationListings,
    noun: NOUN,
    list: 'seriousViolationListings',
    under: 'seriousViolationListings',
    input,
    selection: `decidedOn violationKind reason legalBasis penaltyDocNo measures listedOn listingAuthority listingDocNo
      earlyRemovalFrom leadershipBarUntil removedOn removalKind removalReason removalAuthority`,
    reads: {
      decidedOn: '2024-02-29',
      violationKind: 'FOOD_SAFETY',
      reason: '生产经营不符合食品安全标准的食品，情节严重',
      legalBasis: '市场监督管理严重违法失信名单管理办法第五条',
      penaltyDocNo: '榕市监罚字〔2024〕8号',
      measures: ['列为重点监管对象', '不适用告知承诺制'],
      listedOn: '2024-02-29',
      listingAuthority: '福州市市场监督管理局',
      listingDocNo: '榕市监严字〔2024〕1号',
      earlyRemovalFrom: '2025-03-01',
      leadershipBarUntil: '2027-02-28',
      removedOn: null,
      removalKind: null,
      removalReason: null,
      removalAuthority: null,
    },
    correction: { measures: ['列为重点监管对象'] },
    corrected: { measures: ['列为重点监管对象'] },
  });

  it('is serious, and public for three years from the day of listing', async () => {
    const id = await entered(registry, NOUN, input);
    const { data } = await registry.ask(
      `{ ${NOUN}(id: "${id}") { record { severity polarity publicity { from minimumUntil until rule } } } }`,
    );
    expect(data?.[NOUN]).toEqual({
      record: {
        severity: 'SERIOUS',
        polarity: 'NEGATIVE',
        publicity: {
          from: '2024-02-29',
          minimumUntil: '2025-02-28',
          until: '2027-02-28',
          rule: '市场监督管理严重违法失信名单管理办法（总局令第44号）',
        },
      },
    });
    const days = ['2024-02-28', '2024-02-29', '2027-02-28', '2027-03-01'];
    expect(await Promise.all(days.map(visibleOn))).toEqual([0, 1, 1, 0]);
  });

  it('is removed early after one year, and not shown from that day on', async () => {
    const id = await entered(registry, NOUN, input);
    const tooEarly = await correct(registry, NOUN, id, { removalKind: 'EARLY', removedOn: '2025-02-28' });
    expect(tooEarly.result).toMatchObject({ id: null, errors: [{ field: 'removedOn', code: 'DATE_ORDER' }] });
    const { result } = await correct(registry, NOUN, id, { removalKind: 'EARLY', removedOn: '2025-03-01' });
    expect(result).toMatchObject({ revision: 2, errors: [] });
    expect(await Promise.all(['2025-02-28', '2025-03-01'].map(visibleOn))).toEqual([1, 0]);
  });

  it('is refused with a removal before the listing; nothing is stored', async () => {
    const { result } = await create(registry, NOUN, { ...input, removedOn: '2024-02-28' });
    expect(result).toMatchObject({ id: null, errors: [{ field: 'removedOn', code: 'DATE_ORDER' }] });
    expect(await registry.subgraph.database.facts(seriousViolationListings).countDocuments()).toBe(0);
  });

  it('is listed by the field of the violation', async () => {
    const id = await entered(registry, NOUN, input);
    await entered(registry, NOUN, { ...input, listingDocNo: '2号', violationKind: 'MARKET_ORDER' });
    const { data } = await registry.ask('{ seriousViolationListings(violationKind: FOOD_SAFETY) { nodes { id } } }');
    expect(data).toEqual({ seriousViolationListings: { nodes: [{ id }] } });
  });
});
