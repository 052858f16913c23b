import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code, codes } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { integer } from '../../../src/data/fields/number.ts';
import { text } from '../../../src/data/fields/text.ts';
import { judgmentDefaulterRules } from '../rules/judgmentDefaulterRules.ts';
import { COURT_INDEXES } from './courtIndexes.ts';

/** Items 1 to 6 of art. 1 of 法释〔2017〕7号, with the wording of the court's own list. */
const CONDUCT = {
  REFUSES_THOUGH_ABLE: [
    '有履行能力而拒不履行生效法律文书确定义务',
    '其他有履行能力而拒不履行生效法律文书确定义务',
    '1',
  ],
  OBSTRUCTS_BY_FORGERY_OR_VIOLENCE: [
    '以伪造证据、暴力、威胁等方法妨碍、抗拒执行',
    '伪造证据妨碍、抗拒执行',
    '以暴力、威胁方法妨碍、抗拒执行',
    '2',
  ],
  EVADES_BY_SHAM_SUIT_OR_HIDING: [
    '以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行',
    '虚假诉讼、虚假仲裁规避执行',
    '隐匿、转移财产规避执行',
    '3',
  ],
  BREACHES_PROPERTY_REPORTING: ['违反财产报告制度', '4'],
  BREACHES_CONSUMPTION_RESTRICTION: ['违反限制消费令', '违反限制高消费令', '5'],
  REFUSES_SETTLEMENT: ['无正当理由拒不履行执行和解协议', '被执行人无正当理由拒不履行执行和解协议', '6'],
} as const;

/** Items of art. 2 and 10 of 法释〔2017〕7号. */
const DELETION_REASONS = {
  PERFORMED: ['已履行完毕', '已履行生效法律文书确定的义务', '执行完毕'],
  SETTLEMENT_PERFORMED: ['和解协议履行完毕', '当事人达成执行和解协议且已履行完毕'],
  CREDITOR_CONSENTED: ['申请执行人申请删除', '申请执行人书面申请删除失信信息'],
  NO_ASSETS_FOUND: ['终结本次执行后未发现可供执行财产'],
  EXECUTION_SUSPENDED: ['裁定中止执行'],
  EXECUTION_REFUSED: ['裁定不予执行'],
  EXECUTION_ENDED: ['裁定终结执行', '终结执行'],
  TERM_OVER: ['纳入期限届满', '期限届满'],
  EARLY_BY_COURT: ['提前删除', '人民法院决定提前删除'],
  LISTED_BY_MISTAKE: ['不应纳入', '纠正'],
} as const;

/** 失信被执行人 (domain section 6.1). What art. 6 of 法释〔2017〕7号 has published of each is required. */
export const judgmentDefaulters = defineCollection({
  department: 'judiciary',
  name: 'judgmentDefaulters',
  type: 'JudgmentDefaulter',
  title: '失信被执行人',
  description: 'Listing as a judgment defaulter: a debtor who does not perform a judgment although bound and able to.',
  kind: 'FACT',
  naturalKey: ['caseKey', 'subject'],
  naturalKeyWithout: ['subject', 'court', 'basisDocNo', 'publishedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEGATIVE',
  catalogueKind: 6,
  headline: ['caseNo', 'court'],
  unledgered: ['sex', 'age'],
  envelopeAliases: {
    subjectName: ['被执行人姓名/名称', '被执行人姓名或名称', '被执行人名称', '失信被执行人名称', '失信被执行人'],
    subjectCategory: ['被执行人类型', '被执行人类别'],
  },
  fields: {
    caseNo: text({ title: '执行案号', description: 'Number of the enforcement case.', aliases: ['案号'] }, 100, {
      required: true,
      holds: 'NUMBER',
    }),
    court: text({ title: '执行法院', description: 'Court that enforces.', aliases: ['法院', '执行法院名称'] }, 200, {
      required: true,
    }),
    filedOn: date(
      { title: '立案时间', description: 'Day on which the enforcement case was filed.', aliases: ['立案日期'] },
      { required: true },
    ),
    basisIssuer: text(
      {
        title: '执行依据制作单位',
        description: 'Body that made the document to be performed.',
        aliases: ['作出执行依据单位'],
      },
      200,
      { required: true },
    ),
    basisDocNo: text({ title: '执行依据文号', description: 'Number of the document to be performed.' }, 200, {
      required: true,
      holds: 'NUMBER',
    }),
    obligation: text(
      {
        title: '生效法律文书确定的义务',
        description: 'What has to be performed; names no third person.',
        aliases: ['法律文书确定的义务'],
      },
      4000,
      { required: true },
    ),
    performance: code(
      { title: '履行情况', description: 'How far it has been performed.', aliases: ['被执行人的履行情况'] },
      {
        NOT_PERFORMED: ['全部未履行'],
        PARTLY_PERFORMED: ['部分履行', '部分未履行'],
        FULLY_PERFORMED: ['全部履行', '全部已履行', '履行完毕', '全部履行完毕'],
      },
      { required: true },
    ),
    conduct: codes(
      {
        title: '失信行为具体情形',
        description: 'Items 1 to 6 of the law for which it was listed.',
        aliases: ['失信被执行人行为具体情形', '失信行为'],
      },
      CONDUCT,
      { required: true },
    ),
    // The courts publish it on their own site (法释〔2017〕7号 art. 6). This platform masks it: a unit's default must not spread to its
    // representative (法发〔2019〕35号 art. 16), and a name found beside a default would read as one.
    legalRepresentative: text(
      {
        title: '法定代表人或者负责人姓名',
        description: 'Legal representative or person in charge of a unit. Not in default for that.',
        aliases: ['法定代表人', '负责人'],
      },
      100,
      { personal: 'PERSON_NAME' },
    ),
    listedOn: date({
      title: '纳入决定日期',
      description: 'Day of the decision on listing; the term starts here, else on the day of publication.',
      aliases: ['列入日期', '纳入日期'],
    }),
    extensionMonths: integer({
      title: '延长期限（月）',
      description: 'Months by which the term of two years was extended, 12 to 36.',
      aliases: ['延长月数'],
    }),
    gracePeriodUntil: date({
      title: '宽限期届满日',
      description: 'Last day of a grace period, in which the listing is not public.',
      aliases: ['宽限期'],
    }),
    performedOn: date({
      title: '履行完毕日期',
      description: 'Day on which all was performed; publicity ends within three working days.',
    }),
    deletedOn: date({
      title: '删除日期',
      description: 'Day on which the court deleted the listing; it is not public from then on.',
      aliases: ['屏蔽日期', '移出日期'],
    }),
    deletionReason: code(
      { title: '删除事由', description: 'Why it was deleted.', aliases: ['移出事由'] },
      DELETION_REASONS,
    ),
    sex: code(
      { title: '性别', description: 'Natural persons only.' },
      { MALE: ['男', '男性'], FEMALE: ['女', '女性'] },
    ),
    age: integer({ title: '年龄', description: 'Natural persons only; a minor must not be listed.' }),
    idNo: text(
      {
        title: '身份证号',
        description: 'Natural persons only; never in the column of the code.',
        aliases: ['身份证号码', '公民身份号码'],
      },
      32,
      { personal: 'ID_NUMBER' },
    ),
  },
  indexes: COURT_INDEXES,
  rules: judgmentDefaulterRules,
});
