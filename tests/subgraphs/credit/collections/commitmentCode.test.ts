import { containsCitizenId } from '../../../../src/values/citizenId.ts';
import { commitmentCode, dayOf } from '../../../../subgraphs/credit/collections/commitmentCode.ts';

const field = commitmentCode({ title: '承诺编码', description: 'Number.' });

it('keeps a number in which 18 digits pass for a citizen’s', () => {
  const serials = Array.from({ length: 40 }, (_, at) => `35010019900101${String(at * 1000).padStart(6, '0')}`);
  expect(serials.some((code) => containsCitizenId(code))).toBe(true);
  expect(serials.map((code) => field.judge(code))).toEqual(serials.map((value) => ({ value })));
});

it.each([
  ['3501002026030100000', 'one digit short'],
  ['350100202603010000011', 'one too many'],
  ['35010020260230000001', 'no such day'],
  ['35010A20260301000001', 'a letter'],
])('refuses %s: %s, without repeating it', (code) => {
  const judged = field.judge(code);
  expect(judged).toMatchObject({ fault: { code: 'NUMBER_INVALID' } });
  expect(JSON.stringify(judged)).not.toContain(code);
});

it('reads its day', () => {
  expect([dayOf('35010020240229000001'), dayOf('35010020250229000001')]).toEqual(['2024-02-29', undefined]);
});
