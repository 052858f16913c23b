import { parseLocalDate } from '../../src/values/localDate.ts';
import { checkUscc } from '../../src/values/uscc.ts';
import { visibleText } from '../../src/values/visibleText.ts';
import { isBlank } from '../../src/data/isBlank.ts';
import type { RecordField } from './recordFields.ts';

/** `input EnterpriseMatchInput`. */
export interface RecordInput {
  readonly name?: string;
  readonly codes?: readonly string[];
  readonly district?: string;
  readonly address?: string;
  readonly establishedOn?: string;
}

/** Values of a record by field; a code may have several. */
export type RecordValues = Readonly<Partial<Record<RecordField['name'], readonly string[]>>>;

/** What the graph takes at most; longer values are nobody's name or address, and their beginning says enough. */
const LONGEST = { name: 400, code: 40, district: 100, address: 1000 } as const;
const MOST_CODES = 10;

/**
 * Makes of the values of a record what the graph is asked by. What says nothing, or can not be read, is left out: a record is found by what
 * is left of it.
 *
 * @param values - as they were written
 * @returns undefined where nothing is left to look for
 */
export function recordInput(values: RecordValues): RecordInput | undefined {
  const first = (field: RecordField['name']): string | undefined => (values[field] ?? []).map(said).find(Boolean);
  const codes = [values.uscc, values.orgCode, values.legacyRegistrationNo].flatMap((given) => given ?? []).map(said);
  const input = {
    name: first('name')?.slice(0, LONGEST.name),
    codes: codes.filter(mayBeAsked).slice(0, MOST_CODES),
    district: first('districtCode')?.slice(0, LONGEST.district),
    address: first('domicile')?.slice(0, LONGEST.address),
    establishedOn: parseLocalDate(first('establishedOn')),
  };
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value.length > 0);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** What may be a citizen's number identifies no enterprise, and is passed on to nobody. */
function mayBeAsked(code: string): boolean {
  if (code === '' || code.length > LONGEST.code) return false;
  const checked = checkUscc(code);
  return checked.ok || checked.part !== 'CITIZEN_ID';
}

function said(value: string): string {
  return isBlank(value) ? '' : visibleText(value);
}
