import { defineCollection } from '../../../src/data/FactCollection.ts';
import { USCC_HEADERS } from '../../../src/data/envelopeFields.ts';
import { capital } from '../../../src/data/fields/capital.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { registrationNo } from '../../../src/data/fields/registrationNo.ts';
import { rows } from '../../../src/data/fields/rows.ts';
import { text, texts } from '../../../src/data/fields/text.ts';
import { money } from '../../../src/data/fields/number.ts';
import { uscc } from '../../../src/data/fields/uscc.ts';
import { enterpriseRules } from '../rules/enterpriseRules.ts';

const shareholder = {
  name: text({ title: '股东名称', description: 'Shareholder, promoter or partner.' }, 200, {
    required: true,
    namesPeople: true,
  }),
  subscribed: money({ title: '认缴出资额', description: 'Subscribed contribution in yuan.' }, '元'),
  paid: money({ title: '实缴出资额', description: 'Paid contribution in yuan.' }, '元'),
  dueOn: date({ title: '出资期限', description: 'Day by which it must be paid.' }),
  form: text({ title: '出资方式', description: 'Form of the contribution.' }, 100),
};

const officer = {
  name: text({ title: '姓名', description: 'Name of the officer.' }, 50, { required: true, namesPeople: true }),
  position: text({ title: '职务', description: 'Director, supervisor or senior manager.' }, 50),
};

const beneficialOwner = {
  name: text(
    { title: '受益所有人姓名', description: 'Natural person who owns or controls the enterprise in the end.' },
    50,
    { required: true, namesPeople: true },
  ),
  basis: text({ title: '受益所有权形成方式', description: 'How: by shares, votes, profits or control.' }, 200),
  since: date({ title: '受益所有权形成日期', description: 'Since when.' }),
};

const filedDocument = {
  name: text({ title: '备案文件名称', description: 'What was filed, such as 章程.' }, 200, { required: true }),
  filedOn: date({ title: '备案日期', description: 'Day of filing.' }),
  docNo: text({ title: '备案文号', description: 'Number of the filing.' }, 64),
};

