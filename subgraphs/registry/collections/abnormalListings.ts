import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { abnormalListingRules } from '../rules/abnormalListingRules.ts';
import { listingFields, removalFields } from './listingFields.ts';

/** 经营异常名录 (domain section 3.5). */
export const abnormalListings = defineCollection({
  department: 'registry',
  name: 'abnormalListings',
  type: 'AbnormalListing',
  title: '经营异常名录',
  description: 'Listing on the register of enterprises with abnormal operation.',
  kind: 'FACT',
  naturalKey: ['listingDocNo', 'subject'],
  naturalKeyWithout: ['subject', 'reason', 'listedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEGATIVE',
  catalogueKind: 5,
  headline: ['reason', 'listingAuthority'],
  fields: {
    reason: code(
      { title: '列入事由', description: 'Why the enterprise was listed.', aliases: ['列入经营异常名录原因'] },
      {
        ANNUAL_REPORT_NOT_FILED: ['未按期公示年度报告', '未依照规定期限公示年度报告'],
        ORDERED_DISCLOSURE_NOT_MADE: ['未在责令期限内公示', '未在责令的期限内公示有关企业信息'],
        FALSE_OR_CONCEALED: ['隐瞒真实情况、弄虚作假', '公示企业信息隐瞒真实情况、弄虚作假'],
        UNREACHABLE_AT_ADDRESS: ['通过登记的住所或经营场所无法联系', '通过登记的住所或者经营场所无法联系'],
        NAME_DISPUTE_NOT_OBEYED: ['责令停止使用名称未变更', '未按裁决变更名称'],
      },
      { required: true },
    ),
    foundOn: date({
      title: '期限届满或事实发现日期',
      description: 'Day on which the period ended or the fact was found.',
    }),
    ...listingFields,
    ...removalFields,
  },
  needs: {
    isMark: ['subjectUscc', 'record.subjectCategory'],
    listingDueOn: ['foundOn'],
    isListingDueProvisional: ['foundOn'],
    isListedLate: ['foundOn', 'listedOn'],
    seriousViolationDueOn: ['listedOn'],
  },
  indexes: [{ key: { reason: 1, sortOn: -1, _id: -1 } }],
  rules: abnormalListingRules,
});
