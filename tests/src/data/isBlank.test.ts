import { isBlank } from '../../../src/data/isBlank.ts';

it.each([
  undefined,
  null,
  '',
  ' ',
  '无',
  '\u0000',
  '\u202E\u202C',
  ' \uFEFF/ ',
  '\u3164',
  '\u200D',
  '无' + '\u0000'.repeat(30),
])('takes %j for nothing', (value) => {
  expect(isBlank(value)).toBe(true);
});

it.each(['0', 0, false, '无锡', '/无/无/无/', []])('takes %j for something', (value) => {
  expect(isBlank(value)).toBe(false);
});
