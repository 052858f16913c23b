import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import readWorkbook from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { openRows } from '../../../../src/ingest/read/openRows.ts';
import { resolveHeader } from '../../../../src/ingest/read/resolveHeader.ts';
import type { TemplateField } from '../../../../src/ingest/template/TemplateField.ts';
import { writeTemplate } from '../../../../src/ingest/template/writeTemplate.ts';
import { failure, readAll, upload } from '../read/readAll.ts';

const FIELDS: readonly TemplateField[] = [
  {
    name: 'uscc',
    title: '统一社会信用代码',
    aliases: [],
    required: true,
    description: 'Code of the subject.',
    format: '18 characters',
  },
  {
    name: 'status',
    title: '登记状态',
    aliases: [],
    required: false,
    description: 'State of the registration.',
    codes: { ACTIVE: ['存续', '在业'], CANCELLED: '注销' },
    example: '存续',
  },
  { name: 'note', title: '备注, "其他"', aliases: [], required: false, description: 'Anything.' },
];

describe('writeTemplate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes a CSV of nothing but the header, marked so that spreadsheets read Chinese', async () => {
    const path = join(folder, 'template.csv');
    await writeTemplate(FIELDS, 'csv', path);
    expect(readFileSync(path, 'utf8')).toBe('\uFEFF*统一社会信用代码,登记状态,"备注, ""其他"""\r\n');
  });

  it.each(['csv', 'xlsx'] as const)(
    'writes a %s template whose columns are all found again, and no rows',
    async (format) => {
      const path = join(folder, `again.${format}`);
      await writeTemplate(FIELDS, format, path);
      const { source, rows } = await readAll(path);
      expect(source.format).toBe(format.toUpperCase());
      expect(resolveHeader(source.header, FIELDS)).toEqual({
        columns: ['uscc', 'status', 'note'],
        ignored: [],
        missing: [],
        duplicate: [],
      });
      expect(rows).toEqual([]);
    },
  );

  it('reads a CSV template that was filled in', async () => {
    const path = join(folder, 'filled.csv');
    await writeTemplate(FIELDS, 'csv', path);
    writeFileSync(path, '913501007053629170,存续,"甲, 乙"\r\n', { flag: 'a' });
    expect((await readAll(path)).rows).toEqual([
      { number: 2, cells: ['913501007053629170', '存续', '甲, 乙'], fault: null },
    ]);
  });

  it('reads an XLSX template that was filled in, codes of 18 digits intact', async () => {
    const path = join(folder, 'filled.xlsx');
    await writeTemplate(FIELDS, 'xlsx', path);
    const { header } = await openRows(path);
    const filled = await writeWorkbook([
      [...header],
      [{ value: '913501007053629170', format: '@' }, '存续', null],
    ]).toBuffer();
    expect((await readAll(upload(filled))).rows).toEqual([
      { number: 2, cells: ['913501007053629170', '存续', ''], fault: null },
    ]);
  });

  it('explains every column on a second sheet', async () => {
    const path = join(folder, 'notes.xlsx');
    await writeTemplate(FIELDS, 'xlsx', path);
    const [data, notes] = await readWorkbook(path);
    expect([data?.sheet, notes?.sheet]).toEqual(['数据', '填写说明']);
    expect(notes?.data.slice(0, 4)).toEqual([
      ['列名', '字段', '必填', '说明', '格式或代码', '示例'],
      ['统一社会信用代码', 'uscc', '是', 'Code of the subject.', '18 characters', null],
      ['登记状态', 'status', null, 'State of the registration.', 'ACTIVE：存续、在业\nCANCELLED：注销', '存续'],
      ['备注, "其他"', 'note', null, 'Anything.', null, null],
    ]);
  });

  it('prepares the cells below the header as text', async () => {
    const path = join(folder, 'text.xlsx');
    await writeTemplate(FIELDS, 'xlsx', path);
    const parts = await import('yauzl').then(({ openPromise }) => openPromise(path));
    const sheets: string[] = [];
    for await (const entry of parts.eachEntry()) {
      if (entry.fileName !== 'xl/worksheets/sheet1.xml') continue;
      const chunks: Buffer[] = [];
      for await (const chunk of await parts.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      sheets.push(Buffer.concat(chunks).toString());
    }
    expect(sheets[0]?.match(/<c r="[A-C](?:[2-9]|\d{2,3})" s="\d+"\/>/g)).toHaveLength(500 * FIELDS.length);
  });

  it('shortens a long list of codes and says how long it is', async () => {
    const codes = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`C${n}`, `第${n}类`]));
    const path = join(folder, 'codes.xlsx');
    await writeTemplate(
      [{ name: 'kind', title: '种类', aliases: [], required: false, description: '', codes }],
      'xlsx',
      path,
    );
    const note = String((await readWorkbook(path))[1]?.data[1]?.[4]);
    expect(note.split('\n')).toHaveLength(41);
    expect(note).toMatch(/^C0：第0类\n.*……共 120 项$/s);
  });

  it('writes to a stream and leaves it open', async () => {
    const chunks: Buffer[] = [];
    const target = new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(chunk);
        done();
      },
    });
    await writeTemplate(FIELDS, 'csv', target);
    expect(Buffer.concat(chunks).toString()).toContain('登记状态');
    expect(target.writableEnded).toBe(false);
  });

  it('never overwrites a file, which may be filled in', async () => {
    const path = join(folder, 'kept.csv');
    writeFileSync(path, 'filled in');
    expect(await failure(writeTemplate(FIELDS, 'csv', path))).toEqual({
      code: 'INGEST_TARGET_EXISTS',
      message: `${path} exists already and is left as it is.`,
    });
    expect(readFileSync(path, 'utf8')).toBe('filled in');
  });

  it('tells where it can not write', async () => {
    const path = join(folder, 'absent', 'x.csv');
    expect(await failure(writeTemplate(FIELDS, 'csv', path))).toEqual({
      code: 'INGEST_TARGET_UNWRITABLE',
      message: `${path} can not be written: ENOENT.`,
    });
  });
});
