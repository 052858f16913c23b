/** A remark in brackets at the end of a header, such as （必填） or [yyyy-mm-dd]. */
const REMARK = /[([{【〔〖]([^()[\]{}【】〔〕〖〗]*)[)\]}】〕〗]$/;

/** A remark that names a unit. 金额(元) and 金额(万元) are different columns, so a unit is never taken off. */
const UNIT = /^(?:单位:?)?(?:人民币|美元|港元|欧元|[十百千万亿元吨%‰/或]|千克|公斤|kg|rmb|cny|usd)+$/;

/** Blanks of every kind, the mark of required columns, and what tells snake_case from camelCase. */
const MEANINGLESS = /[\s\u200B-\u200D\uFEFF*_'-]/g;

/**
 * Brings a header into the form in which two spellings of the same name are equal: full-width or half-width,
 * upper or lower case, `snake_case` or `camelCase`, with or without blanks and `*`.
 *
 * @param header - a header of a file, or a title, alias or name of a field
 */
export function headerKey(header: string): string {
  return header.normalize('NFKC').replace(MEANINGLESS, '').replace(/:$/, '').toLowerCase();
}

/**
 * The key of a header without the remarks in brackets at its end, those that name a unit excepted.
 *
 * @param key - what {@link headerKey} made
 */
export function withoutRemarks(key: string): string {
  const remark = REMARK.exec(key);
  if (remark === null || UNIT.test(remark[1] ?? '') || remark.index === 0) return key;
  return withoutRemarks(key.slice(0, remark.index));
}
