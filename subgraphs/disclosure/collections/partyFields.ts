import { text } from '../../../src/data/fields/text.ts';

/** Which template a column belongs to: its codes begin with XK_ for permits, CF_ for penalties. */
export type TemplatePrefix = 'XK' | 'CF';

/**
 * The party block beside the envelope's columns (domain section 10.2a): older numbers, the legal representative, and the
 * restricted papers of persons, which nobody but the owner's staff is shown.
 *
 * @param prefix - of the template's column codes
 */
export function partyFields(prefix: TemplatePrefix) {
  return {
    partyTaxNo: text(
      {
        title: '行政相对人代码_4(税务登记号)',
        description: 'Old tax registration number of the party.',
        aliases: ['行政相对人代码_4', '税务登记号', `${prefix}_XDR_SWDJ`],
      },
      15,
      { holds: 'NUMBER' },
    ),
    partyInstitutionNo: text(
      {
        title: '行政相对人代码_5(事业单位证书号)',
        description: 'Certificate number of a public institution.',
        aliases: ['行政相对人代码_5', '事业单位证书号', `${prefix}_XDR_SYDW`],
      },
      12,
      { holds: 'NUMBER' },
    ),
    partySocialOrgNo: text(
      {
        title: '行政相对人代码_6(社会组织登记证号)',
        description: 'Registration number of a social organisation.',
        aliases: ['行政相对人代码_6', '社会组织登记证号', `${prefix}_XDR_SHZZ`],
      },
      50,
      { holds: 'NUMBER' },
    ),
    // Not masked: the national 双公示 standard publishes the representative of an organisation with the decision (发改办财金〔2018〕1171号,
    // column 法定代表人), and what a representative does by statutory duty is not personal (征信业管理条例 art. 13). In judiciary it is masked.
    legalRep: text(
      {
        title: '法定代表人',
        description: 'Legal representative; asked for where the party is an organisation.',
        aliases: ['法定代表人姓名', '负责人', `${prefix}_FRDB`],
      },
      50,
      { namesPeople: true },
    ),
    legalRepIdType: text(
      {
        title: '法定代表人证件类型',
        description: 'Kind of paper of the legal representative; restricted.',
        aliases: ['法人证件类型', `${prefix}_FR_ZJLX`],
      },
      64,
    ),
    legalRepIdNo: text(
      {
        title: '法定代表人证件号码',
        description: 'Number of that paper; restricted.',
        aliases: ['法人证件号码', '法定代表人身份证号', `${prefix}_FR_ZJHM`],
      },
      64,
      { personal: 'ID_NUMBER' },
    ),
    partyIdType: text(
      {
        title: '自然人证件类型',
        description: 'Kind of paper of a natural person: 身份证, 护照号, …; restricted.',
        aliases: ['证件类型', `${prefix}_XDR_ZJLX`],
      },
      64,
    ),
    partyIdNo: text(
      {
        title: '自然人证件号码',
        description: 'Number of that paper; restricted.',
        aliases: ['证件号码', '行政相对人代码_5(居民身份证号)', `${prefix}_XDR_ZJHM`],
      },
      64,
      { personal: 'ID_NUMBER' },
    ),
  };
}

/**
 * The template's codes for the envelope's columns.
 *
 * @param prefix - of the template's column codes
 */
export function partyAliases(prefix: TemplatePrefix): Readonly<Record<string, readonly string[]>> {
  return {
    subjectName: ['行政相对人名称', `${prefix}_XDR_MC`],
    subjectCategory: ['行政相对人类别', `${prefix}_XDR_LB`],
    subjectUscc: ['行政相对人代码_1(统一社会信用代码)', `${prefix}_XDR_SHXYM`],
    registrationNo: ['行政相对人代码_2(工商注册号)', `${prefix}_XDR_GSZC`],
    orgCode: ['行政相对人代码_3(组织机构代码)', `${prefix}_XDR_ZZJG`],
    providerName: [`${prefix}_LYDW`],
    providerUscc: [`${prefix}_LYDWDM`],
  };
}
