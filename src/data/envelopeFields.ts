import { code } from './fields/code.ts';
import { date } from './fields/date.ts';
import { text } from './fields/text.ts';
import type { Field, Fields } from './fields/Field.ts';
import type { FactCollection } from './FactCollection.ts';

/** Headers seen for the code of a subject in real feeds (domain section 1.6). */
export const USCC_HEADERS = [
  '统一信用代码',
  '社会统一信用代码',
  '社会信用代码',
  '信用代码',
  '行政相对人代码',
  '行政相对人代码_1',
  '行政相对人代码_1(统一社会信用代码)',
  '行政相对人统一社会信用代码',
  '当事人证照号码',
  '纳税人识别号',
  '主体代码',
  'uniscid',
  'credit_code',
  'subject_uscc',
  'uscc',
];

/** The columns that every collection of facts has beside its own: who the fact is about and who provides it. */
export const ENVELOPE_FIELDS = {
  subjectUscc: text(
    { title: '统一社会信用代码', description: 'Code of the subject; the key of every fact.', aliases: USCC_HEADERS },
    64,
    { personal: 'ID_NUMBER' },
  ),
  subjectName: text(
    {
      title: '主体名称',
      description: 'Name of the subject as the document prints it.',
      aliases: ['名称', '企业名称', '单位名称', '行政相对人名称', '当事人名称', 'subject_name'],
    },
    200,
  ),
  subjectCategory: code(
    { title: '主体类别', description: 'Kind of subject.', aliases: ['行政相对人类别', 'subject_category'] },
    {
      LEGAL_OR_UNINCORPORATED: ['法人及非法人组织', '法人和非法人组织', '1'],
      NATURAL_PERSON: ['自然人', '2'],
      INDIVIDUAL_HOUSEHOLD: ['个体工商户', '4'],
    },
  ),
  orgCode: text(
    {
      title: '组织机构代码',
      description: 'Old organisation code, 9 characters (GB 11714).',
      aliases: ['行政相对人代码_3', '行政相对人代码_3(组织机构代码)', 'org_code'],
    },
    32,
    { holds: 'NUMBER' },
  ),
  registrationNo: text(
    {
      title: '工商注册号',
      description: 'Old registration number, 15 digits.',
      aliases: ['行政相对人代码_2', '行政相对人代码_2(工商注册号)', '注册号', 'reg_no'],
    },
    50,
    { holds: 'NUMBER' },
  ),
  providerName: text(
    {
      title: '数据来源单位',
      description: 'Department that provides the fact.',
      aliases: ['数据来源单位名称', 'provider', 'source_unit'],
    },
    200,
  ),
  providerUscc: text(
    {
      title: '数据来源单位统一社会信用代码',
      description: 'Code of that department.',
      aliases: ['数据来源单位代码', 'provider_uscc'],
    },
    64,
  ),
  publishedOn: date({
    title: '公示日期',
    description: 'Day of first publication.',
    aliases: ['发布日期', '发布时间', 'published_on'],
  }),
} satisfies Fields;

/** Name of an envelope column. */
export type EnvelopeField = keyof typeof ENVELOPE_FIELDS;

const PROVIDER_FIELDS: readonly EnvelopeField[] = ['providerName', 'providerUscc', 'publishedOn'];

/**
 * Lists all columns of a collection, its own first: what headers, templates and the dictionary show.
 *
 * @param collection - the declaration; its own titles and aliases win over the envelope's
 */
export function columnsOf(collection: FactCollection): readonly [string, Field][] {
  const names = (collection.kind === 'SUBJECT' ? PROVIDER_FIELDS : Object.keys(ENVELOPE_FIELDS)) as EnvelopeField[];
  const envelope = names.map((name): [string, Field] => {
    const field: Field = ENVELOPE_FIELDS[name];
    const aliases = collection.envelopeAliases?.[name];
    return [name, aliases === undefined ? field : { ...field, aliases: [...aliases, ...field.aliases] }];
  });
  const own = Object.entries(collection.fields);
  return collection.kind === 'SUBJECT'
    ? [...own, ...envelope]
    : [...envelope.slice(0, 2), ...own, ...envelope.slice(2)];
}