/** 登记注册基本信息: the enterprise itself, keyed by its code (domain section 3.1). */
export const enterprises = defineCollection({
  department: 'registry',
  name: 'enterprises',
  type: 'Enterprise',
  title: '登记注册基本信息',
  description: 'Registration of an enterprise; every other fact hangs on its code.',
  kind: 'SUBJECT',
  naturalKey: ['uscc'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 1,
  headline: ['name', 'status'],
  unledgered: ['filedDocs'],
  fields: {
    uscc: uscc(
      {
        title: '统一社会信用代码',
        description: 'Unified social credit code, the key.',
        aliases: [...USCC_HEADERS, 'code_raw'],
      },
      { required: true },
    ),
    name: text(
      { title: '名称', description: 'Registered name.', aliases: ['企业名称', '市场主体名称', '主体名称'] },
      200,
      { required: true },
    ),
    formerNames: texts({ title: '曾用名', description: 'Earlier registered names.' }, 200),
    status: code(
      { title: '登记状态', description: 'State of the registration.', aliases: ['经营状态', '企业状态'] },
      {
        IN_BUSINESS: ['存续', '在营', '开业', '存续（在营、开业、在册）', '在业'],
        SUSPENDED: ['歇业'],
        REVOKED: ['吊销未注销', '吊销，未注销', '吊销'],
        DEREGISTERED: ['注销', '已注销'],
        ANNULLED: ['撤销登记', '撤销'],
        MOVED_OUT: ['迁出'],
      },
      { required: true },
    ),
    entityType: text(
      { title: '主体类型', description: 'Type of entity as registered.', aliases: ['企业类型', '类型'] },
      100,
    ),
    establishedOn: date(
      { title: '成立日期', description: 'Day on which the licence was first issued.', aliases: ['注册日期'] },
      { required: true },
    ),
    registeredCapital: capital(
      {
        title: '注册资本',
        description: 'Registered capital in whole units of its currency.',
        aliases: ['出资额', '注册资金'],
      },
      'capitalCurrency',
    ),
    capitalCurrency: text(
      { title: '注册资本币种', description: 'Currency of the registered capital (ISO 4217).', aliases: ['币种'] },
      3,
    ),
    legalRepresentative: text(
      {
        title: '法定代表人',
        description: 'Legal representative, managing partner, person in charge or operator.',
        aliases: ['执行事务合伙人', '负责人', '经营者'],
      },
      50,
      { namesPeople: true },
    ),
    businessScope: text({ title: '经营范围', description: 'Scope of business.' }, 4000),
    generalScope: text(
      { title: '一般经营项目', description: 'Part of the scope of business that needs no licence.' },
      4000,
    ),
    licensedScope: text(
      { title: '许可经营项目', description: 'Part of the scope of business that needs a licence of its own.' },
      4000,
    ),
    domicile: text(
      {
        title: '住所',
        description: 'Domicile or main place of business.',
        aliases: ['主要经营场所', '地址', '注册地址'],
      },
      500,
    ),
    province: text({ title: '省份', description: 'Province of the domicile.' }, 50),
    city: text({ title: '城市', description: 'City of the domicile.', aliases: ['地市'] }, 50),
    districtCode: text({ title: '住所区划代码', description: 'Division code of the domicile (GB/T 2260).' }, 12),
    registrationAuthority: text({ title: '登记机关', description: 'Authority that registered it.' }, 200, {
      required: true,
    }),
    businessTermFrom: date({
      title: '经营期限自',
      description: 'First day of the term of business.',
      aliases: ['营业期限自'],
    }),
    businessTermTo: date({
      title: '经营期限至',
      description: 'Last day of the term of business.',
      aliases: ['营业期限至'],
    }),
    suspendedFrom: date({ title: '歇业起始日期', description: 'First day of suspension.' }),
    suspendedUntil: date({ title: '歇业截止日期', description: 'Last day of suspension, at most three years on.' }),
    resumedOn: date({
      title: '终止歇业日期',
      description: 'Day on which a suspension ended.',
      aliases: ['恢复营业日期'],
    }),
    revokedOn: date({
      title: '吊销或责令关闭日期',
      description: 'Day on which the licence was revoked or closure ordered.',
      aliases: ['吊销日期', '责令关闭日期'],
    }),
    simpleDeregistrationNoticeFrom: date({
      title: '简易注销公告日期',
      description: 'Day on which the notice of a simple deregistration was published.',
      aliases: ['简易注销公告起始日期'],
    }),
    industryCode: text({ title: '行业代码', description: 'Industry by GB/T 4754.', aliases: ['国民经济行业代码'] }, 8),
    parentUscc: uscc({
      title: '隶属企业统一社会信用代码',
      description: 'Code of the enterprise that a branch belongs to.',
    }),
    mergedIntoUscc: uscc({
      title: '合并后统一社会信用代码',
      description: 'Code of the enterprise that it was merged into.',
    }),
    legacyRegistrationNo: registrationNo({
      title: '工商注册号',
      description: 'Old registration number, 15 digits.',
      aliases: ['注册号'],
    }),
    shareholders: rows({ title: '股东及出资', description: 'Shareholders and their contributions.' }, shareholder, 200),
    officers: rows({ title: '主要人员', description: 'Directors, supervisors and senior managers.' }, officer, 100),
    beneficialOwners: rows(
      { title: '受益所有人', description: 'Beneficial owners; never public, read by the registry alone.' },
      beneficialOwner,
      50,
    ),
    filedDocs: rows(
      { title: '备案文件', description: 'Documents filed with the registration, such as the articles; internal.' },
      filedDocument,
      50,
    ),
    liaison: text({ title: '登记联络员', description: 'Liaison for the registration authority; internal.' }, 50, {
      personal: 'PERSON_NAME',
    }),
  },
  needs: {
    uscc: [],
    codeCategory: [],
    orgCode: [],
    divisionCode: [],
    parent: ['parentUscc'],
    suspensionEndsBy: ['suspendedFrom'],
    resumptionDueOn: ['resumedOn'],
    entityKind: ['entityType'],
    isMarkedUncancelled: ['status', 'revokedOn'],
    simpleDeregistrationNoticeUntil: ['simpleDeregistrationNoticeFrom'],
    simpleDeregistrationDueOn: ['simpleDeregistrationNoticeFrom'],
  },
  indexes: [
    { key: { sortOn: -1, _id: -1 } },
    { key: { name: 1 } },
    { key: { nameKey: 1 } },
    { key: { orgCode: 1 } },
    { key: { status: 1, sortOn: -1, _id: -1 } },
    { key: { city: 1, sortOn: -1, _id: -1 } },
    { key: { divisionCode: 1, sortOn: -1, _id: -1 } },
    { key: { entityType: 1, sortOn: -1, _id: -1 } },
    { key: { industryCode: 1, sortOn: -1, _id: -1 } },
    { key: { parentUscc: 1, sortOn: -1, _id: -1 }, sparse: true },
  ],
  rules: enterpriseRules,
});
