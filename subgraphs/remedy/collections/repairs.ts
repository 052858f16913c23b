import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { rows } from '../../../src/data/fields/rows.ts';
import { text } from '../../../src/data/fields/text.ts';
import { REPAIR_STATUSES } from '../rules/repairFlow.ts';
import { repairRules } from '../rules/repairRules.ts';
import { PAPER_COLUMNS, stepsField, targetFields } from './applicationFields.ts';

/** 信用修复申请 (domain section 10.3). The applicant and the credit office see it, and other departments once it was forwarded. */
export const repairs = defineCollection({
  department: 'remedy',
  name: 'repairs',
  type: 'RepairApplication',
  noun: 'repair',
  title: '信用修复申请',
  description: 'Application of an enterprise for the repair of a negative fact.',
  kind: 'FACT',
  naturalKey: ['applicationNo'],
  usageScope: 'AUTHORISED_QUERY',
  polarity: 'NEUTRAL',
  catalogueKind: 13,
  headline: ['applicationNo', 'status'],
  // Papers and words of the applicant concern those who work on the application, not those who keep copies of facts.
  unledgered: ['evidence', 'promise', 'steps'],
  fields: {
    ...targetFields,
    status: code({ title: '状态', description: 'Where the application stands.' }, REPAIR_STATUSES, { required: true }),
    evidence: rows({ title: '履行证明', description: 'Proof that the obligations are done.' }, PAPER_COLUMNS, 20),
    promise: rows({ title: '信用承诺书', description: 'The promise letter, which is made public.' }, PAPER_COLUMNS, 1),
    promiseId: text({ title: '承诺编号', description: 'The commitment that it was published as.' }, 60, {
      holds: 'NUMBER',
    }),
    filedOn: date({ title: '填报日期', description: 'Day on which it was begun.' }, { required: true }),
    submittedOn: date({ title: '提交日期', description: 'Day of the application; deadlines run from it.' }),
    acceptedOn: date({ title: '受理日期', description: 'Day on which it was accepted.' }),
    missing: text({ title: '补正通知', description: 'What is missing, said once.' }, 1000),
    forwardedOn: date({ title: '转送日期', description: 'Day on which it went to the deciding department.' }),
    extendedUntil: date({ title: '延期至', description: 'Day until which a complex case may be decided.' }),
    decision: code(
      { title: '修复决定', description: 'What was decided.' },
      { APPROVED: ['同意修复'], DENIED: ['不予修复'] },
    ),
    decisionReason: text({ title: '决定理由', description: 'Why it was decided so.' }, 1000),
    decider: text({ title: '决定单位', description: 'Department that decided.' }, 40),
    ruledOn: date({ title: '决定日期', description: 'Day of the decision on repair.' }),
    syncedOn: date({ title: '终止公示日期', description: 'Day on which the owner of the fact did what was decided.' }),
    appealedOn: date({ title: '复核申请日期', description: 'Day on which the applicant appealed.' }),
    undoneOn: date({ title: '撤销日期', description: 'Day on which the repair was undone.' }),
    undoReason: text({ title: '撤销理由', description: 'The false promise or paper.' }, 1000),
    steps: stepsField(REPAIR_STATUSES),
  },
  needs: {
    target: ['targetFact', 'targetType'],
    possible: ['status'],
    acceptDueOn: ['acceptDueOn'],
    dueOn: ['dueOn'],
    nextDueOn: ['nextDueOn'],
  },
  indexes: [
    { key: { targetFact: 1 } },
    { key: { nextDueOn: 1 }, partialFilterExpression: { nextDueOn: { $exists: true } } },
    { key: { status: 1, sortOn: -1, _id: -1 } },
    { key: { targetDepartment: 1, sortOn: -1, _id: -1 } },
  ],
  rules: repairRules,
});
