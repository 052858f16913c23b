import fc from 'fast-check';
import { containsCitizenId } from '../../../src/values/citizenId.ts';
import {
  holdsMask,
  maskAddress,
  maskCitizenIds,
  maskFreeText,
  maskIdNumber,
  maskPersonName,
  maskPhone,
} from '../../../src/values/masks.ts';
import { citizenIdOf } from './citizenIdOf.ts';
import { itWithFiles, rowsOf } from './realFiles.ts';

const ID = citizenIdOf('350102', '19900307', 101);

it.each([
  ['张三丰', '张某'],
  ['李四', '李某'],
  ['欧阳修', '欧阳某'],
  ['欧阳', '欧某'],
  ['张 三', '张某'],
  ['张三、李四；司马相如', '张某、李某、司马某'],
  ['阿卜杜拉·买买提', '阿某'],
  ['John Smith', 'J***'],
  ['', ''],
])('shows of the name %j only %j', (name, masked) => {
  expect(maskPersonName(name)).toBe(masked);
});

it('shows the first 3 and last 4 characters of an ID number inside, nothing outside', () => {
  expect(maskIdNumber(ID, 'INTERNAL')).toBe(`350***********${ID.slice(-4)}`);
  expect(maskIdNumber(`${ID.slice(0, 6)} ${ID.slice(6)}`, 'INTERNAL')).toBe(`350***********${ID.slice(-4)}`);
  expect(maskIdNumber('1234567', 'INTERNAL')).toBe('*******');
  expect(maskIdNumber(ID, 'PUBLIC')).toBeNull();
});

it('never shows the birth date of an ID number', () => {
  expect(maskIdNumber('350102900307101', 'INTERNAL')).toBe('350********7101');
  expect(maskIdNumber(ID, 'INTERNAL')).not.toContain('1990');
});

