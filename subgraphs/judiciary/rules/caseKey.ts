const NOISE = /[\s\u200B-\u200D\uFEFF]/gu;
const OPENING = /[[{【〔〖《〈「『⟨]/gu;
const CLOSING = /[\]}】〕〗》〉」』⟩]/gu;
/** The zeros before the running number: older courts print 执字第00396号, newer ones 执396号. */
const PADDING = /(?<![\d之])0+(?=\d+号?(?:之[一二三四五六七八九十\d]+)?$)/u;

/**
 * Brings a case number into the form in which two ways of printing it are equal (人民法院案件编号: year in brackets, court,
 * kind of case, running number; 法〔2015〕137号).
 *
 * Width, blanks, the kind of brackets and zeros before the running number do not count; nothing else is touched.
 *
 * @param caseNo - as printed
 */
export function caseKey(caseNo: string): string {
  return caseNo
    .normalize('NFKC')
    .replace(NOISE, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .toUpperCase()
    .replace(PADDING, '');
}
