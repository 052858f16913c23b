import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfiles } from '../../../../src/ingest/source/loadProfiles.ts';

const WHOLE = `
title: 失信债务人
collection: judiciary.judgmentDefaulters
where: { list_id: finance_debtors }
columns: { uscc_raw: uscc, subject_name_raw: subjectName }
ignored: [matched_uscc]
constants: { caseKind: "001" }
neverHas: [performance]
provider: { name: 信用中国, uscc: 91350100705362917E }
flags: []
flagsWhere: { OCR_SOURCE: { ocr_source: 1 } }
`;

describe('loadProfiles', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'profiles-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const problemsOf = (text: string): string[] => {
    writeFileSync(join(folder, 'p.yaml'), text);
    try {
      loadProfiles(folder);
    } catch (error) {
      expect(error).toMatchObject({ code: 'INGEST_PROFILES_INVALID' });
      return (error as Error).message.split('\n').slice(1);
    }
    return [];
  };

  it('reads a profile with all that it can say', () => {
    writeFileSync(join(folder, 'finance-debtors.yaml'), WHOLE);
    expect(loadProfiles(folder)).toEqual([
      {
        name: 'finance-debtors',
        title: '失信债务人',
        collection: 'judiciary.judgmentDefaulters',
        where: { list_id: 'finance_debtors' },
        columns: { uscc_raw: 'uscc', subject_name_raw: 'subjectName' },
        ignored: ['matched_uscc'],
        constants: { caseKind: '001' },
        neverHas: ['performance'],
        provider: { name: '信用中国', uscc: '91350100705362917E' },
        flags: [],
        flagsWhere: { OCR_SOURCE: { ocr_source: '1' } },
      },
    ]);
  });

  it('takes values as they are written, not as YAML guesses them', () => {
    writeFileSync(
      join(folder, 'p.yml'),
      'title: no\ncollection: a.b\ncolumns: { n: m }\nwhere: { x: 001, y: no, z: 2019-01-01 }',
    );
    expect(loadProfiles(folder)[0]?.where).toEqual({ x: '001', y: 'no', z: '2019-01-01' });
  });

  it('reads all profiles of a folder by name and leaves other files alone', () => {
    for (const name of ['b.yaml', 'a.yaml', 'README.md']) writeFileSync(join(folder, name), WHOLE);
    expect(loadProfiles(folder).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('finds nothing where a department has no folder of profiles', () => {
    expect(loadProfiles(join(folder, 'absent'))).toEqual([]);
  });

  it.each([
    ['a key too many', `${WHOLE}extra: 1`, [/^p.yaml: \(file\): .*extra/]],
    ['a missing key', WHOLE.replace(/^title.*$/m, ''), [/^p.yaml: title: /]],
    ['no columns', WHOLE.replace(/^columns.*$/m, 'columns: {}'), [/^p.yaml: columns: must name at least one column$/]],
    [
      'a wrong collection',
      WHOLE.replace('judiciary.judgmentDefaulters', 'judiciary'),
      [/^p.yaml: collection: must be department/],
    ],
    ['an unknown flag', WHOLE.replace('flags: []', 'flags: [OCR]'), [/^p.yaml: flags\.0: .*OCR_SOURCE/]],
    ['an unknown flag with a condition', WHOLE.replace('OCR_SOURCE:', 'OCR:'), [/^p.yaml: flagsWhere/]],
    [
      'a wrong code of the provider',
      WHOLE.replace('91350100705362917E', '9135'),
      [/^p.yaml: provider\.uscc: must be a USCC$/],
    ],
    [
      'two columns for a field',
      WHOLE.replace('subjectName', 'uscc'),
      [/^p.yaml: columns\.subject_name_raw: uscc has another column already$/],
    ],
    [
      'a column both read and ignored',
      WHOLE.replace('[matched_uscc]', '[uscc_raw]'),
      [/^p.yaml: ignored: uscc_raw is read under columns$/],
    ],
    ['a constant for a column', WHOLE.replace('caseKind', 'uscc'), [/^p.yaml: constants\.uscc: has a column already$/]],
    [
      'a field that it has and never has',
      WHOLE.replace('[performance]', '[uscc]'),
      [/^p.yaml: neverHas: uscc has a column or a constant$/],
    ],
    ['a key twice', `${WHOLE}\ntitle: b`, [/^p.yaml: Map keys must be unique/]],
    ['two mistakes', WHOLE.replace('[performance]', '[uscc]').replace('caseKind', 'uscc'), [/constants/, /neverHas/]],
  ])('names file and key of %s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
  });

  it('lists the problems of all files at once', () => {
    writeFileSync(join(folder, 'other.yaml'), 'title: x');
    const problems = problemsOf('columns: 1');
    expect(problems.filter((problem) => problem.startsWith('other.yaml: ')).length).toBeGreaterThan(0);
    expect(problems.filter((problem) => problem.startsWith('p.yaml: ')).length).toBeGreaterThan(0);
  });
});
