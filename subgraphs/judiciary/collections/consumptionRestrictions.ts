import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code, codes } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';
import { consumptionRestrictionRules } from '../rules/consumptionRestrictionRules.ts';
import { COURT_INDEXES } from './courtIndexes.ts';

/** Items of art. 3 of 法释〔2015〕17号, the ways of travelling told apart (domain section 6.2). */
const MEASURES = {
  FLIGHTS: ['飞机', '乘坐飞机'],
  SOFT_SLEEPERS: ['列车软卧', '软卧'],
  SHIP_UPPER_CLASSES: ['轮船二等以上舱位'],
  G_TRAINS: ['G字头动车组列车全部座位', '高铁', 'G字头动车组列车'],
  FIRST_CLASS_ON_OTHER_TRAINS: ['其他动车组列车一等以上座位', '动车一等以上座位'],
  STAR_HOTELS: ['星级以上宾馆、酒店', '星级宾馆', '星级酒店'],
  NIGHTCLUBS_AND_GOLF: ['夜总会、高尔夫球场', '高尔夫球场', '夜总会'],
  PROPERTY_AND_RENOVATION: ['购买不动产或者新建、扩建、高档装修房屋', '购买不动产', '高档装修'],
  LUXURY_OFFICES: ['租赁高档写字楼、宾馆、公寓等场所办公', '租赁高档写字楼'],
  NON_ESSENTIAL_VEHICLES: ['购买非经营必需车辆'],
  HOLIDAY_TRAVEL: ['旅游、度假', '旅游', '出境旅游'],
  PRIVATE_SCHOOLS: ['子女就读高收费私立学校', '高收费私立学校'],
  HIGH_PREMIUM_INSURANCE: ['支付高额保费购买保险理财产品', '高额保险理财'],
  OTHER: ['其他非生活和工作必需的消费行为', '其他'],
} as const;

/** 限制消费令 (domain section 6.2). Its subject is the unit concerned, or the natural person where there is none. */
export const consumptionRestrictions = defineCollection({
  department: 'judiciary',
  name: 'consumptionRestrictions',
  type: 'ConsumptionRestriction',
  title: '限制消费令',
  description: 'Order that restricts the consumption of a debtor and of those who act for it.',
  kind: 'FACT',
  naturalKey: ['caseKey', 'subject', 'issuedOn', 'personKey'],
  naturalKeyWithout: ['subject', 'court', 'issuedOn', 'personKey', 'publishedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEGATIVE',
  catalogueKind: 2,
  headline: ['caseNo', 'court'],
  envelopeAliases: {
    subjectUscc: ['关联企业统一社会信用代码', 'relatedUscc'],
    subjectName: ['关联企业名称', '企业信息', '被执行人名称'],
    subjectCategory: ['被执行人类型', '被执行人类别'],
  },
  fields: {
    caseNo: text({ title: '案号', description: 'Number of the enforcement case.', aliases: ['执行案号'] }, 100, {
      required: true,
      holds: 'NUMBER',
    }),
    court: text({ title: '执行法院', description: 'Court that issued the order.', aliases: ['法院'] }, 200, {
      required: true,
    }),
    restrictedPerson: text(
      {
        title: '限制消费人员姓名',
        description: 'Who is restricted beside the unit: its legal representative or others who act for it.',
        aliases: ['限消人员', '被限制消费人员'],
      },
      200,
      { personal: 'PERSON_NAME' },
    ),
    issuedOn: date(
      { title: '签发日期', description: 'Day of the order.', aliases: ['限消令签发日期', '限制消费令日期'] },
      { required: true },
    ),
    measures: codes(
      {
        title: '限制措施',
        description: 'What is restricted; the whole of the law where nothing is named.',
        aliases: ['限制消费措施'],
      },
      MEASURES,
    ),
    gracePeriodUntil: date({
      title: '宽限期届满日',
      description: 'Last day of a grace period, in which the order is not public.',
      aliases: ['宽限期'],
    }),
    liftedOn: date({
      title: '解除日期',
      description: 'Day on which the order was lifted; it is not public from then on.',
      aliases: ['解除限制消费日期'],
    }),
    liftReason: code(
      { title: '解除事由', description: 'Why it was lifted.' },
      {
        PERFORMED: ['已履行完毕', '履行完毕'],
        SECURITY_GIVEN: ['提供有效担保', '提供确实有效的担保'],
        CREDITOR_CONSENTED: ['申请执行人同意'],
        REPRESENTATIVE_CHANGED: ['法定代表人变更', '法定代表人、主要负责人变更'],
        EXECUTION_ENDED: ['终结执行', '裁定终结执行'],
        ISSUED_BY_MISTAKE: ['纠正', '错误限制'],
      },
    ),
  },
  indexes: COURT_INDEXES,
  rules: consumptionRestrictionRules,
});
