import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';
import { permitRules } from '../rules/permitRules.ts';
import { authorityFields, DECISION_NEEDS, remarkField } from './decisionFields.ts';
import { longTermDate } from './longTermDate.ts';
import { partyAliases, partyFields } from './partyFields.ts';
import { withOther } from './withOther.ts';

const CATEGORIES = {
  GENERAL: ['普通'],
  FRANCHISE: ['特许'],
  RECOGNITION: ['认可'],
  APPROVAL: ['核准'],
  REGISTRATION: ['登记'],
  OTHER: ['其他'],
} as const;

/**
 * Labels of both templates, but the numbers of the national one only: 1 and 2 mean something else in a city's. A file
 * with a city's numbers is noticed by its 0 and 3, and read through `cityState`.
 */
const STATES = {
  VALID: ['有效', '1'],
  INVALID: ['无效', '2'],
  NORMAL: ['正常'],
  REVOKED: ['撤销'],
  DISPUTED: ['异议'],
  OTHER: ['其他'],
} as const;

const CITY_STATES = {
  NORMAL: ['0', '正常'],
  REVOKED: ['1', '撤销'],
  DISPUTED: ['2', '异议'],
  OTHER: ['3', '其他'],
} as const;

/** 行政许可 (domain section 10.2a), in the columns of the national 双公示 template. */
export const permits = defineCollection({
  department: 'disclosure',
  name: 'permits',
  type: 'AdministrativePermit',
  noun: 'permit',
  title: '行政许可',
  description: 'Administrative permit as its deciding authority publishes it.',
  kind: 'FACT',
  naturalKey: ['docNo', 'authority', 'subject'],
  naturalKeyWithout: ['subject', 'content', 'decidedOn', 'validFrom', 'authority', 'publishedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 3,
  headline: ['docName', 'docNo'],
  unledgered: ['legalRepIdType', 'partyIdType'],
  envelopeAliases: partyAliases('XK'),
  fields: {
    ...partyFields('XK'),
    docName: text({ title: '行政许可决定文书名称', description: 'Name of the decision.', aliases: ['XK_XKWS'] }, 64, {
      required: true,
    }),
    docNo: text(
      {
        title: '行政许可决定文书号',
        description: 'Number of the decision; where there is none, the number of the certificate stands in.',
        aliases: ['XK_WSH', 'XK_XKWSH'],
      },
      64,
      { holds: 'NUMBER' },
    ),
    category: withOther(
      code({ title: '许可类别', description: 'Kind of permit.', aliases: ['XK_XKLB'] }, CATEGORIES, { required: true }),
      'categoryNote',
    ),
    categoryNote: text({ title: '许可类别注明', description: 'What 其他 stands for.' }, 256),
    certName: text({ title: '许可证书名称', description: 'Name of the certificate.', aliases: ['XK_XKZS'] }, 64),
    certNo: text({ title: '许可编号', description: 'Number of the certificate.', aliases: ['XK_XKBH'] }, 64, {
      holds: 'NUMBER',
    }),
    content: text({ title: '许可内容', description: 'What is permitted.', aliases: ['XK_NR'] }, 4000, {
      required: true,
    }),
    decidedOn: date(
      { title: '许可决定日期', description: 'Day of the decision.', aliases: ['XK_JDRQ'] },
      { required: true },
    ),
    validFrom: date(
      { title: '有效期自', description: 'First day of validity.', aliases: ['XK_YXQZ'] },
      { required: true },
    ),
    validTo: longTermDate(
      { title: '有效期至', description: 'Last day of validity.', aliases: ['XK_YXQZI'] },
      { required: true },
    ),
    ...authorityFields('XK'),
    state: code(
      { title: '当前状态', description: 'State as the template gives it; must be given.', aliases: ['XK_ZT'] },
      STATES,
    ),
    cityState: code(
      {
        title: '当前状态（0正常1撤销2异议3其他）',
        description: 'State by the numbers of a city template; instead of 当前状态.',
      },
      CITY_STATES,
    ),
    ...remarkField('XK'),
  },
  needs: {
    validity: ['validity'],
    isLongTerm: ['isLongTerm'],
    ...DECISION_NEEDS,
  },
  indexes: [
    { key: { docNo: 1, sortOn: -1, _id: -1 } },
    { key: { authority: 1, sortOn: -1, _id: -1 } },
    { key: { category: 1, sortOn: -1, _id: -1 } },
  ],
  rules: permitRules,
});
