import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { text, texts } from '../../../src/data/fields/text.ts';
import { seriousViolationListingRules } from '../rules/seriousViolationListingRules.ts';
import { listingFields, removalFields } from './listingFields.ts';

/** 市场监督管理严重违法失信名单 (domain section 3.6). */
export const seriousViolationListings = defineCollection({
  department: 'registry',
  name: 'seriousViolationListings',
  type: 'SeriousViolationListing',
  title: '严重违法失信名单',
  description: 'Listing for serious violations of market supervision law.',
  kind: 'FACT',
  naturalKey: ['listingDocNo', 'subject'],
  naturalKeyWithout: ['subject', 'reason', 'listedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEGATIVE',
  catalogueKind: 6,
  headline: ['violationKind', 'listingAuthority'],
  fields: {
    violationKind: code(
      { title: '违法领域', description: 'Field of the violation.', aliases: ['失信领域'] },
      {
        FOOD_SAFETY: ['食品安全', '违反食品安全'],
        DRUG_AND_DEVICE: ['药品、医疗器械、化妆品', '药品安全'],
        QUALITY_SAFETY: ['质量安全', '产品质量安全'],
        CONSUMER_RIGHTS: ['侵害消费者权益'],
        MARKET_ORDER: ['破坏公平竞争秩序和扰乱市场秩序', '扰乱市场秩序'],
        OBSTRUCTION: ['妨碍行政机关依法履行职责', '拒不履行法定义务'],
        ABNORMAL_THREE_YEARS: ['列入经营异常名录满三年', '被列入经营异常名录届满3年仍未履行相关义务'],
      },
    ),
    reason: text(
      {
        title: '列入事由',
        description: 'Why the enterprise was listed.',
        aliases: ['列入严重违法失信企业名单（黑名单）原因', '列入原因'],
      },
      1000,
      { required: true },
    ),
    legalBasis: text(
      { title: '列入依据', description: 'Provisions that the listing rests on.', aliases: ['法律依据'] },
      500,
    ),
    penaltyDocNo: text(
      {
        title: '行政处罚决定书文号',
        description: 'Number of the heavier penalty that the listing follows.',
        aliases: ['处罚决定书文号'],
      },
      64,
      { holds: 'NUMBER' },
    ),
    measures: texts({ title: '管理措施', description: 'Measures while it is listed.', aliases: ['惩戒措施'] }, 500),
    ...listingFields,
    removalKind: code(
      { title: '移出方式', description: 'How it left the list.' },
      {
        EARLY: ['提前移出', '信用修复'],
        TERM_OVER: ['期满移出', '期满'],
        DECISION_REVOKED: ['撤销列入决定', '撤销'],
      },
    ),
    ...removalFields,
  },
  needs: { earlyRemovalFrom: ['listedOn'], leadershipBarUntil: ['listedOn', 'removalKind'] },
  indexes: [{ key: { violationKind: 1, sortOn: -1, _id: -1 } }],
  rules: seriousViolationListingRules,
});
