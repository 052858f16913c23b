import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../../../src/ingest/importFile.ts';
import { commitments } from '../../../../subgraphs/credit/collections/commitments.ts';
import { NOW, staffOf, type TestDepartment } from '../../../kit/department.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { citizenIdOf } from '../../../src/values/citizenIdOf.ts';
import { openCredit, UNIT } from '../listTest.ts';

/** The columns of the template, as a platform uploads them. */
const ROW: Readonly<Record<string, string>> = {
  承诺编码: '35010020260301000001',
  承诺人名称: '福州测试（集团）有限公司',
  承诺人类别: '1',
  承诺人代码: UNIT,
  承诺类型: '1',
  承诺事由: '食品经营许可告知承诺',
  承诺内容: '按期补齐材料',
  违诺责任: '撤销许可',
  承诺作出日期: '2026/03/01',
  承诺有效期: '2027-02-28',
  承诺履行状态: '3',
  未履行的承诺内容: '未补齐材料',
  违诺责任追究内容: '撤销许可',
  认定日期: '2026-05-20',
  认定单位: '福州市行政审批局',
  承诺受理单位: '福州市行政审批局',
  承诺受理单位统一社会信用代码: '11350100003604563L',
  公开类型: '1',
  备注: '',
};
const ID_NUMBER = citizenIdOf('359999', '19900101', 1);

const folder = temporaryFolder();
let credit: TestDepartment;
beforeEach(async () => {
  credit = await openCredit();
});
afterEach(() => credit.close());

async function importRow(row: Readonly<Record<string, string>>) {
  const path = join(folder, `${Object.values(row).join('').length}.csv`);
  writeFileSync(path, [Object.keys(row), Object.values(row)].map((cells) => cells.join(',')).join('\n'));
  const { database } = credit.subgraph;
  const directory = { find: () => Promise.resolve([]) };
  const setting = { path, collection: commitments, database, directory, profiles: [] };
  return importFile({ ...setting, operator: 'tester@credit', now: NOW });
}
const stored = () => credit.subgraph.database.facts(commitments).find().toArray();

describe('a file of commitments', () => {
  it('comes in by the columns and numbers of the template', async () => {
    expect(await importRow(ROW)).toMatchObject({ accepted: 1, quarantined: 0 });
    expect(await stored()).toMatchObject([
      {
        subjectUscc: UNIT,
        code: '35010020260301000001',
        kind: 'APPROVAL_REPLACING',
        fulfilment: 'NONE',
        publicity: 'PUBLIC',
        promisedOn: '2026-03-01',
        validUntil: '2027-02-28',
        record: {
          polarity: 'NEGATIVE',
          subjectCategory: 'LEGAL_OR_UNINCORPORATED',
          publicity: { until: '2027-05-20' },
        },
      },
    ]);
  });

  it('keeps no number of a person that stands in the column of the code, and shows the person to nobody outside', async () => {
    const report = await importRow({ ...ROW, 承诺人名称: '张三', 承诺人类别: '2', 承诺人代码: ID_NUMBER });
    expect(report).toMatchObject({ quarantined: 0 });
    const [document] = await stored();
    expect(document?.record).toMatchObject({ usageScope: 'AUTHORISED_QUERY', subjectCategory: 'NATURAL_PERSON' });
    expect(JSON.stringify(document)).not.toContain(ID_NUMBER);
  });

  it('keeps a breach without its reasons out', async () => {
    expect(await importRow({ ...ROW, 未履行的承诺内容: '' })).toMatchObject({ accepted: 0, quarantined: 1 });
    expect(await stored()).toEqual([]);
  });
});

it.each([
  '{ commitments { nodes { id } } }',
  '{ commitments(filter: { kind: VOLUNTARY }) { nodes { id } } }',
  '{ commitments(filter: { fulfilment: NONE }) { nodes { id } } }',
  '{ commitments(filter: { acceptUnitUscc: "11350100003604563L" }) { nodes { id } } }',
  '{ commitments(filter: { code: "35010020260301000001", unlinked: false }) { nodes { id } } }',
])('the list %s finds what it asks for and nothing else', async (query) => {
  await importRow(ROW);
  const { data, errors } = await credit.ask(query, {}, { caller: staffOf('credit') });
  expect(errors).toBeUndefined();
  const { nodes } = data?.['commitments'] as { readonly nodes: readonly unknown[] };
  expect(nodes).toHaveLength(query.includes('VOLUNTARY') ? 0 : 1);
});
