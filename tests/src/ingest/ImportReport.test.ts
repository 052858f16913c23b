import { ImportTally, reportOf } from '../../../src/ingest/ImportReport.ts';
import { citizenIdOf } from '../values/citizenIdOf.ts';

it('shows headers that are no headers without personal numbers', () => {
  const about = { batch: 'b', collection: 'c', file: 'f.csv', source: null, seconds: 1 };
  const ignoredColumns = ['备注', citizenIdOf('350102', '19900307', 101), '138-1234-1234'];
  const report = reportOf(new ImportTally('2026-06-15', 'registry'), { ...about, ignoredColumns });
  expect(report.ignoredColumns).toEqual(['备注', '*'.repeat(18), '138****1234']);
});
