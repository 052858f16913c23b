import { USCC_HEADERS } from '../../src/data/envelopeFields.ts';
import { headerKey } from '../../src/ingest/read/headerKey.ts';
import type { HeaderField } from '../../src/ingest/read/resolveHeader.ts';

/** A value of a record by which its enterprise can be found, and what tables call it. */
export interface RecordField extends HeaderField {
  readonly name: 'name' | 'uscc' | 'orgCode' | 'legacyRegistrationNo' | 'districtCode' | 'domicile' | 'establishedOn';
}

/** All of them, named as the fields of `Enterprise` are. */
export const RECORD_FIELDS: readonly RecordField[] = [
  {
    name: 'name',
    title: '名称',
    aliases: [
      '企业名称',
      '市场主体名称',
      '主体名称',
      '单位名称',
      '公司名称',
      '行政相对人名称',
      'subjectName',
      'company',
    ],
    required: false,
  },
  {
    name: 'uscc',
    title: '统一社会信用代码',
    aliases: [...USCC_HEADERS, '信用代码', '代码', 'code', 'subjectUscc', '行政相对人代码_1'],
    required: false,
  },
  {
    name: 'orgCode',
    title: '组织机构代码',
    aliases: ['机构代码', '行政相对人代码_3', 'org_code_raw'],
    required: false,
  },
  {
    name: 'legacyRegistrationNo',
    title: '工商注册号',
    aliases: ['注册号', '工商登记号', 'registrationNo', '行政相对人代码_2', 'reg_no_raw'],
    required: false,
  },
  {
    name: 'districtCode',
    title: '区县',
    aliases: ['区划', '行政区划', '行政区划代码', '住所区划代码', '所属区县', 'district', 'county'],
    required: false,
  },
  {
    name: 'domicile',
    title: '住所',
    aliases: ['地址', '注册地址', '主要经营场所', '经营场所', 'address'],
    required: false,
  },
  {
    name: 'establishedOn',
    title: '成立日期',
    aliases: ['注册日期', '成立时间', 'foundedOn'],
    required: false,
  },
];

const BY_WORD = new Map(
  RECORD_FIELDS.flatMap((field) =>
    [...field.aliases, field.title, field.name].map((word) => [headerKey(word), field.name] as const),
  ),
);

/**
 * Tells which value of a record a word means: its name, its Chinese title or an alias.
 *
 * @param word - as somebody wrote it
 */
export function recordFieldNamed(word: string): RecordField['name'] | undefined {
  return BY_WORD.get(headerKey(word));
}
