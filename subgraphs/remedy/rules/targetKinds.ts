/** What kind of record is to be repaired (domain section 10.3), with the words that are shown first. */
export const TARGET_KINDS = {
  PENALTY: ['行政处罚'],
  SERIOUS_LIST: ['严重失信名单', '严重失信主体名单'],
  ABNORMAL_LIST: ['异常名录', '经营异常名录'],
  OTHER: ['其他'],
} as const;

/** `enum RemedyTargetKind`. */
export type TargetKind = keyof typeof TARGET_KINDS;

const KINDS: ReadonlyMap<string, TargetKind> = new Map([
  ['AdministrativePenalty', 'PENALTY'],
  ['SeriousViolationListing', 'SERIOUS_LIST'],
  ['JudgmentDefaulter', 'SERIOUS_LIST'],
  ['ListEntry', 'SERIOUS_LIST'],
  ['AbnormalListing', 'ABNORMAL_LIST'],
]);

/** Kinds of facts that credit repair does not end, by GraphQL type, and the law that says what does. */
const NOT_REPAIRABLE: ReadonlyMap<string, string> = new Map([
  ['ConsumptionRestriction', '法释〔2015〕17号第九条：履行完毕、提供担保或经申请执行人同意后由人民法院解除'],
]);

/**
 * Tells what kind of record a fact is.
 *
 * @param type - its GraphQL type
 */
export function targetKindOf(type: string): TargetKind {
  return KINDS.get(type) ?? 'OTHER';
}

/**
 * Gives the law that keeps a kind of fact out of credit repair.
 *
 * @param type - its GraphQL type
 */
export function forbiddingLaw(type: string): string | undefined {
  return NOT_REPAIRABLE.get(type);
}
