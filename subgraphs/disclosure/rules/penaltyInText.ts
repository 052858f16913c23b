import { parseMoney } from '../../../src/values/money.ts';
import type { PenaltyCategory } from './penaltyCategories.ts';

/** What a text says of a penalty in the words of the law, and nothing more. */
export interface PenaltyInText {
  /** Sorted; empty where the text has none of the law's words. */
  readonly categories: readonly PenaltyCategory[];
  /** In yuan, where the text names one fine and no other amount. */
  readonly fine: string | undefined;
}

/**
 * The words of 行政处罚法 art. 9. 按日连续处罚 repeats a fine (环境保护法 art. 59); 停产整治 is a kind of 停产停业 (水污染防治法 art. 83).
 * Not among them: 责令改正 and 责令限期治理, which are orders, and 查封、扣押, which are coercive measures: neither is a penalty.
 */
const WORDS: readonly (readonly [PenaltyCategory, RegExp])[] = [
  ['WARNING', /警告/u],
  ['CRITICISM', /通报批评/u],
  ['FINE', /罚款|按日连续处罚|按日计罚/u],
  ['CONFISCATE_GAINS', /没收违法所得/u],
  ['CONFISCATE_PROPERTY', /没收非法财物/u],
  ['SUSPEND_LICENCE', /暂扣(?:许可证|执照|营业执照)/u],
  ['LOWER_GRADE', /降低资质等级/u],
  ['REVOKE_LICENCE', /吊销(?:许可证|执照|营业执照)/u],
  ['RESTRICT_BUSINESS', /限制(?:开展)?生产/u],
  ['SUSPEND_BUSINESS', /停产停业|责令停产|责令停业|停产整治/u],
  ['CLOSE', /责令(?:停业、?)?关闭/u],
  ['RESTRICT_PROFESSION', /限制从业|禁止从业/u],
  ['DETENTION', /行政拘留/u],
];

/** Words that turn what stands beside them into no penalty, or not yet one: such a text is not read at all. */
const DOUBT = /不予|免予|免除|撤销|拟(?:处|给予|作出)|建议|或者/u;
const FINE_AMOUNT = /罚款(?:人民币)?(?<amount>\d[\d,]*(?:\.\d+)?(?:亿元|万元|元))/gu;
const ANY_AMOUNT = /\d[\d,]*(?:\.\d+)?(?:亿元|万元|元)/gu;

/**
 * Reads categories and fine out of free text, for sources that have no such columns.
 *
 * @param text - the content of the penalty
 */
export function penaltyInText(text: string): PenaltyInText {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  if (DOUBT.test(plain)) return { categories: [], fine: undefined };
  const categories = WORDS.filter(([, words]) => words.test(plain)).map(([category]) => category);
  return { categories: categories.sort(), fine: onlyFine(plain) };
}

/** An amount stands for the fine only where it is the text's single amount and no repeated fine is beside it. */
function onlyFine(text: string): string | undefined {
  const fines = [...text.matchAll(FINE_AMOUNT)];
  const amounts = [...text.matchAll(ANY_AMOUNT)];
  const [only] = fines;
  if (fines.length !== 1 || amounts.length !== 1 || /按日/u.test(text)) return undefined;
  const parsed = parseMoney(only?.groups?.['amount'] ?? '', '元');
  return parsed.ok ? parsed.amount : undefined;
}
