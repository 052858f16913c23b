import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';
import { judgmentRules } from '../rules/judgmentRules.ts';
import { COURT_INDEXES } from './courtIndexes.ts';

/** 裁判文书 (domain section 6.3): one fact for each party that is an enterprise. */
export const judgments = defineCollection({
  department: 'judiciary',
  name: 'judgments',
  type: 'Judgment',
  title: '裁判文书',
  description: 'Court document in which the enterprise is a party; says nothing good or bad by itself.',
  kind: 'FACT',
  naturalKey: ['caseKey', 'subject', 'kind', 'judgedOn'],
  naturalKeyWithout: ['subject', 'court', 'kind', 'judgedOn', 'publishedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 2,
  headline: ['caseNo', 'cause'],
  envelopeAliases: { subjectName: ['当事人', '当事人名称'], subjectCategory: ['当事人类型', '当事人类别'] },
  fields: {
    caseNo: text({ title: '案号', description: 'Number of the case.' }, 100, { required: true, holds: 'NUMBER' }),
    court: text(
      { title: '审理法院', description: 'Court that made the document.', aliases: ['法院', '法院名称'] },
      200,
      { required: true },
    ),
    kind: code(
      { title: '文书类型', description: 'Kind of document.', aliases: ['文书种类'] },
      {
        JUDGMENT: ['判决书', '民事判决书', '行政判决书', '刑事判决书'],
        RULING: ['裁定书', '民事裁定书', '行政裁定书', '执行裁定书', '刑事裁定书'],
        MEDIATION: ['调解书', '民事调解书', '行政调解书'],
        DECISION: ['决定书'],
        PAYMENT_ORDER: ['支付令'],
        NOTICE: ['通知书', '驳回申诉通知书'],
      },
      { required: true },
    ),
    cause: text({ title: '案由', description: 'Cause of action.' }, 200, { required: true }),
    judgedOn: date(
      { title: '裁判日期', description: 'Day of the document.', aliases: ['判决日期', '裁定日期'] },
      { required: true },
    ),
    role: code(
      { title: '诉讼地位', description: 'Role of the enterprise in the case.', aliases: ['当事人地位'] },
      {
        PLAINTIFF: ['原告', '自诉人'],
        DEFENDANT: ['被告', '被告人', '被告单位'],
        THIRD_PARTY: ['第三人'],
        APPELLANT: ['上诉人'],
        APPELLEE: ['被上诉人'],
        APPLICANT: ['申请人', '再审申请人', '申请执行人'],
        RESPONDENT: ['被申请人', '被执行人'],
      },
      { required: true },
    ),
    resultSummary: text(
      {
        title: '裁判结果',
        description: 'Result in short; names no natural person.',
        aliases: ['判决结果', '裁判结果摘要'],
      },
      2000,
    ),
  },
  indexes: COURT_INDEXES,
  rules: judgmentRules,
});
