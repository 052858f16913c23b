import { orgCheckHolds, orgCodeOf } from '../../../src/values/orgCode.ts';
import { looksLikeCitizenId } from '../../../src/values/citizenId.ts';
import { checkUscc } from '../../../src/values/uscc.ts';
import { itWithFiles, rowsOf } from './realFiles.ts';

const FUJIAN = ['enterprises_fuzhou.csv.gz', 'enterprises_fujian_other.csv.gz'];

itWithFiles(FUJIAN, 'accepts every code of the Fujian registrations; only letter case is repaired', () => {
  const codes = FUJIAN.flatMap(rowsOf).map((row) => row['uscc'] ?? '');
  const verdicts = codes.map((code) => ({ code, verdict: checkUscc(code) }));
  const refused = verdicts.filter(({ verdict }) => !verdict.ok);
  const repaired = verdicts.filter(({ verdict }) => verdict.ok && verdict.repaired);
  expect(codes).toHaveLength(16_074 + 71_217);
  expect(refused).toEqual([]);
  expect(repaired.every(({ code }) => /[a-z]/.test(code))).toBe(true);
  expect(codes.filter((code) => looksLikeCitizenId(code))).toEqual([]);
});

itWithFiles(['names_national.csv.gz'], 'accepts every code of the national registrations', () => {
  const codes = rowsOf('names_national.csv.gz').map((row) => row['uscc'] ?? '');
  expect(codes).toHaveLength(135_149);
  expect(codes.filter((code) => !checkUscc(code).ok)).toEqual([]);
});

itWithFiles(
  ['registry_dirty_codes.csv.gz'],
  'refuses every dirty code except those whose letter case alone is wrong',
  () => {
    const rows = rowsOf('registry_dirty_codes.csv.gz').map((row) => ({
      code: row['code_raw'] ?? '',
      why: row['why_not_valid'],
    }));
    const counts: Record<string, number> = {};
    for (const { code, why } of rows) {
      const verdict = checkUscc(code);
      const outcome = verdict.ok ? 'REPAIRED' : verdict.part;
      counts[`${why ?? ''} ${outcome}`] = (counts[`${why ?? ''} ${outcome}`] ?? 0) + 1;
      if (verdict.ok) expect(verdict).toMatchObject({ uscc: code.toUpperCase(), repaired: true });
    }
    expect(counts).toEqual({
      'old_15_digit_reg_no REGISTRATION_NUMBER': 6558,
      'length_15 LENGTH': 699,
      'old_13_digit_reg_no LENGTH': 485,
      'illegal_character REPAIRED': 237,
      'illegal_character CHECK_DIGIT': 1,
      'illegal_character LENGTH': 1,
      'check_digit_mismatch CHECK_DIGIT': 186,
      'check_digit_mismatch DIVISION': 1,
      'length_10 LENGTH': 6,
      'length_11 LENGTH': 17,
      'length_12 LENGTH': 3,
      'length_16 LENGTH': 2,
      'length_17 LENGTH': 1,
    });
  },
);

itWithFiles(['credit_facts.csv.gz'], 'agrees with the derived check of every code in the published lists', () => {
  const rows = rowsOf('credit_facts.csv.gz').filter((row) => row['uscc_raw'] !== '');
  const differing = rows.filter((row) => checkUscc(row['uscc_raw'] ?? '').ok !== (row['uscc_check_ok'] === '1'));
  expect(rows.length).toBeGreaterThan(800);
  expect(differing.map((row) => row['fact_id'])).toEqual([]);
});

itWithFiles(FUJIAN, 'finds the organisation-code check to hold in nearly all real codes', () => {
  const codes = FUJIAN.flatMap(rowsOf).map((row) => (row['uscc'] ?? '').toUpperCase());
  const failing = codes.filter((code) => !orgCheckHolds(orgCodeOf(code)));
  expect(failing.length / codes.length).toBeLessThan(0.01);
});
