import { checkRegistrationNo, legacyNumberKind } from '../../../src/values/registrationNo.ts';
import { itWithFiles, rowsOf } from './realFiles.ts';

it('reads a registration number and who it was given to', () => {
  expect(checkRegistrationNo('320100000001374')).toEqual({
    ok: true,
    registrationNo: '320100000001374',
    kind: 'DOMESTIC',
    repaired: false,
    warnings: [],
  });
  expect(checkRegistrationNo('320100400001374')).toMatchObject({ ok: true, kind: 'FOREIGN_INVESTED' });
  expect(checkRegistrationNo('320100600001374')).toMatchObject({ ok: true, kind: 'INDIVIDUAL_HOUSEHOLD' });
});

it('repairs width and blanks', () => {
  expect(checkRegistrationNo(' ３２０１０００００００１３７４')).toMatchObject({
    ok: true,
    repaired: true,
    warnings: [],
  });
});

it('accepts a wrong check digit with a remark', () => {
  expect(checkRegistrationNo('320100000001375')).toMatchObject({ ok: true, warnings: ['CHECK_DIGIT'] });
});

it.each([
  ['', 'MISSING'],
  ['000000000000000', 'MISSING'],
  ['3201001009351', 'LENGTH'],
  ['320111NA000063X', 'ALPHABET'],
])('refuses %j because of its %s', (raw, part) => {
  expect(checkRegistrationNo(raw)).toEqual({ ok: false, part });
});

it('tells an old tax number from a registration number', () => {
  expect(legacyNumberKind('320100000001374')).toBe('REGISTRATION_NO');
  expect(legacyNumberKind('350102705362917')).toBe('TAX_NO');
  expect(legacyNumberKind('350102MA33K1X74')).toBe('TAX_NO');
  expect(legacyNumberKind('320100000001375')).toBe('EITHER');
  expect(legacyNumberKind('320111NA000063X')).toBeUndefined();
  expect(legacyNumberKind('91350100705362917E')).toBeUndefined();
});

itWithFiles(['registry_dirty_codes.csv.gz'], 'finds the check digit of every real 15-digit number to hold', () => {
  const numbers = rowsOf('registry_dirty_codes.csv.gz').filter((row) => row['why_not_valid'] === 'old_15_digit_reg_no');
  const verdicts = numbers.map((row) => checkRegistrationNo(row['code_raw'] ?? ''));
  expect(verdicts).toHaveLength(6558);
  expect(verdicts.every((verdict) => verdict.ok && verdict.warnings.length === 0)).toBe(true);
});
