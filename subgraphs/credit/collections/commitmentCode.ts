import type { Field, FieldWords } from '../../../src/data/fields/Field.ts';
import { isLocalDate, type LocalDate } from '../../../src/values/localDate.ts';

/** 6 characters of the region, 8 of the day, 6 of the serial number. */
const FORM = /^\d{6}(\d{4})(\d{2})(\d{2})\d{6}$/;

/**
 * Declares the number of a commitment (承诺编码, domain section 10.4). It is no text: among its 20 digits stand 18 that now and then
 * pass for a citizen's number, and masking them would spoil it.
 *
 * @param words - title, description and aliases
 */
export function commitmentCode(words: FieldWords): Field<string> {
  return {
    aliases: [],
    ...words,
    required: true,
    format: '20 digits: region, day, serial number',
    judge(value) {
      const given = String(value).trim();
      if (dayOf(given) !== undefined) return { value: given };
      const expected =
        '应为 20 位数字：6 位区划、8 位日期、6 位顺序号 / 20 digits: 6 of the region, 8 of the day, 6 in series';
      return { fault: { code: 'NUMBER_INVALID', expected } };
    },
  };
}

/**
 * Reads the day in the number of a commitment.
 *
 * @param code - the number
 * @returns undefined where it is no such number
 */
export function dayOf(code: string): LocalDate | undefined {
  const [, year, month, day] = FORM.exec(code) ?? [];
  const date = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  return isLocalDate(date) ? date : undefined;
}
