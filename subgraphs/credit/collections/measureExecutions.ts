import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';
import { LISTS } from '../lists/listDefinitions.ts';
import { MEASURES } from '../measures/measureDefinitions.ts';
import { SCENES } from '../measures/MeasureDefinition.ts';
import { measureExecutionRules } from '../rules/measureExecutionRules.ts';

const titled = (defined: readonly { readonly id: string; readonly title: { readonly zh: string } }[]) =>
  Object.fromEntries(defined.map(({ id, title }) => [id, [title.zh]]));

/** 惩戒与激励措施执行反馈: what acting departments report of measures (domain section 10.6; 国办发〔2020〕49号). */
export const measureExecutions = defineCollection({
  department: 'credit',
  name: 'measureExecutions',
  type: 'MeasureExecution',
  title: '措施执行情况',
  description: 'Report of a department that it applied a measure because of an entry of a list, or did not.',
  kind: 'FACT',
  naturalKey: ['factId', 'measureId', 'executingDepartment', 'scene', 'executedOn'],
  usageScope: 'GOV_SHARED',
  polarity: 'NEUTRAL',
  catalogueKind: 3,
  headline: ['measureId', 'outcome'],
  needs: { measure: ['measureId'], list: ['listId'] },
  fields: {
    measureId: code({ title: '措施', description: 'Measure, by its id or Chinese title.' }, titled(MEASURES), {
      required: true,
    }),
    listId: code({ title: '名单', description: 'List that led to it, by its id or Chinese title.' }, titled(LISTS), {
      required: true,
    }),
    factId: text({ title: '依据记录编号', description: 'Fact that put the unit on the list.' }, 64, {
      required: true,
      holds: 'NUMBER',
    }),
    scene: code({ title: '办事场景', description: 'Where it was applied.' }, SCENES, { required: true }),
    executedOn: date({ title: '执行日期', description: 'Day on which the department acted.' }, { required: true }),
    executingDepartment: text({ title: '执行部门', description: 'Department that acted, by name.' }, 50, {
      required: true,
    }),
    outcome: code(
      { title: '执行结果', description: 'What the department did.' },
      { APPLIED: ['已执行'], NOT_APPLIED: ['未执行'], LIFTED: ['已解除'] },
      { required: true },
    ),
    remark: text({ title: '说明', description: 'What the department adds.' }, 500),
  },
  indexes: [
    { key: { executingDepartment: 1, sortOn: -1, _id: -1 } },
    { key: { factId: 1, measureId: 1, executingDepartment: 1 } },
  ],
  rules: measureExecutionRules,
});
