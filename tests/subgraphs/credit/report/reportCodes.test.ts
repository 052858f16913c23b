import {
  groupedCode,
  newReportNo,
  newVerificationCode,
  readVerificationCode,
} from '../../../../subgraphs/credit/report/reportCodes.ts';

describe('verification codes', () => {
  it('have 140 bits, and no two are alike', () => {
    const codes = Array.from({ length: 2_000 }, newVerificationCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/);
    // Every place takes all 32 values: a place that did not would be some bits less.
    const seen = Array.from({ length: 28 }, (_, at) => new Set(codes.map((code) => code[at])).size);
    expect(seen).toEqual(Array.from({ length: 28 }, () => 32));
  });

  it('are read as people type them', () => {
    const code = '0123456789ABCDEFGHJKMNPQRS1Z';
    expect(groupedCode(code)).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ-RS1Z');
    for (const typed of [
      code,
      groupedCode(code),
      groupedCode(code).toLowerCase(),
      ` ${groupedCode(code).replaceAll('-', ' ')} `,
      code.replace('0', 'O').replace(/1Z$/, 'lz'),
      '０１２３—4567–89AB‐CDEF-GHJK-MNPQ-RS1Z',
    ])
      expect(readVerificationCode(typed)).toBe(code);
  });

  it.each(['', '0123', 'U'.repeat(28), '字'.repeat(28), 'A'.repeat(29), ' '.repeat(200), 'A'.repeat(100_000)])(
    'are not made of anything else',
    (typed) => {
      expect(readVerificationCode(typed)).toBeUndefined();
    },
  );
});

it('the number of a report tells the day, and differs', () => {
  const numbers = Array.from({ length: 1_000 }, () => newReportNo('2026-06-15'));
  expect(new Set(numbers).size).toBe(1_000);
  for (const number of numbers) expect(number).toMatch(/^CR20260615(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
});
