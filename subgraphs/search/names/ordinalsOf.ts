/** Numbers that tell enterprises apart: behind 第, or before what is numbered (三分店, 12号, 第二建筑). */
const ORDINALS =
  /第([一二三四五六七八九十百\d]{1,4})|([一二三四五六七八九十\d]{1,4})(?=分$|分店|连锁店|店|门市部|分厂|厂|煤矿|矿|大队|队|经营部|营业部|部|加油站|站|分公司|支行|分社|号|车间|中学|小学)/gu;
const DIGITS = '零一二三四五六七八九';

/**
 * Gives the numbers in a name that tell it apart from other names, as numbers are told apart and not as characters are.
 *
 * @param folded - a name or a part of one, folded
 * @returns numbers in their order, joined; empty where there are none, so that two names agree where the texts are the same
 */
export function ordinalsOf(folded: string): string {
  return Array.from(folded.matchAll(ORDINALS), ([, behind, before]) => valueOf(behind ?? before ?? '')).join(' ');
}

/** Up to 百: larger ones are compared as they are written. */
function valueOf(numeral: string): string {
  if (/^\d+$/.test(numeral)) return String(Number(numeral));
  if (numeral.includes('百')) return numeral;
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  return String(10 * digit(tens, 1) + digit(ones, 0));
}

function digit(character: string, otherwise: number): number {
  return character === '' ? otherwise : Math.max(DIGITS.indexOf(character), 0);
}