it.each([
  ['13812341234', '138****1234'],
  ['+86 138-1234-1234', '138****1234'],
  ['0591-87651234', '****1234'],
  ['87651234', '****'],
  ['', '****'],
])('masks the phone number %j', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

it.each([
  ['福建省福州市鼓楼区福飞路135号华京花园', '福建省福州市鼓楼区'],
  ['福州市鼓楼区 福飞路135号', '福州市鼓楼区'],
  ['安溪县官桥镇官桥村', '安溪县'],
  ['长乐市航城镇龙门村', '长乐市'],
  ['福建省泉州市晋江市磁灶镇', '福建省泉州市晋江市'],
  ['上海市浦东新区世纪大道1号', '上海市浦东新区'],
  ['内蒙古自治区呼和浩特市新城区迎宾路', '内蒙古自治区呼和浩特市新城区'],
  ['三明市三元区列东街', '三明市三元区'],
  ['台州市路桥区路北街道', '台州市路桥区'],
  ['福州市幸福小区12栋', '福州市'],
  ['建瓯市锦江B区2号楼', '建瓯市'],
  ['福安市鹤祥别墅区18号', '福安市'],
  ['福州市县前街12号', '福州市'],
  ['官桥镇官桥市场12号', null],
  ['', null],
])('cuts the address %j to %j', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

it('takes citizens\u2019 numbers alone out of a text', () => {
  expect(maskCitizenIds(`${ID}，13812341234`)).toBe(`${'*'.repeat(18)}，13812341234`);
});

it('knows what masks leave behind', () => {
  for (const text of [ID, `甲${ID}乙`, '13812341234', '电话：138-1234-1234']) {
    expect(holdsMask(text)).toBe(false);
    expect(holdsMask(maskFreeText(text))).toBe(true);
  }
  for (const text of ['', '***', '2138****1234', '客户编号12345****678']) expect(holdsMask(text)).toBe(false);
});

it.each([
  [`当事人身份证号${ID}，电话13812341234。`, `当事人身份证号${'*'.repeat(18)}，电话138****1234。`],
  ['联系电话：１３８１２３４１２３４', '联系电话：138****1234'],
  ['tel +86 138 1234 1234', 'tel 138****1234'],
  [`${ID}13812341234`, `${'*'.repeat(18)}138****1234`],
])('takes personal numbers out of %j', (text, masked) => {
  expect(maskFreeText(text)).toBe(masked);
});

it.each(['罚款45400元', '91350100705362917E', '闽环罚〔2018〕12号，2018-04-18', '320100000001374', '413812341234000'])(
  'leaves %j as it is',
  (text) => {
    expect(maskFreeText(text)).toBe(text);
  },
);

it.each([
  ...[
    '\u00A0',
    '\u3000',
    '\u2009',
    '\t',
    '  ',
    '--',
    '\u2011',
    '\u2013',
    '\uFF0D',
    '.',
    '\u200D',
    '\u200C',
    '_',
    ' - ',
  ],
  ...['\u00B7', '/', '\uFE0F', '\u034F', '\u3164', '\u20E3'],
])('masks a mobile number and an ID number grouped by %j', (between) => {
  expect(maskFreeText(`电话${['138', '1234', '1234'].join(between)}。`)).toBe('电话138****1234。');
  expect(maskFreeText(`甲${[ID.slice(0, 6), ID.slice(6, 14), ID.slice(14)].join(between)}乙`)).toMatch(/^甲\*{18,}乙$/);
});

it.each([
  ['1 3 8 1 2 3 4 1 2 3 4', '138****1234'],
  ['1381 2341 234', '138****1234'],
  ['138 123 41234', '138****1234'],
  ['电话＋８６１３８１２３４１２３４', '电话138****1234'],
  ['＋８６ 138 1234 1234', '138****1234'],
  ['1381234123413912345678', '138****1234 139****5678'],
  ['8613812341234008613912345678', '138****1234 139****5678'],
  ['13812341234/13912345678', '138****1234/139****5678'],
  ['\u{1D7CF}\u{1D7D1}\u{1D7D6}12341234', '138****1234'],
])('masks the mobile numbers of %j', (text, masked) => {
  expect(maskFreeText(text)).toBe(masked);
  expect(holdsMask(masked)).toBe(true);
  expect(maskFreeText(masked)).toBe(masked);
});

it('masks an ID number with asterisks between its parts, or in mathematical digits', () => {
  expect(maskFreeText([ID.slice(0, 6), ID.slice(6, 14), ID.slice(14)].join('*'))).toBe('*'.repeat(20));
  const mathematical = Array.from(ID, (digit) =>
    digit === 'X' ? '\u{1D417}' : String.fromCodePoint(0x1d7ce + Number(digit)),
  );
  expect(maskFreeText(mathematical.join(''))).toMatch(/^\*{35,36}$/);
});

it.each([
  ...[
    '1 350 000 0000',
    '13 812 341 234',
    '1500000.0000',
    '1381234.1234',
    '138.12341234',
    '1500*1200*300',
    '1500,000,0000',
  ],
  ...[
    '1998-2018-003',
    '1998.03.01-2018.03.01',
    '1998-12-31 135',
    '130\n1234\n5678',
    '2018-13-0418-1234',
    '13812341234000',
  ],
])('takes nothing out of the sums, dates and measures of %j', (text) => {
  expect(maskFreeText(text)).toBe(text);
});

const FILES = [
  ...['cn_workday_calendar', 'credit_facts', 'enterprises_fujian_other', 'enterprises_fuzhou', 'gb2260_history'],
  ...['gbt2260_divisions', 'gbt4754_2017', 'name_pairs_noisy', 'names_national', 'registry_dirty_codes'],
].map((name) => `${name}.csv.gz`);
itWithFiles(
  FILES,
  'changes no cell of the real files',
  () => {
    for (const file of FILES) {
      const cells = rowsOf(file).flatMap((row) => Object.values(row));
      expect(cells.length).toBeGreaterThan(100);
      expect(cells.filter((cell) => maskFreeText(cell) !== cell)).toEqual([]);
    }
  },
  120_000,
);

it('leaves no ID number in any text', () => {
  const number = fc.integer({ min: 0, max: 999 }).map((sequence) => citizenIdOf('350102', '19900307', sequence));
  const parts = fc.array(fc.oneof(fc.string(), number, fc.constantFrom(' ', '-', '1', '13812341234')), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(parts, (pieces) => {
      expect(containsCitizenId(maskFreeText(pieces.join('')))).toBe(false);
    }),
  );
});
