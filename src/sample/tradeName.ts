const SIGNS = Array.from(
  '榕闽鼎盛恒瑞鸿泰祥华丰源佳裕康宁和顺昌达' +
    '兴隆嘉禾博远信诚明德润海山川云溪青松竹兰' +
    '晨曦星辰新锐智汇联创卓越优品美乐安居福春',
);
/** Prime and no divisor of the number of signs, so that steps of it reach every name of one length. */
const STEP = 7919;

/**
 * Gives the trade name of an enterprise, another one for each number: two signs for the first 3,600, then more.
 *
 * @param index - number of the enterprise, from 0
 * @param shift - moves all names along, so that each seed has its own
 */
export function tradeName(index: number, shift: number): string {
  let length = 2;
  while (SIGNS.length ** length <= index) length += 1;
  const names = SIGNS.length ** length;
  let rest = (index * STEP + (Math.abs(shift) % names)) % names;
  let name = '';
  for (let place = 0; place < length; place += 1) {
    name += SIGNS[rest % SIGNS.length] ?? '';
    rest = Math.floor(rest / SIGNS.length);
  }
  return name;
}
