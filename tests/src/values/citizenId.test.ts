import fc from 'fast-check';
import {
  citizenIdsIn,
  containsCitizenId,
  looksLikeCitizenId,
  resemblesCitizenId,
} from '../../../src/values/citizenId.ts';
import { citizenIdOf } from './citizenIdOf.ts';

const ID = citizenIdOf('350102', '19900307', 101);
const TODAY = '2026-06-01';

it('knows an ID number in every way of writing it', () => {
  const withX = Array.from({ length: 99 }, (_, sequence) => citizenIdOf('350102', '19900307', sequence)).find((id) =>
    id.endsWith('X'),
  );
  expect(looksLikeCitizenId(ID)).toBe(true);
  expect(looksLikeCitizenId(withX?.toLowerCase() ?? '')).toBe(true);
  expect(looksLikeCitizenId(`${ID.slice(0, 6)} ${ID.slice(6, 14)}-${ID.slice(14)}`)).toBe(true);
});

it.each([
  ['region 10', citizenIdOf('100102', '19900307', 101)],
  ['region 66', citizenIdOf('660102', '19900307', 101)],
  ['a credit code of market supervision', citizenIdOf('913501', '19900307', 101)],
  ['month 13', citizenIdOf('350102', '19901307', 101)],
  ['29 February of a common year', citizenIdOf('350102', '19900229', 101)],
  ['a birth before 1900', citizenIdOf('350102', '18991231', 101)],
  ['a birth tomorrow', citizenIdOf('350102', '20260602', 101)],
  ['15 digits', '350102900307101'],
])('does not take %s for an ID number', (_what, text) => {
  expect(looksLikeCitizenId(text, TODAY)).toBe(false);
});

it.each([
  ['350102', '19000101'],
  ['710102', '20000229'],
  ['810102', '20260601'],
  ['830102', '19900307'],
])('takes region %s and birth %s for an ID number', (region, birth) => {
  expect(looksLikeCitizenId(citizenIdOf(region, birth, 101), TODAY)).toBe(true);
});

it('refuses every other last character', () => {
  const others = '0123456789X'.split('').filter((check) => check !== ID.charAt(17));
  expect(others.filter((check) => looksLikeCitizenId(ID.slice(0, 17) + check))).toEqual([]);
});

it.each([
  `当事人张某（身份证号${ID}）`,
  `ID${ID}.`,
  `身份证:${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}，男`,
  `号码13800001111${ID}`,
  ID.split('')
    .map((symbol) => String.fromCharCode(symbol.charCodeAt(0) + (symbol === 'X' ? 0 : 0xfee0)))
    .join(''),
])('finds an ID number in %s', (text) => {
  expect(containsCitizenId(text)).toBe(true);
});

it.each([
  '',
  '罚款45400元',
  '闽环罚〔2018〕350102199003071010号',
  '91350100705362917E',
  '350102199003071011234567890123',
])('finds none in %j', (text) => {
  expect(containsCitizenId(text)).toBe(false);
});

it('gives the place of every ID number in a text', () => {
  const text = `甲${ID}乙${ID.slice(0, 6)} ${ID.slice(6)}丙`;
  expect(citizenIdsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    ID,
    `${ID.slice(0, 6)} ${ID.slice(6)}`,
  ]);
});

it('finds an ID number wherever it stands between words', () => {
  const words = fc.string().filter((text) => !/[\d\s-]/.test(text));
  fc.assert(
    fc.property(words, words, fc.integer({ min: 0, max: 999 }), (before, after, sequence) => {
      expect(containsCitizenId(before + citizenIdOf('350102', '19900307', sequence) + after)).toBe(true);
    }),
  );
});

it('knows what begins as an ID number does', () => {
  expect(resemblesCitizenId(`${ID.slice(0, 17)}W`)).toBe(true);
  for (const code of ['91350100705362917E', '350102199013071012', ID.slice(0, 16)]) {
    expect(resemblesCitizenId(code)).toBe(false);
  }
});
