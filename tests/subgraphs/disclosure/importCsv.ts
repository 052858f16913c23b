import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../../src/ingest/importFile.ts';
import type { ImportReport } from '../../../src/ingest/ImportReport.ts';
import { loadProfiles } from '../../../src/ingest/source/loadProfiles.ts';
import type { SourceProfile } from '../../../src/ingest/source/SourceProfile.ts';
import type { SubjectDirectory } from '../../../src/ingest/SubjectDirectory.ts';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { NOW, type TestDepartment } from '../../kit/department.ts';
import { ENTERPRISE } from './openDisclosure.ts';

/** The profiles of the office. */
export const PROFILES = loadProfiles(join(projectRoot(), 'subgraphs', 'disclosure', 'sources'));

/** A registry that knows one enterprise. */
const DIRECTORY: SubjectDirectory = {
  find: (_codes, names) =>
    Promise.resolve(
      names.includes('福州测试有限公司') ? [{ orgCode: null, name: '福州测试有限公司', uscc: ENTERPRISE }] : [],
    ),
};

/** How a file is imported where it matters. */
export interface Importing {
  readonly now?: Date;
  readonly directory?: SubjectDirectory;
  readonly profiles?: readonly SourceProfile[];
}

/** Imports a file into `permits` or `penalties`. */
export async function importPath(
  office: TestDepartment,
  name: 'permits' | 'penalties',
  path: string,
  { now = NOW, directory = DIRECTORY, profiles = PROFILES }: Importing = {},
): Promise<ImportReport> {
  const { collections, database } = office.subgraph;
  const collection = collections[name];
  if (collection === undefined) throw new Error(`There is no collection ${name}.`);
  return importFile({ path, collection, database, directory, profiles, operator: 'tester@disclosure', now });
}

/** Writes rows as a CSV file and imports it; every row has the columns of the first. */
export async function importRows(
  office: TestDepartment,
  name: 'permits' | 'penalties',
  folder: string,
  rows: readonly Readonly<Record<string, string>>[],
  importing: Importing = {},
): Promise<ImportReport> {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, lines.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));
  return importPath(office, name, path, importing);
}

/** A complete penalty in the columns of the national template. */
export const PENALTY_ROW = {
  行政相对人名称: '福州测试有限公司',
  行政相对人类别: '法人及非法人组织',
  '行政相对人代码_1(统一社会信用代码)': ENTERPRISE,
  '行政相对人代码_2(工商注册号)': '',
  法定代表人: '欧阳修',
  行政处罚决定书文号: '榕环罚〔2026〕1号',
  违法行为类型: '超标排放',
  违法事实: '总排口超标',
  处罚依据: '《水污染防治法》第八十三条',
  处罚类别: '罚款;警告',
  处罚内容: '罚款十二万元，警告',
  '罚款金额(万元)': '12.345678',
  处罚决定日期: '2026/06/01',
  处罚有效期: '2099/12/31',
  公示截止期: '',
  处罚机关: '福州市生态环境局',
  处罚机关统一社会信用代码: '11350100003604563L',
  数据来源单位: '福州市生态环境局',
  公示日期: '',
};

/** A complete permit in the columns of the national template. */
export const PERMIT_ROW = {
  行政相对人名称: '福州测试有限公司',
  行政相对人类别: '法人及非法人组织',
  '行政相对人代码_1(统一社会信用代码)': ENTERPRISE,
  法定代表人: '欧阳修',
  行政许可决定文书名称: '食品经营许可决定书',
  行政许可决定文书号: '榕食许〔2026〕8号',
  许可类别: '普通',
  许可内容: '食品销售',
  许可决定日期: '2026/06/01',
  有效期自: '2026/06/01',
  有效期至: '长期',
  许可机关: '福州市市场监督管理局',
  许可机关统一社会信用代码: '11350100003604563L',
  当前状态: '1',
  数据来源单位: '福州市市场监督管理局',
  公示日期: '',
};
