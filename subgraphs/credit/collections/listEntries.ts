import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text, texts } from '../../../src/data/fields/text.ts';
import { LISTS } from '../lists/listDefinitions.ts';
import { listEntryRules } from '../rules/listEntryRules.ts';

/** Lists that are kept here, by the id that files and mutations name. Those whose entries are facts of a department are its own. */
const KEPT_HERE = Object.fromEntries(
  LISTS.filter(({ editions }) => editions.some(({ entries }) => entries.some(({ type }) => type === 'ListEntry'))).map(
    ({ id, title }) => [id, [title.zh]],
  ),
);

/** 红黑名单条目 (domain sections 10.5 and 10.7): entries of lists whose owner has no collection of its own on this platform. */
export const listEntries = defineCollection({
  department: 'credit',
  name: 'listEntries',
  type: 'ListEntry',
  title: '红黑名单条目',
  description: 'Entry of a red or black list whose owner brings it here.',
  kind: 'FACT',
  naturalKey: ['decisionNo', 'listId', 'subject'],
  naturalKeyWithout: ['subject', 'listId', 'listedOn', 'publishedOn', 'reason'],
  usageScope: 'PUBLIC',
  polarity: 'NEGATIVE',
  catalogueKind: 6,
  headline: ['listId', 'decider'],
  needs: { list: ['listId'] },
  fields: {
    listId: code(
      { title: '名单', description: 'List that it is an entry of, by its id or Chinese title.', aliases: ['名单类型'] },
      KEPT_HERE,
      { required: true },
    ),
    decisionNo: text(
      { title: '认定文书号', description: 'Number of the decision on listing.', aliases: ['列入决定文书号', '案号'] },
      200,
      { holds: 'NUMBER' },
    ),
    decider: text(
      { title: '认定单位', description: 'Authority that decided on listing.', aliases: ['列入决定机关', '认定部门'] },
      200,
      { required: true },
    ),
    listedOn: date({ title: '列入日期', description: 'Day of listing; the term starts here.' }, { required: true }),
    reason: text({ title: '列入事由', description: 'Why it was listed.', aliases: ['列入原因'] }, 1000, {
      required: true,
    }),
    businessField: text({ title: '所属领域', description: 'Field of business.', aliases: ['领域'] }, 100),
    measures: texts({ title: '措施', description: 'Measures that the decision names.', aliases: ['惩戒措施'] }, 500),
    noticeFrom: date({
      title: '公示开始日期',
      description: 'First day of the public notice, red lists only.',
      aliases: ['拟列入公示开始日期'],
    }),
    noticeUntil: date({
      title: '公示结束日期',
      description: 'Last day of the public notice; the entry counts from the next day, red lists only.',
      aliases: ['拟列入公示结束日期'],
    }),
    expiresOn: date({
      title: '有效期至',
      description: 'Last day by the decision, where it names one; never longer than the term of the list.',
      aliases: ['届满日期'],
    }),
    removedOn: date({ title: '移出日期', description: 'Day of removal; not public from then on.' }),
    removalKind: code(
      { title: '移出方式', description: 'How it left the list.' },
      {
        EARLY: ['提前移出', '信用修复'],
        TERM_OVER: ['期满移出', '期满'],
        DECISION_REVOKED: ['撤销列入决定', '撤销'],
      },
    ),
    removalBasis: text({ title: '移出依据', description: 'Decision or rule that it was removed by.' }, 500),
  },
  indexes: [{ key: { listId: 1, sortOn: -1, _id: -1 } }],
  rules: listEntryRules,
});
