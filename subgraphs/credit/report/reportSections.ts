import type { TimelineDocument } from '../timeline/TimelineDocument.ts';

/** `enum CreditReportSectionKind`, in the order of the report. */
export const SECTION_KINDS = [
  'PERMITS',
  'PENALTIES',
  'LISTS',
  'ABNORMAL',
  'COURT',
  'COMMITMENTS',
  'HONOURS',
  'RATINGS',
  'ADMINISTRATION',
  'REGISTRATION',
  'OTHER',
] as const;

/** A section of a report. */
export type SectionKind = (typeof SECTION_KINDS)[number];

/** Their titles, after the edition standards of public credit reports (domain section 10.9). */
export const SECTION_TITLES: Readonly<Record<SectionKind, string>> = {
  PERMITS: '行政许可信息',
  PENALTIES: '行政处罚信息',
  LISTS: '严重失信主体名单信息',
  ABNORMAL: '经营异常名录（状态）信息',
  COURT: '司法裁判及执行信息',
  COMMITMENTS: '信用承诺及履行信息',
  HONOURS: '守信激励及荣誉信息',
  RATINGS: '部门信用评价信息',
  ADMINISTRATION: '其他行政管理信息',
  REGISTRATION: '登记注册及年报信息',
  OTHER: '其他公共信用信息',
};

/** Sections of whole kinds of the national catalogue. */
const BY_KIND: Readonly<Record<number, SectionKind>> = {
  1: 'REGISTRATION',
  2: 'COURT',
  5: 'ABNORMAL',
  8: 'COMMITMENTS',
  9: 'RATINGS',
  11: 'HONOURS',
};
const ADMINISTRATION = 3;
const SERIOUS_LISTS = 6;

/**
 * Tells in which section of a report a fact stands: by its kind in the national catalogue and what it says, so that facts of
 * departments that join later find their place.
 *
 * @param fact - as the timeline holds it
 */
export function sectionOf({ catalogueKind, type, record }: TimelineDocument): SectionKind {
  const { polarity } = record;
  if (catalogueKind === ADMINISTRATION) {
    if (polarity === 'NEGATIVE') return 'PENALTIES';
    return type === 'AdministrativePermit' ? 'PERMITS' : 'ADMINISTRATION';
  }
  if (catalogueKind === SERIOUS_LISTS) return polarity === 'POSITIVE' ? 'HONOURS' : 'LISTS';
  return BY_KIND[catalogueKind] ?? 'OTHER';
}
