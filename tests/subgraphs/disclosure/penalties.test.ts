import { columnsOf } from '../../../src/data/envelopeFields.ts';
import { requiredFields } from '../../../src/data/FactCollection.ts';
import { penalties } from '../../../subgraphs/disclosure/collections/penalties.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { importRows, PENALTY_ROW } from './importCsv.ts';
import { openDisclosure, STAFF } from './openDisclosure.ts';

let office: TestDepartment;
beforeEach(async () => {
  office = await openDisclosure();
});
afterEach(() => office.close());

async function read(fields: string): Promise<unknown[]> {
  const { data, errors } = await office.ask(`{ penalties(first: 100) { nodes { ${fields} } } }`, {}, { caller: STAFF });
  expect(errors).toBeUndefined();
  return (data as { penalties: { nodes: unknown[] } }).penalties.nodes;
}

describe('a file of penalties', () => {
  const folder = temporaryFolder();

  it('is read by the headers of the national template', async () => {
    const report = await importRows(office, 'penalties', folder, [PENALTY_ROW]);
    expect(report).toMatchObject({ read: 1, accepted: 1, flagged: 0, quarantined: 0, ignoredColumns: [] });
    expect(report).toMatchObject({ linked: { USCC: 1 }, visible: { now: 1 } });
    expect(
      await read('docNo categories fine decidedOn validUntil legalRep record { subjectName provider { name } }'),
    ).toEqual([
      {
        docNo: '榕环罚〔2026〕1号',
        categories: ['FINE', 'WARNING'],
        fine: '123456.78',
        decidedOn: '2026-06-01',
        validUntil: '2099-12-31',
        legalRep: '欧阳修',
        record: { subjectName: '福州测试有限公司', provider: { name: '福州市生态环境局' } },
      },
    ]);
  });

  it.each([
    ['0.000001', '0.01'],
    ['4.54', '45400.00'],
    ['9.999999', '99999.99'],
    ['10', '100000.00'],
    ['10.000001', '100000.01'],
    ['123456.789012', '1234567890.12'],
  ])('turns %s 万元 into %s yuan exactly', async (given, yuan) => {
    await importRows(office, 'penalties', folder, [{ ...PENALTY_ROW, '罚款金额(万元)': given }]);
    expect(await read('fine')).toEqual([{ fine: yuan }]);
  });

  it('sets an amount of more than 6 decimals aside instead of rounding it', async () => {
    await importRows(office, 'penalties', folder, [{ ...PENALTY_ROW, '罚款金额(万元)': '1.2345678' }]);
    expect(await read('fine record { qualityFlags }')).toEqual([
      { fine: null, record: { qualityFlags: ['AMOUNT_MISSING', 'VALUE_SET_ASIDE'] } },
    ]);
  });

  it('changes nothing when it is read again, on whatever later day', async () => {
    const rows = [PENALTY_ROW, { ...PENALTY_ROW, 行政处罚决定书文号: '二', 处罚类别: '警告', '罚款金额(万元)': '' }];
    await importRows(office, 'penalties', folder, rows);
    for (const now of ['2026-06-16T00:00:00Z', '2026-07-31T00:00:00Z', '2031-01-01T00:00:00Z']) {
      const again = await importRows(office, 'penalties', folder, rows, { now: new Date(now) });
      expect(again).toMatchObject({ read: 2, accepted: 0, unchanged: 2, quarantined: 0 });
    }
    expect(await office.subgraph.database.outbox.countDocuments()).toBe(2);
  });

  it('quarantines what the template does not allow, by column', async () => {
    const report = await importRows(office, 'penalties', folder, [
      { ...PENALTY_ROW, 处罚类别: '暂扣或者吊销许可证' },
      { ...PENALTY_ROW, 处罚决定日期: '2026-06-16', 行政处罚决定书文号: '二' },
      { ...PENALTY_ROW, 行政相对人类别: '', 行政处罚决定书文号: '三' },
      { ...PENALTY_ROW, 行政相对人类别: '自然人', 行政处罚决定书文号: '四' },
      { ...PENALTY_ROW, 行政处罚决定书文号: '' },
    ]);
    expect(report).toMatchObject({ accepted: 0, quarantined: 5 });
    expect(report.reasons).toEqual({ CODE_UNKNOWN: 1, DATE_ORDER: 1, REQUIRED_MISSING: 2, PERSONAL_DATA: 1 });
  });

  it('has no two columns of one name', () => {
    const words = columnsOf(penalties).flatMap(([name, { title, aliases }]) => [...new Set([name, title, ...aliases])]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  it('asks for what the template marks as required', () => {
    expect(requiredFields(penalties.fields).map(([name]) => name)).toEqual([
      'docNo',
      'violationKind',
      'violationFacts',
      'basis',
      'categories',
      'content',
      'decidedOn',
      'validUntil',
      'authority',
      'authorityUscc',
    ]);
  });
});
