import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { money } from '../../../src/data/fields/number.ts';
import { text } from '../../../src/data/fields/text.ts';
import { pledgeRules } from '../rules/pledgeRules.ts';

const PARTY_CATEGORIES = {
  LEGAL_OR_UNINCORPORATED: ['法人及非法人组织', '法人和非法人组织', '法人'],
  NATURAL_PERSON: ['自然人'],
  INDIVIDUAL_HOUSEHOLD: ['个体工商户'],
} as const;

/** 动产抵押、股权出质、知识产权出质 (domain section 3.3). */
export const pledges = defineCollection({
  department: 'registry',
  name: 'pledges',
  type: 'Pledge',
  title: '抵押出质登记',
  description: 'Registered chattel mortgage, or pledge of equity or intellectual property.',
  kind: 'FACT',
  naturalKey: ['regNo', 'kind', 'subject'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 3,
  headline: ['kind', 'regNo'],
  fields: {
    kind: code(
      { title: '担保类型', description: 'Kind of security.', aliases: ['抵押出质类型'] },
      {
        CHATTEL_MORTGAGE: ['动产抵押'],
        EQUITY_PLEDGE: ['股权出质'],
        IP_PLEDGE: ['知识产权出质', '知识产权质押'],
      },
      { required: true },
    ),
    regNo: text({ title: '登记编号', description: 'Number of the registration.' }, 64, {
      required: true,
      holds: 'NUMBER',
    }),
    pledgor: text({ title: '出质人', description: 'Pledgor or mortgagor.', aliases: ['抵押人'] }, 200, {
      required: true,
      namesPeople: true,
    }),
    pledgorCategory: code(
      { title: '出质人类别', description: 'Kind of pledgor; a person’s name is masked.', aliases: ['抵押人类别'] },
      PARTY_CATEGORIES,
    ),
    pledgee: text({ title: '质权人', description: 'Pledgee or mortgagee.', aliases: ['抵押权人'] }, 200, {
      required: true,
      namesPeople: true,
    }),
    pledgeeCategory: code(
      { title: '质权人类别', description: 'Kind of pledgee; a person’s name is masked.', aliases: ['抵押权人类别'] },
      PARTY_CATEGORIES,
    ),
    debtAmount: money(
      {
        title: '被担保债权数额',
        description: 'Secured debt; files give 万元, stored in yuan.',
        aliases: ['被担保债权数额(万元)', '被担保主债权数额'],
      },
      '万元',
    ),
    collateral: text(
      { title: '担保物', description: 'What is pledged.', aliases: ['抵押物', '出质标的', '出质股权标的'] },
      2000,
    ),
    registeredOn: date({ title: '登记日期', description: 'Day of registration.' }, { required: true }),
    authority: text({ title: '登记机关', description: 'Authority that registered it.' }, 200),
    status: code(
      { title: '登记状态', description: 'State of the registration.', aliases: ['状态'] },
      { VALID: ['有效'], INVALID: ['无效'], CANCELLED: ['注销', '已注销'] },
      { required: true },
    ),
    cancelledOn: date({ title: '注销日期', description: 'Day on which it was cancelled.' }),
    cancelReason: text({ title: '注销原因', description: 'Why it was cancelled.' }, 500),
  },
  needs: {
    pledgor: ['pledgor', 'pledgorCategory'],
    pledgee: ['pledgee', 'pledgeeCategory'],
    publicityDueOn: ['registeredOn'],
    isPublicityDueProvisional: ['registeredOn'],
  },
  indexes: [{ key: { kind: 1, sortOn: -1, _id: -1 } }],
  rules: pledgeRules,
});
