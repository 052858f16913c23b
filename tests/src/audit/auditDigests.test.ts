import { newRecordHashOf, recordHashOf } from '../../../src/audit/auditDigests.ts';
import type { RecordDocument } from '../../../src/audit/AuditRecord.ts';

type Content = Omit<RecordDocument, 'hash' | '_id'>;

const LEAST: Content = {
  ...{ chain: '0mi1x2y3zabc', seq: 12, prevHash: 'GENESIS', time: new Date('2026-06-15T04:00:00.007Z') },
  ...{ request: 'r "1"\n\u2028', door: '/agency/graphql', stage: 'ENDED', caller: { audience: 'OPEN' } },
  ...{ operation: 'e3b0', subjects: [], codes: [] },
};
const MOST: Content = {
  ...LEAST,
  ...{ authorisation: 'SQ20260615-00', purpose: 'CREDIT_GRANTING', part: 2 },
  ...{ subjects: ['91350100M000100Y43', '91350100705362917E'], codes: ['FORBIDDEN', 'A'] },
  caller: {
    ...{ subject: '91350100M000100Y43', organisation: '91350100310686155Q', department: 'finance' },
    ...{ operator: '张三 😀', client: 'bank', audience: 'AGENCY' },
  },
};

describe('digests of the audit log', () => {
  it.each([
    ['nothing but what must be there', LEAST],
    ['all that there can be', MOST],
  ])('are those of canonical JSON where a record is made, with %s', (_, content) => {
    expect(newRecordHashOf(content)).toBe(recordHashOf(content));
  });

  it('are others where anything else stands in a record that was read', () => {
    expect(recordHashOf({ ...LEAST, more: 1 } as Content)).not.toBe(recordHashOf(LEAST));
  });
});
