import { loadDepartments } from '../../../../gateway/departments.ts';
import { dictionaryMarkdown } from '../../../../src/ingest/dictionary/dictionaryMarkdown.ts';
import { dictionaryOf } from '../../../../src/ingest/dictionary/dictionaryOf.ts';
import { columnsOf } from '../../../../src/data/envelopeFields.ts';

const departments = await loadDepartments();
const dictionary = dictionaryOf(departments);

describe('the data dictionary', () => {
  it('holds every column of every collection', () => {
    const declared = departments.flatMap(({ collections }) =>
      Object.values(collections).map((collection) => [
        `${collection.department}.${collection.name}`,
        columnsOf(collection).map(([name]) => name),
      ]),
    );
    expect(dictionary.map(({ name, columns }) => [name, columns.map((column) => column.name)])).toEqual(declared);
  });

  it('says of each collection what a clerk and a program must know', () => {
    const permits = dictionary.find(({ name }) => name === 'disclosure.permits');
    expect(permits).toMatchObject({
      title: '行政许可',
      department: { name: 'disclosure' },
      type: 'AdministrativePermit',
      kind: 'FACT',
      catalogueKind: 3,
      usageScope: 'PUBLIC',
      naturalKey: ['docNo', 'authority', 'subject'],
    });
    const column = (name: string) => permits?.columns.find((candidate) => candidate.name === name);
    expect(column('docName')).toMatchObject({
      title: '行政许可决定文书名称',
      required: true,
      codes: null,
      personal: null,
    });
    expect(column('legalRepIdNo')).toMatchObject({ personal: 'ID_NUMBER' });
    expect(column('category')?.codes).toMatchObject({ GENERAL: ['普通'] });
    expect(column('subjectName')?.aliases.filter((alias) => alias === '行政相对人名称')).toHaveLength(1);
    expect(column('subjectUscc')?.personal).toBeNull();
  });

  it('survives JSON as it is', () => {
    expect(JSON.parse(JSON.stringify(dictionary))).toEqual(dictionary);
  });
});

describe('the dictionary as Markdown', () => {
  const markdown = dictionaryMarkdown(dictionary);

  it('has a section for each collection, which the overview links to', () => {
    for (const { name } of dictionary) {
      expect(markdown).toContain(`\n## ${name}\n`);
      expect(markdown).toContain(`[${name}](#${name.toLowerCase().replace('.', '')})`);
    }
  });

  it('gives all rows of a table the same number of cells', () => {
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    const cells = new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length - 2));
    expect(rows.length).toBeGreaterThan(250);
    expect([...cells].toSorted()).toEqual([5, 6]);
  });
});
