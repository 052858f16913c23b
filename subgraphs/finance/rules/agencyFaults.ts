import type { Fault } from '../../../src/data/fields/Field.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { maskFreeText } from '../../../src/values/masks.ts';
import { visibleText } from '../../../src/values/visibleText.ts';

/** What is judged of an agency. */
export interface AgencyWish {
  readonly name: string;
  readonly kind: string;
  readonly licenceNo?: string | null | undefined;
  readonly filedOn: LocalDate;
}

const LONGEST = 200;

/**
 * Finds what must be corrected before an agency is entered into the register.
 *
 * @param wish - its values
 * @param today - the day in Asia/Shanghai
 */
export function agencyFaults({ name, kind, licenceNo, filedOn }: AgencyWish, today: LocalDate): readonly FieldFault[] {
  const isLicensed = typeof licenceNo === 'string' && visibleText(licenceNo) !== '';
  return [
    ...textFaults('name', name, LONGEST),
    // Personal credit reporting needs a licence, that of enterprises a filing (征信业管理条例 art. 6-10).
    ...(kind === 'PERSONAL' && !isLicensed
      ? [
          fault(
            'licenceNo',
            'REQUIRED_MISSING',
            '个人征信机构须有经营许可证 / personal credit reporting needs a licence',
          ),
        ]
      : []),
    ...(isLicensed ? textFaults('licenceNo', licenceNo, LONGEST) : []),
    ...(filedOn > today ? [fault('filedOn', 'DATE_ORDER', '备案日期不得晚于今日 / not after today')] : []),
  ];
}

/**
 * Finds what must be corrected before an agency is struck off.
 *
 * @param wish - since when and why
 * @param agency - as it is registered; null where it is not
 * @param today - the day in Asia/Shanghai
 */
export function struckOffFaults(
  { on, reason }: { readonly on: LocalDate; readonly reason: string },
  agency: { readonly filedOn: LocalDate } | null,
  today: LocalDate,
): readonly FieldFault[] {
  if (agency === null) return [fault('uscc', 'CODE_UNKNOWN', '该机构未备案 / an agency that is registered')];
  const isInOrder = agency.filedOn <= on && on <= today;
  return [
    ...(isInOrder ? [] : [fault('on', 'DATE_ORDER', '须在备案日期与今日之间 / between the day of filing and today')]),
    ...textFaults('reason', reason, LONGEST),
  ];
}

function textFaults(field: string, value: string, most: number): readonly FieldFault[] {
  const text = visibleText(value);
  const { length } = text;
  // The register is public, so nothing in it is masked for some of its readers only.
  if (maskFreeText(text) !== text)
    return [fault(field, 'PERSONAL_DATA', '不得含身份证号、手机号 / no number of a person')];
  if (length > 0 && length <= most) return [];
  return [
    fault(field, length === 0 ? 'REQUIRED_MISSING' : 'TEXT_TOO_LONG', `1 至 ${most} 个字 / 1 to ${most} characters`),
  ];
}

function fault(field: string, code: Fault['code'], expected: string): FieldFault {
  return { field, fault: { code, expected } };
}
