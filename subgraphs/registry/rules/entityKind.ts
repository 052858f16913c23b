/** Kinds of market entities (市场主体登记管理条例 art. 2), as `enum EntityKind` names them. */
export type EntityKind =
  | 'COMPANY'
  | 'NON_COMPANY_LEGAL_PERSON'
  | 'SOLE_PROPRIETORSHIP'
  | 'PARTNERSHIP'
  | 'COOPERATIVE'
  | 'HOUSEHOLD'
  | 'FOREIGN_COMPANY_BRANCH'
  | 'BRANCH';

/**
 * What the printed types say, the first that fits: a branch names the kind of its parent as well, and 自然人独资 is a kind of
 * company. A representative office of a foreign enterprise (常驻代表机构) is none of the kinds.
 */
const BY_TEXT: readonly (readonly [RegExp, EntityKind | null])[] = [
  [/常驻代表机构/u, null],
  [/外国.*分支机构/u, 'FOREIGN_COMPANY_BRANCH'],
  [/分公司|分支机构|分社/u, 'BRANCH'],
  [/个体工商户|个体户|^个体/u, 'HOUSEHOLD'],
  [/农民专业合作/u, 'COOPERATIVE'],
  [/个人独资企业/u, 'SOLE_PROPRIETORSHIP'],
  [/合伙/u, 'PARTNERSHIP'],
  [/非公司企业法人|非公司法人/u, 'NON_COMPANY_LEGAL_PERSON'],
  [/有限责任公司|有限公司|股份公司|^公司/u, 'COMPANY'],
  [/集体所有制|全民所有制|国有企业|股份合作制/u, 'NON_COMPANY_LEGAL_PERSON'],
];

/** Categories under department 9 of GB 32100-2015, table 1, that hold one kind only. */
const BY_CODE: Readonly<Record<string, EntityKind>> = { '92': 'HOUSEHOLD', '93': 'COOPERATIVE' };

/**
 * Derives the kind of a market entity from its type as it is printed, else from its code.
 *
 * @param entityType - as registered, where the source has it
 * @param uscc - its code
 * @returns null where neither tells: 外商投资企业 may be a company or a partnership
 */
export function entityKind(entityType: string | undefined, uscc: string): EntityKind | null {
  const found = entityType === undefined ? undefined : BY_TEXT.find(([text]) => text.test(entityType));
  return found === undefined ? (BY_CODE[uscc.slice(0, 2)] ?? null) : found[1];
}
