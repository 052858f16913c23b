import { defineCollection } from '../../../src/data/FactCollection.ts';
import { date } from '../../../src/data/fields/date.ts';
import { money } from '../../../src/data/fields/number.ts';
import { text } from '../../../src/data/fields/text.ts';
import { dayRules } from '../rules/dayRules.ts';

/** 小微企业享受扶持政策 (domain section 3.12). */
export const smallMicroSupports = defineCollection({
  department: 'registry',
  name: 'smallMicroSupports',
  type: 'SmallMicroSupport',
  title: '小微企业享受扶持政策',
  description: 'Support policy that a small or micro enterprise has enjoyed.',
  kind: 'FACT',
  naturalKey: ['subject', 'policyName', 'implementingDept', 'enjoyedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 3,
  headline: ['policyName'],
  fields: {
    policyName: text(
      { title: '扶持政策名称', description: 'Name of the policy.', aliases: ['享受扶持政策名称'] },
      300,
      { required: true },
    ),
    implementingDept: text(
      { title: '实施部门', description: 'Department that grants it.', aliases: ['实施扶持政策的部门'] },
      200,
      { required: true },
    ),
    content: text(
      { title: '享受扶持政策内容', description: 'What was granted.', aliases: ['享受扶持政策的内容'] },
      2000,
    ),
    enjoyedOn: date(
      { title: '享受扶持政策日期', description: 'Day on which it was enjoyed.', aliases: ['享受日期'] },
      { required: true },
    ),
    amount: money({ title: '享受扶持政策数额', description: 'Amount in yuan.', aliases: ['享受数额'] }, '元'),
  },
  indexes: [{ key: { policyName: 1, sortOn: -1, _id: -1 } }],
  rules: dayRules('enjoyedOn'),
});
