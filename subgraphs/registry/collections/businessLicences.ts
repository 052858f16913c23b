import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';
import { businessLicenceRules } from '../rules/businessLicenceRules.ts';

/** 营业执照、电子营业执照 (domain section 3.8). What is printed on it is the registration itself and not held twice. */
export const businessLicences = defineCollection({
  department: 'registry',
  name: 'businessLicences',
  type: 'BusinessLicence',
  title: '营业执照',
  description: 'Business licence that was issued: original, duplicate or electronic.',
  kind: 'FACT',
  naturalKey: ['serialNo', 'subject', 'form'],
  naturalKeyWithout: ['subject', 'form', 'issuedOn'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 1,
  headline: ['form', 'status'],
  fields: {
    form: code(
      {
        title: '执照形式',
        description: 'Original, duplicate or electronic; all have equal effect.',
        aliases: ['正副本类型'],
      },
      { ORIGINAL: ['正本'], DUPLICATE: ['副本'], ELECTRONIC: ['电子营业执照', '电子'] },
      { required: true },
    ),
    serialNo: text({ title: '执照编号', description: 'Number printed on the licence.', aliases: ['证照编号'] }, 64, {
      holds: 'NUMBER',
    }),
    issuedOn: date({ title: '发照日期', description: 'Day of issue.', aliases: ['核发日期'] }, { required: true }),
    issuingAuthority: text(
      { title: '发照机关', description: 'Registration authority that issued it.', aliases: ['核发机关'] },
      200,
      { required: true },
    ),
    expiresOn: date({ title: '执照有效期至', description: 'Last day of validity; absent where it has no term.' }),
    status: code(
      { title: '执照状态', description: 'State of the licence.' },
      {
        VALID: ['有效'],
        REPLACED: ['已换发', '换发'],
        SURRENDERED: ['已缴回', '缴回'],
        DECLARED_VOID: ['公告作废', '作废'],
        REVOKED: ['吊销', '已吊销'],
      },
      { required: true },
    ),
    statusOn: date({ title: '状态日期', description: 'Day on which it came into this state, such as the revocation.' }),
    statusReason: text({ title: '状态说明', description: 'Why it came into this state.' }, 500),
  },
  indexes: [{ key: { status: 1, sortOn: -1, _id: -1 } }],
  rules: businessLicenceRules,
});
