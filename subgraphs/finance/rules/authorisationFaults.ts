import type { AgencyStanding } from '../agencies/CreditAgencyDocument.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import type { Fault } from '../../../src/data/fields/Field.ts';
import { addMonths, type LocalDate } from '../../../src/values/localDate.ts';

/** What an enterprise wants to let whom see, with its defaults. */
export interface AuthorisationWish {
  readonly querierUscc?: string | null | undefined;
  readonly querierDepartment?: string | null | undefined;
  readonly factTypes: readonly string[];
  readonly fields?: readonly string[] | null | undefined;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Fact types that a querier could see by an authorisation, each with the fields that it could. */
export type OpenableFields = ReadonlyMap<string, ReadonlySet<string>>;

/** What an authorisation is judged by. */
export interface AuthorisationSetting {
  readonly today: LocalDate;
  /** The enterprise that gives it. */
  readonly subject: string;
  /** Names of the departments that there are. */
  readonly departments: readonly string[];
  readonly fields: OpenableFields;
  /** Where the organisation stands in the register of agencies; no matter where a department is named. */
  readonly standing: AgencyStanding;
}

/** Longest term in months: minimum necessary, shortest retention (个人信息保护法 art. 6, 19, by analogy); law names no term for enterprises. */
const LONGEST_MONTHS = 12;
const MOST_TYPES = 50;
const MOST_FIELDS = 200;

/**
 * Finds what must be corrected before an authorisation is taken.
 *
 * @param wish - what the enterprise wants
 * @param setting - what it is judged by
 */
export function authorisationFaults(wish: AuthorisationWish, setting: AuthorisationSetting): readonly FieldFault[] {
  const faults = [
    querierFault(wish, setting),
    typesFault(wish, setting),
    fieldsFault(wish, setting),
    daysFault(wish, setting),
  ];
  return faults.filter((fault) => fault !== undefined);
}

function querierFault(
  { querierUscc, querierDepartment }: AuthorisationWish,
  { subject, departments, standing }: AuthorisationSetting,
): FieldFault | undefined {
  const hasUscc = typeof querierUscc === 'string';
  const hasDepartment = typeof querierDepartment === 'string';
  if (!hasUscc && !hasDepartment) return fault('querierUscc', 'REQUIRED_MISSING', ONE_QUERIER);
  if (hasUscc && hasDepartment) return fault('querierDepartment', 'NOT_APPLICABLE', ONE_QUERIER);
  if (querierUscc === subject)
    return fault(
      'querierUscc',
      'NOT_APPLICABLE',
      '本企业无需授权即可查询自身信息 / an enterprise sees its own facts without',
    );
  if (hasDepartment && !departments.includes(querierDepartment))
    return fault(
      'querierDepartment',
      'CODE_UNKNOWN',
      `部门名称须为以下之一：${departments.join(', ')} / one of ${departments.join(', ')}`,
    );
  return hasUscc ? standingFault(standing) : undefined;
}

function standingFault(standing: AgencyStanding): FieldFault | undefined {
  if (standing === 'REGISTERED') return undefined;
  return standing === 'UNKNOWN'
    ? fault(
        'querierUscc',
        'CODE_UNKNOWN',
        '被授权机构须在金融办备案 / an agency in the register of the financial office',
      )
    : fault('querierUscc', 'NOT_APPLICABLE', '该机构的备案已注销 / an agency that was not struck off');
}

function typesFault({ factTypes }: AuthorisationWish, setting: AuthorisationSetting): FieldFault | undefined {
  if (factTypes.length === 0 || factTypes.length > MOST_TYPES)
    return fault('factTypes', 'LIST_INVALID', `请填写 1 至 ${MOST_TYPES} 个信息类型 / 1 to ${MOST_TYPES} types`);
  const at = factTypes.findIndex((type) => !setting.fields.has(type));
  if (at === -1) return undefined;
  const known = [...setting.fields.keys()].join(', ');
  return fault(
    'factTypes',
    'CODE_UNKNOWN',
    `第 ${at + 1} 项不可授权，可授权：${known} / entry ${at + 1} can not be opened to this querier, these can: ${known}`,
  );
}

function fieldsFault(
  { factTypes, fields }: AuthorisationWish,
  { fields: openable }: AuthorisationSetting,
): FieldFault | undefined {
  if (fields === null || fields === undefined) return undefined;
  // An empty list is no way to say everything: whoever chose no field did not mean to open them all.
  if (fields.length === 0 || fields.length > MOST_FIELDS)
    return fault(
      'fields',
      'LIST_INVALID',
      `请填写 1 至 ${MOST_FIELDS} 个字段，不限字段则不填 / 1 to ${MOST_FIELDS} fields, or none at all to open every one`,
    );
  const at = fields.findIndex((coordinate) => {
    const [type = '', field = '', ...more] = coordinate.split('.');
    return more.length > 0 || !factTypes.includes(type) || openable.get(type)?.has(field) !== true;
  });
  if (at === -1) return undefined;
  return fault(
    'fields',
    'CODE_UNKNOWN',
    `第 ${at + 1} 项须为所授权信息类型中可授权的字段，形如 类型.字段 / entry ${at + 1} must be a field of one of the types, as Type.field, that can be opened to this querier`,
  );
}

function daysFault({ from, until }: AuthorisationWish, { today }: AuthorisationSetting): FieldFault | undefined {
  if (from < today) return fault('from', 'DATE_ORDER', '授权起始日不得早于今日 / not before today');
  if (until < from) return fault('until', 'DATE_ORDER', '授权截止日不得早于起始日 / not before the first day');
  if (until > addMonths(from, LONGEST_MONTHS))
    return fault('until', 'DATE_ORDER', '授权期限不得超过一年 / at most a year after the first day');
  return undefined;
}

const ONE_QUERIER = '被授权机构与被授权部门须填且仅填一项 / either an organisation or a department';

function fault(field: string, code: Fault['code'], expected: string): FieldFault {
  return { field, fault: { code, expected } };
}
