/** How divisions end, longest first; the ethnic groups of autonomous divisions go with them. */
const ENDINGS = [
  '特别行政区',
  ...['壮族自治区', '回族自治区', '维吾尔自治区', '自治区', '自治州', '自治县', '自治旗'],
  ...['地区', '林区', '矿区', '新区', '省', '市', '区', '县', '盟', '旗', '州'],
];

/** Ethnic groups as autonomous divisions write them, those that begin with another's name first. */
const ETHNIC_GROUPS =
  /(?:蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|鄂温克族?|德昂族|保安族|裕固族|独龙族|鄂伦春族?|各族)+$/u;

/** Names of two characters that say nothing without their ending, such as 市辖区. */
const NO_PLACE = new Set(['市辖区', '县', '自治区直辖县级行政区划', '省直辖县级行政区划']);

/**
 * Gives the ways in which a division is written in names of enterprises: whole, without its ending, and, where the ending
 * changed over the years, with each ending that it may have had (长乐县, 长乐市, 长乐区).
 *
 * @param name - as the list of divisions has it
 * @param level - 2 province, 4 city, 6 county: the length of its code
 * @returns written forms, and apart from them the short form, which is empty where the ending is needed
 */
export function divisionNames(
  name: string,
  level: number,
): { readonly written: readonly string[]; readonly short: string } {
  if (NO_PLACE.has(name)) return { written: [], short: '' };
  const short = shortOf(name);
  if (short.length < 2) return { written: [name], short: '' };
  const endings = level === 6 ? ['县', '市', '区'] : level === 4 ? ['市', '州', '地区'] : ['省', '市'];
  return { written: [...new Set([name, ...endings.map((ending) => short + ending)])], short };
}

function shortOf(name: string): string {
  const ending = ENDINGS.find((end) => name.endsWith(end) && name.length > end.length) ?? '';
  const bare = name.slice(0, name.length - ending.length);
  if (!ending.startsWith('自治') && ending !== '旗') return bare;
  const place = bare.replace(ETHNIC_GROUPS, '');
  return place.length < 2 ? bare : place;
}
