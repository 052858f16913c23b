import { defineCollection } from '../../../src/data/FactCollection.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';
import { dayRules } from '../rules/dayRules.ts';

/** 变更登记 (domain section 3.1): what was changed in a registration, and when. */
export const changes = defineCollection({
  department: 'registry',
  name: 'changes',
  type: 'RegistrationChange',
  title: '变更登记',
  description: 'Change of a registration: item, what stood before, what stands after.',
  kind: 'FACT',
  // Two changes of one item on one day begin from different states.
  naturalKey: ['subject', 'item', 'approvedOn', 'before'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 1,
  headline: ['item'],
  fields: {
    item: text(
      { title: '变更事项', description: 'What was changed, such as 名称变更.', aliases: ['变更项目', 'change_item'] },
      200,
      { required: true },
    ),
    before: text({ title: '变更前内容', description: 'What stood before.', aliases: ['变更前'] }, 4000, {
      namesPeople: true,
    }),
    after: text({ title: '变更后内容', description: 'What stands after.', aliases: ['变更后'] }, 4000, {
      namesPeople: true,
    }),
    approvedOn: date(
      {
        title: '核准日期',
        description: 'Day on which the change was approved.',
        aliases: ['变更日期', '核准变更日期'],
      },
      { required: true },
    ),
  },
  needs: {
    publicityDueOn: ['approvedOn'],
    isPublicityDueProvisional: ['approvedOn'],
    licenceDataDueOn: ['approvedOn'],
  },
  indexes: [{ key: { item: 1, sortOn: -1, _id: -1 } }],
  rules: dayRules('approvedOn'),
});
