import { columnsOf } from '../../../src/data/envelopeFields.ts';
import { permits } from '../../../subgraphs/disclosure/collections/permits.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { importRows, PERMIT_ROW } from './importCsv.ts';
import { openDisclosure } from './openDisclosure.ts';

let office: TestDepartment;
beforeEach(async () => {
  office = await openDisclosure();
});
afterEach(() => office.close());

async function states(): Promise<unknown[]> {
  const { data, errors } = await office.ask(
    '{ permits { nodes { validity state isLongTerm validTo record { disputed } } } }',
  );
  expect(errors).toBeUndefined();
  return (data as { permits: { nodes: unknown[] } }).permits.nodes;
}

describe('a file of permits', () => {
  const folder = temporaryFolder();

  it('is read by the headers of the national template', async () => {
    const report = await importRows(office, 'permits', folder, [PERMIT_ROW]);
    expect(report).toMatchObject({ read: 1, accepted: 1, flagged: 0, quarantined: 0, ignoredColumns: [] });
    expect(await states()).toEqual([
      { validity: 'VALID', state: 'VALID', isLongTerm: true, validTo: '2099-12-31', record: { disputed: false } },
    ]);
  });

  it.each([
    ['0', 'NORMAL', 'VALID', false],
    ['1', 'REVOKED', 'INVALID', false],
    ['2', 'DISPUTED', 'VALID', true],
    ['3', 'OTHER', null, false],
  ])('reads state %s of a city template as %s', async (number, state, validity, disputed) => {
    const row = { ...PERMIT_ROW, 当前状态: '', '当前状态（0正常1撤销2异议3其他）': number };
    const report = await importRows(office, 'permits', folder, [row]);
    expect(report).toMatchObject({ accepted: 1, flagged: 0 });
    expect(await states()).toMatchObject([{ state, validity, record: { disputed } }]);
  });

  it('does not take the numbers of one template for those of the other', async () => {
    await importRows(office, 'permits', folder, [
      { ...PERMIT_ROW, 当前状态: '2' },
      { ...PERMIT_ROW, 行政许可决定文书号: '二', 当前状态: '异议' },
    ]);
    expect(await states()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ state: 'INVALID', record: { disputed: false } }),
        expect.objectContaining({ state: 'DISPUTED', record: { disputed: true } }),
      ]),
    );
  });

  it('notices a city template by its numbers', async () => {
    const report = await importRows(office, 'permits', folder, [{ ...PERMIT_ROW, 当前状态: '0' }]);
    expect(report).toMatchObject({ accepted: 0, quarantined: 1, reasons: { REQUIRED_MISSING: 1 } });
  });

  it('changes nothing when it is read again on a later day', async () => {
    await importRows(office, 'permits', folder, [PERMIT_ROW]);
    const again = await importRows(office, 'permits', folder, [PERMIT_ROW], { now: new Date('2031-01-01T00:00:00Z') });
    expect(again).toMatchObject({ accepted: 0, unchanged: 1, quarantined: 0 });
  });

  it('has no two columns of one name', () => {
    const words = columnsOf(permits).flatMap(([name, { title, aliases }]) => [...new Set([name, title, ...aliases])]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
