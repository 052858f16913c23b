import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';
import { bankruptcyCaseRules } from '../rules/bankruptcyCaseRules.ts';
import { COURT_INDEXES } from './courtIndexes.ts';

/** 破产、重整、和解案件 (domain section 6.3). */
export const bankruptcyCases = defineCollection({
  department: 'judiciary',
  name: 'bankruptcyCases',
  type: 'BankruptcyCase',
  title: '破产重整案件',
  description: 'Bankruptcy, reorganisation or settlement of an enterprise under the Enterprise Bankruptcy Law.',
  kind: 'FACT',
  naturalKey: ['caseKey', 'subject'],
  naturalKeyWithout: ['subject', 'court', 'acceptedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 2,
  headline: ['caseNo', 'kind'],
  envelopeAliases: { subjectName: ['债务人', '债务人名称'], subjectCategory: ['债务人类别'] },
  fields: {
    caseNo: text({ title: '案号', description: 'Number of the case.' }, 100, { required: true, holds: 'NUMBER' }),
    court: text({ title: '受理法院', description: 'Court that hears the case.', aliases: ['法院', '审理法院'] }, 200, {
      required: true,
    }),
    kind: code(
      { title: '程序类型', description: 'Kind of proceeding.', aliases: ['案件类型', '破产类型'] },
      {
        LIQUIDATION: ['破产清算', '清算'],
        REORGANISATION: ['破产重整', '重整'],
        SETTLEMENT: ['破产和解', '和解'],
      },
      { required: true },
    ),
    acceptedOn: date(
      { title: '受理日期', description: 'Day of the ruling that accepts the case.', aliases: ['裁定受理日期'] },
      { required: true },
    ),
    administrator: text(
      { title: '管理人', description: 'Administrator appointed by the court.', aliases: ['破产管理人'] },
      200,
    ),
    stage: code(
      { title: '案件阶段', description: 'Where the case stands.', aliases: ['进展阶段'] },
      {
        ACCEPTED: ['已受理', '受理'],
        CLAIMS_FILED: ['债权申报', '债权人会议'],
        PLAN_APPROVED: ['批准重整计划', '重整计划执行', '认可和解协议'],
        DECLARED_BANKRUPT: ['宣告破产'],
        ENDED: ['程序终结', '终结', '终止'],
      },
      { required: true },
    ),
    planApprovedOn: date({
      title: '重整计划（和解协议）批准日期',
      description: 'Day of the ruling that approves the reorganisation plan or the settlement.',
      aliases: ['重整计划批准日期', '和解协议认可日期'],
    }),
    declaredOn: date({ title: '宣告破产日期', description: 'Day on which the enterprise was declared bankrupt.' }),
    endedOn: date({ title: '程序终结日期', description: 'Day on which the proceeding ended.', aliases: ['终结日期'] }),
    repairNote: text(
      {
        title: '信用修复备注',
        description: 'What the court notes on credit repair during execution.',
        aliases: ['重整备注'],
      },
      500,
    ),
  },
  needs: { repairOpenFrom: ['kind', 'planApprovedOn'] },
  indexes: COURT_INDEXES,
  rules: bankruptcyCaseRules,
});
