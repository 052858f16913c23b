import { defineCollection } from '../../../src/data/FactCollection.ts';
import { codes } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { money, yesNo } from '../../../src/data/fields/number.ts';
import { text } from '../../../src/data/fields/text.ts';
import { PENALTY_CATEGORIES } from '../rules/penaltyCategories.ts';
import { penaltyRules } from '../rules/penaltyRules.ts';
import { authorityFields, DECISION_NEEDS, remarkField } from './decisionFields.ts';
import { longTermDate } from './longTermDate.ts';
import { partyAliases, partyFields } from './partyFields.ts';
import { withOther } from './withOther.ts';

/** 行政处罚 (domain section 10.2b), in the columns of the national 双公示 template. */
export const penalties = defineCollection({
  department: 'disclosure',
  name: 'penalties',
  type: 'AdministrativePenalty',
  noun: 'penalty',
  title: '行政处罚',
  description: 'Administrative penalty as its deciding authority publishes it.',
  kind: 'FACT',
  naturalKey: ['docNo', 'authority', 'subject'],
  naturalKeyWithout: ['subject', 'content', 'decidedOn', 'authority', 'publishedOn', 'rectification'],
  usageScope: 'PUBLIC',
  polarity: 'NEGATIVE',
  catalogueKind: 3,
  headline: ['docNo', 'violationKind'],
  unledgered: ['legalRepIdType', 'partyIdType'],
  envelopeAliases: partyAliases('CF'),
  fields: {
    ...partyFields('CF'),
    docNo: text(
      {
        title: '行政处罚决定书文号',
        description: 'Number of the decision.',
        aliases: ['行政处罚决定文书号', 'CF_WSH'],
      },
      64,
      { required: true, holds: 'NUMBER' },
    ),
    violationKind: text({ title: '违法行为类型', description: 'Kind of violation.', aliases: ['CF_WFXW'] }, 2000, {
      required: true,
    }),
    violationFacts: text({ title: '违法事实', description: 'What was done.', aliases: ['CF_SY'] }, 5000, {
      required: true,
    }),
    basis: text({ title: '处罚依据', description: 'Laws and articles applied.', aliases: ['CF_YJ'] }, 2048, {
      required: true,
    }),
    categories: withOther(
      codes({ title: '处罚类别', description: 'Kinds of penalty.', aliases: ['CF_CFLB'] }, PENALTY_CATEGORIES, {
        required: true,
      }),
      'categoryNote',
    ),
    categoryNote: text({ title: '处罚类别注明', description: 'What 其他 stands for.' }, 256),
    summaryProcedure: yesNo({
      title: '是否适用简易程序',
      description: 'Whether it was imposed by summary procedure; then it is minor.',
      aliases: ['简易程序'],
    }),
    content: text({ title: '处罚内容', description: 'What is imposed.', aliases: ['CF_NR'] }, 4000, { required: true }),
    fine: money(
      {
        title: '罚款金额(万元)',
        description: 'Fine; in 万元 in files, stored in yuan.',
        aliases: ['罚款金额（万元）', 'CF_NR_FK'],
      },
      '万元',
    ),
    confiscated: money(
      {
        title: '没收违法所得、没收非法财物的金额(万元)',
        description: 'Confiscated gains and property; in 万元 in files, stored in yuan.',
        aliases: ['没收违法所得、没收非法财物的金额（万元）', 'CF_NR_WFFF'],
      },
      '万元',
    ),
    revokedCert: text(
      {
        title: '暂扣或吊销证照名称及编号',
        description: 'Name and number of a suspended or revoked certificate.',
        aliases: ['CF_NR_ZKDX'],
      },
      200,
      { holds: 'NUMBER' },
    ),
    decidedOn: date(
      { title: '处罚决定日期', description: 'Day of the decision.', aliases: ['CF_JDRQ'] },
      { required: true },
    ),
    validUntil: longTermDate(
      { title: '处罚有效期', description: 'Last day on which the penalty has effect.', aliases: ['CF_YXQ'] },
      { required: true },
    ),
    publicUntil: longTermDate({
      title: '公示截止期',
      description: 'Last public day as the source gives it; it can only shorten the legal term.',
      aliases: ['CF_GSJZQ'],
    }),
    ...authorityFields('CF'),
    rectification: text({ title: '整改情况', description: 'What the party has done since, as the source says.' }, 2000),
    province: text({ title: '省份', description: 'Province of the party, as a national list says.' }, 50),
    ...remarkField('CF'),
  },
  needs: {
    isReadFromText: ['isReadFromText'],
    ...DECISION_NEEDS,
  },
  carriedMarks: { isReadFromText: ['categories', 'fine'] },
  indexes: [
    { key: { docNo: 1, sortOn: -1, _id: -1 } },
    { key: { authority: 1, sortOn: -1, _id: -1 } },
    { key: { categories: 1, sortOn: -1, _id: -1 } },
    {
      key: { 'record.qualityFlags': 1, sortOn: -1, _id: -1 },
      partialFilterExpression: { 'record.usageScope': 'GOV_SHARED' },
    },
    { key: { 'record.publicity.endedOn': -1, _id: -1 }, partialFilterExpression: { 'record.state': 'DELETED' } },
  ],
  rules: penaltyRules,
});
