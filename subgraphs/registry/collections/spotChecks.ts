import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text, texts } from '../../../src/data/fields/text.ts';
import { spotCheckRules } from '../rules/spotCheckRules.ts';

/** 双随机、一公开抽查 (domain section 3.7). */
export const spotChecks = defineCollection({
  department: 'registry',
  name: 'spotChecks',
  type: 'SpotCheck',
  title: '双随机抽查结果',
  description: 'Result of a check whose subject and inspectors were drawn at random.',
  kind: 'FACT',
  naturalKey: ['planNo', 'subject', 'checkItem', 'checkedOn'],
  naturalKeyWithout: ['subject', 'taskName', 'checkItem', 'checkedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 3,
  headline: ['taskName', 'result'],
  fields: {
    planNo: text({ title: '抽查计划编号', description: 'Number of the plan.' }, 64, { holds: 'NUMBER' }),
    taskName: text({ title: '抽查任务名称', description: 'Name of the task.', aliases: ['抽查计划名称'] }, 200),
    checkItem: text(
      { title: '检查事项', description: 'What was checked.', aliases: ['抽查事项', '抽查检查事项'] },
      500,
      { required: true },
    ),
    checkAuthorities: texts(
      {
        title: '检查机关',
        description: 'Authority that checked; several in a joint check.',
        aliases: ['检查实施机关', '抽查机关'],
      },
      200,
    ),
    checkedOn: date({ title: '检查日期', description: 'Day of the check.', aliases: ['抽查日期'] }, { required: true }),
    method: code(
      { title: '检查方式', description: 'How it was checked.' },
      {
        DOCUMENTS: ['书面检查', '书面'],
        ON_SITE: ['实地核查', '实地', '现场检查'],
        ONLINE: ['网络监测', '网络'],
        THIRD_PARTY: ['委托专业机构', '委托'],
      },
    ),
    result: code(
      { title: '检查结果', description: 'What was found.', aliases: ['抽查结果'] },
      {
        NO_PROBLEM: ['未发现问题', '正常'],
        NOT_DISCLOSED: ['未按规定公示应当公示的信息'],
        UNREACHABLE: [
          '通过登记的住所(经营场所)无法联系',
          '通过登记的住所（经营场所）无法联系',
          '通过登记的住所或经营场所无法联系',
        ],
        CORRECTED: ['发现问题已责令改正'],
        FALSE_DISCLOSURE: ['公示信息隐瞒真实情况、弄虚作假', '公示信息隐瞒真实情况弄虚作假'],
        REFUSED_COOPERATION: ['不配合检查情节严重'],
        NO_SUCH_BUSINESS: ['未发现开展本次抽查涉及的经营活动'],
        PENDING: ['发现问题待后续处理'],
      },
      { required: true },
    ),
    followUp: text(
      { title: '后续处理情况', description: 'What followed from the result.', aliases: ['后续处理'] },
      1000,
    ),
  },
  needs: { publicityDueOn: ['checkedOn'], isPublicityDueProvisional: ['checkedOn'] },
  indexes: [{ key: { result: 1, sortOn: -1, _id: -1 } }],
  rules: spotCheckRules,
});
