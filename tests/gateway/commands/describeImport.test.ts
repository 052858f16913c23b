import { describeImport } from '../../../gateway/commands/describeImport.ts';
import type { CityImportReport } from '../../../gateway/importInto.ts';

const REPORT: CityImportReport = {
  batch: 'abc',
  collection: 'disclosure.penalties',
  file: 'list.csv',
  source: null,
  read: 1_200,
  otherRows: 0,
  accepted: 1_000,
  unchanged: 150,
  flagged: 20,
  flags: { USCC_REPAIRED: 15, SUBJECT_UNLINKED: 10 },
  quarantined: 50,
  reasons: { DATE_INVALID: 50 },
  linked: { USCC: 1_100, ORG_CODE: 0, USCC_MIDDLE: 0, NAME: 40, NAME_MATCH: 2, CONFIRMED: 0, UNLINKED: 10 },
  proposed: 4,
  visible: { now: 900, expired: 200, withheld: 50 },
  rowsPerSecond: 9_000,
  seconds: 0.13,
  ignoredColumns: ['备用'],
  besideSample: false,
};

describe('describeImport', () => {
  it('tells a person what became of the rows, in English', () => {
    expect(describeImport(REPORT, 'en').split('\n')).toEqual([
      'list.csv → disclosure.penalties  #abc',
      '  rows read: 1,200  (9,000 rows/s)',
      '  written: 1,000',
      '  unchanged: 150',
      '  with quality flags: 20  USCC_REPAIRED 15, SUBJECT_UNLINKED 10',
      '  quarantined: 50  DATE_INVALID 50',
      '  linked by: USCC 1,100, NAME 40, NAME_MATCH 2, UNLINKED 10',
      '  of a similar name, for a person to decide: 4',
      '  public now: 900, publicity over 200, withheld 50',
      '  columns not used: 备用',
      '  See the quarantined rows: credit-graph quarantine list --batch abc',
    ]);
  });

  it('says in Chinese that a file has changed nothing', () => {
    const same = {
      ...REPORT,
      source: 'list_2026',
      otherRows: 3,
      accepted: 0,
      unchanged: 1_200,
      quarantined: 0,
      reasons: {},
    };
    const text = describeImport({ ...same, ignoredColumns: [], besideSample: true }, 'zh');
    expect(text).toContain('样例城市');
    expect(text).toContain('list.csv → disclosure.penalties (list_2026)');
    expect(text).toContain('属于其他名单的行（未处理）: 3');
    expect(text).toContain('没有任何变化');
    expect(text).not.toContain('quarantine');
  });
});
