import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';
import { riskClassRules } from '../rules/riskClassRules.ts';

/** 企业信用风险分类 (domain section 3.9): an internal basis of supervision, never public. */
export const riskClasses = defineCollection({
  department: 'registry',
  name: 'riskClasses',
  type: 'RiskClass',
  title: '企业信用风险分类',
  description: 'Credit risk class by which supervision is planned; for departments only.',
  kind: 'FACT',
  naturalKey: ['subject', 'model', 'field', 'period'],
  usageScope: 'GOV_SHARED',
  polarity: 'NEUTRAL',
  catalogueKind: 3,
  headline: ['level'],
  fields: {
    level: code(
      { title: '信用风险等级', description: 'Class of risk.', aliases: ['风险等级', '信用风险分类'] },
      {
        A: ['信用风险低', 'A类', '低'],
        B: ['信用风险一般', 'B类', '一般'],
        C: ['信用风险较高', 'C类', '较高'],
        D: ['信用风险高', 'D类', '高'],
      },
      { required: true },
    ),
    computedOn: date(
      { title: '分类日期', description: 'Day on which the class was computed.', aliases: ['评定日期'] },
      { required: true },
    ),
    model: code(
      { title: '模型类别', description: 'General model, or one of a field of supervision.' },
      { GENERAL: ['通用'], PROFESSIONAL: ['专业'] },
      { required: true },
    ),
    field: text({ title: '专业领域', description: 'Field of a professional model, such as 特种设备.' }, 50),
    modelVersion: text({ title: '模型版本', description: 'Version of the model.' }, 50),
  },
  needs: { period: ['computedOn'] },
  indexes: [{ key: { level: 1, sortOn: -1, _id: -1 } }],
  rules: riskClassRules,
});
