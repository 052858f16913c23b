import { citizenIdsIn } from './citizenId.ts';
import { mobileNumbersIn } from './mobileNumber.ts';
import { normaliseCode } from './normaliseCode.ts';

/** Who reads a masked value: a department, or anyone else. */
export type MaskReader = 'INTERNAL' | 'PUBLIC';

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 宇文 长孙 司徒 司空 夏侯 轩辕 端木 百里 东郭 南宫 西门 独孤 ' +
    '拓跋 呼延 万俟 闻人 赫连 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公羊 钟离 鲜于 闾丘 完颜 耶律 第五'
  ).split(' '),
);
const BETWEEN_NAMES = /[、，,;；/]/u;
const HAN = /^\p{Script=Han}/u;

/** What is left of an ID number, at least 18 characters long, and of a mobile number. */
const MASKED = /\*{18}|(?<!\d)1[3-9]\d\*{4}\d{4}(?!\d)/u;

const PROVINCE = /^[^市区县]{2,5}?(?:省(?!道)|自治区|特别行政区)/u;
const CITY = /^[^省市区县村街路号\d]{1,4}?市(?!场|政|民)|^[^省市区县村街路号\d]{2,10}?(?:自治州|地区|盟)/u;
/**
 * Short names only: what is longer, numbered or called 小区, 园区, 工业区 … lies closer to a door than may be shown. Banners (旗)
 * read like street names, so there the city is all that is shown.
 */
const DISTRICT =
  /^[路镇]?[^省市区县村街路镇号\d]{1,3}?(?<![小社园业厂校库片街一二三四五六七八九十A-Za-z])区|^[路镇]?[^省市区县村街路镇号\d]{1,9}?县|^[^省市区县村街路镇号\d]{1,4}?市(?!场|政|民)/u;

/**
 * Shows a person's family name only: 张三丰 becomes 张某, 欧阳修 欧阳某, and a name in other letters its first one.
 *
 * @param names - one name, or several with 、 ， ； or / between them; blanks inside a name do not count
 */
export function maskPersonName(names: string): string {
  const trimmed = names.replace(/\s+/gu, '');
  if (!HAN.test(trimmed)) return trimmed === '' ? '' : `${Array.from(trimmed)[0] ?? ''}***`;
  return trimmed
    .split(BETWEEN_NAMES)
    .filter((name) => name !== '')
    .map(maskOneName)
    .join('、');
}

/**
 * Shows the first 3 and last 4 characters of an ID number to a department, and nothing to anyone else. The birth date
 * is never shown.
 *
 * @param number - the number as it was given
 * @param reader - who reads it
 */
export function maskIdNumber(number: string, reader: MaskReader): string | null {
  if (reader === 'PUBLIC') return null;
  const code = normaliseCode(number);
  if (code.length < 15) return '*'.repeat(code.length);
  return `${code.slice(0, 3)}${'*'.repeat(code.length - 7)}${code.slice(-4)}`;
}

/**
 * Shows the first 3 and last 4 digits of a mobile number, the last 4 of a longer landline number, and nothing of others.
 *
 * @param phone - the number as it was given
 */
export function maskPhone(phone: string): string {
  const digits = normaliseCode(phone).replace(/\D/g, '');
  const mobile = /^(?:00)?(?:86)?(1[3-9]\d)\d{4}(\d{4})$/.exec(digits);
  if (mobile !== null) return `${mobile[1] ?? ''}****${mobile[2] ?? ''}`;
  return digits.length >= 9 ? `****${digits.slice(-4)}` : '****';
}

/**
 * Cuts an address behind its district, county or county-level city.
 *
 * @param address - as printed
 * @returns the city or province where no district is recognised, `null` where nothing is
 */
export function maskAddress(address: string): string | null {
  let rest = address.normalize('NFKC').replace(/\s/gu, '');
  let shown = '';
  for (const level of [PROVINCE, CITY, DISTRICT]) {
    const part = level.exec(rest)?.[0] ?? '';
    shown += part;
    rest = rest.slice(part.length);
  }
  return shown === '' ? null : shown;
}

/**
 * Takes citizens' ID numbers and mobile numbers out of free text, an error's text or a log line.
 *
 * An ID number becomes asterisks of its own length; a mobile number keeps its first 3 and last 4 digits.
 *
 * @param text - any text
 */
export function maskFreeText(text: string): string {
  if (text.length < 11) return text;
  const withoutIds = maskCitizenIds(text);
  let masked = '';
  let end = 0;
  for (const number of mobileNumbersIn(withoutIds)) {
    // Numbers written one after another are told apart, or nobody could see that each was masked.
    const isGlued = number.start === end && end > 0;
    masked += `${withoutIds.slice(end, number.start)}${isGlued ? ' ' : ''}${maskPhone(number.digits)}`;
    end = number.end;
  }
  return masked + withoutIds.slice(end);
}

/**
 * Takes citizens' ID numbers alone out of a text, where other numbers are meant: each becomes asterisks of its own length.
 *
 * @param text - any text
 */
export function maskCitizenIds(text: string): string {
  let masked = '';
  let end = 0;
  for (const span of citizenIdsIn(text)) {
    masked += text.slice(end, span.start) + '*'.repeat(span.end - span.start);
    end = span.end;
  }
  return masked + text.slice(end);
}

/**
 * Tells whether a text holds what {@link maskFreeText} leaves behind: then it is masked text, whoever masked it and when.
 *
 * @param text - any text
 */
export function holdsMask(text: string): boolean {
  return MASKED.test(text);
}

function maskOneName(name: string): string {
  const symbols = Array.from(name);
  const isCompound = symbols.length > 2 && COMPOUND_SURNAMES.has(symbols.slice(0, 2).join(''));
  return `${symbols.slice(0, isCompound ? 2 : 1).join('')}某`;
}
