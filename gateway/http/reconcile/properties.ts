import { headerKey } from '../../../src/ingest/read/headerKey.ts';

/** A property of enterprises: what a column of a table may be compared with, or be filled from. */
export interface ReconcileProperty {
  /** Name of the field of `Enterprise`. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** How its value is written into a cell. */
  readonly kind: 'TEXT' | 'TEXTS' | 'DATE' | 'STATUS';
}

/**
 * The properties that tables are filled from, as the registry makes them public. Names of persons are none: a table of thousands of them is not
 * what they are published for.
 */
export const PROPERTIES: readonly ReconcileProperty[] = [
  { id: 'name', name: '名称', description: 'Registered name', kind: 'TEXT' },
  { id: 'uscc', name: '统一社会信用代码', description: 'Unified social credit code', kind: 'TEXT' },
  { id: 'formerNames', name: '曾用名', description: 'Former names', kind: 'TEXTS' },
  { id: 'status', name: '登记状态', description: 'State of the registration', kind: 'STATUS' },
  { id: 'entityType', name: '主体类型', description: 'Type of entity as registered', kind: 'TEXT' },
  { id: 'establishedOn', name: '成立日期', description: 'Day of foundation', kind: 'DATE' },
  { id: 'districtCode', name: '住所区划代码', description: 'Division code of the domicile', kind: 'TEXT' },
  { id: 'domicile', name: '住所', description: 'Domicile or main place of business', kind: 'TEXT' },
  { id: 'industryCode', name: '行业代码', description: 'Industry by GB/T 4754', kind: 'TEXT' },
  { id: 'businessScope', name: '经营范围', description: 'Scope of business', kind: 'TEXT' },
  { id: 'registeredCapital', name: '注册资本', description: 'Registered capital in whole units', kind: 'TEXT' },
  { id: 'capitalCurrency', name: '注册资本币种', description: 'Currency of the capital, ISO 4217', kind: 'TEXT' },
  { id: 'registrationAuthority', name: '登记机关', description: 'Authority that registered it', kind: 'TEXT' },
  { id: 'orgCode', name: '组织机构代码', description: 'Organisation code', kind: 'TEXT' },
  { id: 'legacyRegistrationNo', name: '工商注册号', description: 'Old registration number', kind: 'TEXT' },
];

/**
 * The properties whose name, description or id holds a text.
 *
 * @param prefix - as somebody types it; empty means all
 */
export function propertiesLike(prefix: string): readonly ReconcileProperty[] {
  const key = headerKey(prefix);
  return PROPERTIES.filter(({ id, name, description }) =>
    [id, name, description].some((word) => headerKey(word).includes(key)),
  );
}

/** The one type of entities that there is. */
export const ENTERPRISE_TYPE = { id: 'Enterprise', name: '市场主体 Enterprise' } as const;
