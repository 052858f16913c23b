import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code, codes } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { rows } from '../../../src/data/fields/rows.ts';
import { text } from '../../../src/data/fields/text.ts';
import { OBJECTION_STATUSES } from '../rules/objectionFlow.ts';
import { objectionRules } from '../rules/objectionRules.ts';
import { PAPER_COLUMNS, stepsField, targetFields } from './applicationFields.ts';

/** What an objection may rest on (domain section 10.10). */
export const OBJECTION_GROUNDS = {
  ERROR: ['错误', '信息错误'],
  OMISSION: ['遗漏'],
  OVERDUE: ['超期公开'],
  NOT_ELIGIBLE: ['不符合列入条件'],
  SECRET_OR_PRIVACY: ['侵犯商业秘密、隐私', '侵犯商业秘密', '侵犯隐私'],
} as const;

/** What the owner of the fact has still to do; done in this order. */
export const OBJECTION_EFFECTS = {
  MARK: ['标注'],
  END_PUBLICITY: ['终止公示'],
  UNMARK: ['取消标注'],
} as const;

/** 异议申请 (domain section 10.10). The applicant and the credit office see it, and other departments once it was forwarded. */
export const objections = defineCollection({
  department: 'remedy',
  name: 'objections',
  type: 'Objection',
  title: '异议申请',
  description: 'Objection of an enterprise to a fact about it.',
  kind: 'FACT',
  naturalKey: ['applicationNo'],
  usageScope: 'AUTHORISED_QUERY',
  polarity: 'NEUTRAL',
  catalogueKind: 13,
  headline: ['applicationNo', 'status'],
  // Papers and words of the applicant concern those who work on the objection, not those who keep copies of facts.
  unledgered: ['statement', 'evidence', 'steps'],
  fields: {
    ...targetFields,
    status: code({ title: '状态', description: 'Where the objection stands.' }, OBJECTION_STATUSES, { required: true }),
    grounds: codes({ title: '异议事由', description: 'What it rests on.' }, OBJECTION_GROUNDS, { required: true }),
    statement: text({ title: '异议内容', description: 'What is wrong, in the words of the applicant.' }, 2000, {
      required: true,
    }),
    evidence: rows({ title: '证明材料', description: 'Papers that show it.' }, PAPER_COLUMNS, 20),
    filedOn: date(
      { title: '提交日期', description: 'Day of the objection; deadlines run from it.' },
      { required: true },
    ),
    markedOn: date({ title: '标注日期', description: 'Day on which the fact was marked.' }),
    forwardedOn: date({ title: '转送日期', description: 'Day on which it went to the providing department.' }),
    answer: text({ title: '核查答复', description: 'What the check found.' }, 2000),
    answeredBy: text({ title: '答复单位', description: 'Department that checked.' }, 40),
    answeredOn: date({ title: '答复日期', description: 'Day of the answer.' }),
    conclusion: text({ title: '处理意见', description: 'Why it was concluded so; told to the applicant.' }, 2000),
    concludedOn: date({ title: '办结日期', description: 'Day of the conclusion.' }),
    reviewAskedOn: date({ title: '复核申请日期', description: 'Day on which the applicant asked for a review.' }),
    openEffects: codes({ title: '待执行事项', description: 'What the owner has still to do.' }, OBJECTION_EFFECTS),
    steps: stepsField(OBJECTION_STATUSES),
  },
  needs: {
    target: ['targetFact', 'targetType'],
    possible: ['status'],
    capOn: ['capOn'],
    nextDueOn: ['nextDueOn'],
  },
  indexes: [
    { key: { targetFact: 1 } },
    { key: { nextDueOn: 1 }, partialFilterExpression: { nextDueOn: { $exists: true } } },
    { key: { openEffects: 1 }, partialFilterExpression: { openEffects: { $exists: true } } },
    { key: { status: 1, sortOn: -1, _id: -1 } },
    { key: { targetDepartment: 1, sortOn: -1, _id: -1 } },
  ],
  rules: objectionRules,
});
