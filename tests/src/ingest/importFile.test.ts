import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import writeWorkbook from 'write-excel-file/node';
import { IngestError } from '../../../src/errors/IngestError.ts';
import { batchesOf } from '../../../src/ingest/batches.ts';
import { importFile } from '../../../src/ingest/importFile.ts';
import type { ImportReport } from '../../../src/ingest/ImportReport.ts';
import { quarantineOf } from '../../../src/ingest/quarantine.ts';
import type { SubjectDirectory } from '../../../src/ingest/SubjectDirectory.ts';
import { abnormalListings } from '../../../subgraphs/registry/collections/abnormalListings.ts';
import { department } from '../../../subgraphs/registry/department.ts';
import { NOW, openDepartment, type TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { citizenIdOf } from '../values/citizenIdOf.ts';
import { encodeGb18030 } from './read/encodeGb18030.ts';

const USCC = '91350100705362917E';
const HEADER = '统一社会信用代码,企业名称,列入事由,列入日期,列入决定机关,列入决定文书号';
const ROW = `${USCC},福州测试有限公司,未按期公示年度报告,2026-03-02,福州市市场监督管理局,榕市监列〔2026〕1号`;
const OTHER = ROW.replace('1号', '2号');

const WORKBOOK = await writeWorkbook([HEADER.split(','), ROW.split(',')]).toBuffer();

/** A registry that knows one name and one organisation code. */
const DIRECTORY: SubjectDirectory = {
  find: (codes, names) =>
    Promise.resolve([
      ...codes.filter((code) => code === '705362917').map((orgCode) => ({ orgCode, name: null, uscc: USCC })),
      ...names.filter((name) => name === '福州测试有限公司').map((name) => ({ orgCode: null, name, uscc: USCC })),
    ]),
};

describe('importFile', () => {
  const folder = temporaryFolder();
  let registry: TestDepartment;
  beforeEach(async () => {
    registry = await openDepartment(department);
  });
  afterEach(() => registry.close());

  const file = (content: string | Uint8Array, name = 'list.csv'): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const run = (path: string, more: { readonly profileName?: string; readonly sheet?: string } = {}) =>
    importFile({
      path,
      collection: abnormalListings,
      database: registry.subgraph.database,
      directory: DIRECTORY,
      profiles: [],
      operator: 'tester@registry',
      now: NOW,
      ...more,
    });
  const stored = () => registry.subgraph.database.facts(abnormalListings).find().sort({ _id: 1 }).toArray();
  const refusal = async (path: string): Promise<[string, Readonly<Record<string, unknown>>]> => {
    const error: unknown = await run(path).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof IngestError)) throw new Error(`no refusal: ${String(error)}`);
    return [error.code, error.details];
  };

  it.each([
    ['CSV', Buffer.from(`${HEADER}\n${ROW}\n`)],
    ['CSV in GB18030', encodeGb18030(`${HEADER}\n${ROW}\n`)],
    ['CSV packed by gzip', gzipSync(`\uFEFF${HEADER}\r\n${ROW}\r\n`)],
    [
      'JSON Lines',
      Buffer.from(JSON.stringify(Object.fromEntries(HEADER.split(',').map((name, at) => [name, ROW.split(',')[at]])))),
    ],
    ['a workbook', WORKBOOK],
  ])('reads the same fact from %s', async (kind, content) => {
    const report = await run(file(content));
    expect(report).toMatchObject({ read: 1, accepted: 1, quarantined: 0, linked: { USCC: 1 }, visible: { now: 1 } });
    expect(await stored()).toMatchObject([
      {
        subjectUscc: USCC,
        reason: 'ANNUAL_REPORT_NOT_FILED',
        listedOn: '2026-03-02',
        record: {
          revision: 1,
          provenance: {
            source: 'list.csv',
            row: kind === 'JSON Lines' ? 1 : 2,
            operator: 'tester@registry',
            linkedBy: 'USCC',
          },
        },
      },
    ]);
  });

  it('changes nothing when it reads the same file again, and says so', async () => {
    const path = file(`${HEADER}\n${ROW}\n${OTHER}\n`);
    const first = await run(path);
    const before = await stored();
    const second = await run(path);
    expect(first).toMatchObject({ read: 2, accepted: 2, unchanged: 0 });
    expect(second).toMatchObject({ batch: first.batch, read: 2, accepted: 0, unchanged: 2, linked: { USCC: 2 } });
    expect(await stored()).toEqual(before);
    expect(await registry.subgraph.database.outbox.countDocuments()).toBe(2);
    const [batch] = await batchesOf(registry.subgraph.database).find().toArray();
    expect(batch?.runs.map(({ report }) => report.unchanged)).toEqual([0, 2]);
  });

  it('writes a new revision where a later file says something else', async () => {
    await run(file(`${HEADER}\n${ROW}\n`));
    const report = await run(file(`${HEADER},移出日期\n${ROW},2026-05-05\n`, 'later.csv'));
    expect(report).toMatchObject({ accepted: 1, unchanged: 0 });
    expect(await stored()).toMatchObject([
      { removedOn: '2026-05-05', record: { revision: 2, revisionReason: 'CORRECTED' } },
    ]);
  });

  it('links by organisation code, then by name, and keeps unlinked what points to nobody', async () => {
    const header = HEADER.replace('企业名称', '企业名称,组织机构代码');
    const rest = ROW.split(',').slice(2).join(',');
    const report: ImportReport = await run(
      file(
        [
          header,
          `91350100705362917F,别名一,70536291-7,${rest}`,
          `,福州测试有限公司,,${rest.replace('1号', '2号')}`,
          `,无人认识的公司,,${rest.replace('1号', '3号')}`,
        ].join('\n'),
      ),
    );
    expect(report.linked).toMatchObject({ USCC: 0, ORG_CODE: 1, USCC_MIDDLE: 0, NAME: 1, UNLINKED: 1 });
    const flags = (await stored()).map(({ record }) => [record.provenance.linkedBy ?? null, record.qualityFlags ?? []]);
    expect(flags).toEqual(
      expect.arrayContaining([
        ['ORG_CODE', ['USCC_WRONG']],
        ['NAME', []],
        [null, expect.arrayContaining(['SUBJECT_UNLINKED'])],
      ]),
    );
  });

  it('quarantines rows with the reasons per column, and keeps them as they came', async () => {
    const id = citizenIdOf('359999', '19900101', 1);
    const rows = [
      `${id},,未按期公示年度报告,2026-03-02,市场监管局,1号`,
      `${USCC},甲,编造的事由,三月二日,市场监管局,2号`,
    ];
    const report = await run(file(`${HEADER}\n${rows.join('\n')}\n${ROW}\n`));
    expect(report).toMatchObject({ read: 3, accepted: 1, quarantined: 2 });
    expect(report.reasons).toEqual({ CITIZEN_ID: 1, CODE_UNKNOWN: 1, DATE_INVALID: 1 });
    const kept = await quarantineOf(registry.subgraph.database).find().sort({ row: 1 }).toArray();
    expect(kept.map(({ row, cells }) => [row, cells['统一社会信用代码']])).toEqual([
      [2, id],
      [3, USCC],
    ]);
    expect(kept[1]?.reasons.map(({ column, code }) => [column, code])).toEqual([
      ['列入事由', 'CODE_UNKNOWN'],
      ['列入日期', 'DATE_INVALID'],
    ]);
    expect(JSON.stringify([report, kept.map(({ reasons }) => reasons)])).not.toContain(id);
  });

  it('does not let two rows of one file overwrite each other', async () => {
    const report = await run(file(`${HEADER}\n${ROW}\n${ROW.replace('2026-03-02', '2026-03-03')}\n${ROW}\n`));
    expect(report).toMatchObject({
      read: 3,
      accepted: 1,
      unchanged: 1,
      quarantined: 1,
      reasons: { CONFLICTS_IN_FILE: 1 },
    });
    expect(await stored()).toMatchObject([{ listedOn: '2026-03-02', record: { revision: 1 } }]);
  });

  it('takes two rows that differ only in how the code is written for the same row twice', async () => {
    const report = await run(file(`${HEADER}\n${ROW.replace('E,', 'e,')}\n${ROW}\n`));
    expect(report).toMatchObject({ read: 2, accepted: 1, unchanged: 1, quarantined: 0, reasons: {} });
  });

  it('refuses a file whose columns do not fit, and nothing is half-done', async () => {
    expect(await refusal(file('名称,颜色\n甲,红\n'))).toEqual([
      'INGEST_COLUMNS_MISSING',
      {
        file: join(folder, 'list.csv'),
        collection: 'registry.abnormalListings',
        columns: expect.stringContaining('列入事由') as string,
      },
    ]);
    expect((await refusal(file(`${HEADER},列入日期\n${ROW},2026-01-01\n`)))[0]).toBe('INGEST_COLUMNS_DOUBLE');
    const cut = gzipSync(
      `${HEADER}\n${Array.from({ length: 4_000 }, (_, at) => ROW.replace('1号', `${at}号`)).join('\n')}`,
    );
    expect((await refusal(file(cut.subarray(0, cut.length - 20))))[0]).toBe('INGEST_GZIP_BROKEN');
    expect(await stored()).toEqual([]);
    expect(await batchesOf(registry.subgraph.database).countDocuments()).toBe(0);
    expect(await quarantineOf(registry.subgraph.database).countDocuments()).toBe(0);
  });

  it('goes on where an import was cut off', async () => {
    const lines = Array.from({ length: 2_500 }, (_, at) => ROW.replace('1号', `${at}号`));
    const path = file(`${HEADER}\n${lines.join('\n')}\n`, 'long.csv');
    const cutOff = run(path, {}).then(() => 'whole');
    // The same rows, of which the first ones are there already, from a run that ended early.
    await run(file(`${HEADER}\n${lines.slice(0, 1_200).join('\n')}\n`, 'long-begun.csv'));
    expect(await cutOff).toBe('whole');
    const again = await run(path);
    expect(again).toMatchObject({ read: 2_500, accepted: 0, unchanged: 2_500, quarantined: 0 });
    expect(await registry.subgraph.database.facts(abnormalListings).countDocuments()).toBe(2_500);
    expect(await registry.subgraph.database.outbox.countDocuments()).toBe(2_500);
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    const path = file(`${HEADER}\n${ROW}\n${OTHER}\n`);
    await importFile({
      path,
      collection: abnormalListings,
      database: registry.subgraph.database,
      directory: DIRECTORY,
      profiles: [],
      operator: 'tester@registry',
      now: NOW,
      onProgress: ({ rows, bytesRead, bytesTotal }) => seen.push(rows, bytesTotal - bytesRead),
    });
    expect(seen).toEqual([2, 0]);
  });
});
