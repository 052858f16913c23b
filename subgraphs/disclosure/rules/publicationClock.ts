import type { LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays } from '../../../src/values/workingDays.ts';
import type { SupervisedField } from './supervisedFields.ts';

/** How soon a decision must be public, in working days after its day. */
export interface PublicationPolicy {
  /** Decisions of this day and later. */
  readonly since: LocalDate;
  /** Only penalties in this field; absent for all decisions. */
  readonly field?: SupervisedField;
  /** Last working day on time. */
  readonly dueDays: number;
  /** Last working day that any rule allows. */
  readonly capDays: number;
  readonly rule: string;
}

/** The first row that fits counts (domain sections 8.3 and 10.2). */
export const PUBLICATION_POLICIES: readonly PublicationPolicy[] = [
  { since: '2021-09-01', field: 'WORK_SAFETY', dueDays: 7, capDays: 7, rule: '安全生产法（2021年修正）第78条' },
  {
    since: '0001-01-01',
    dueDays: 7,
    capDays: 20,
    rule: '双公示：7个工作日；政府信息公开条例第26条及市级方案：20个工作日',
  },
];

/** When a decision is due to be public, as it is stored with the fact. */
export interface PublicationClock {
  readonly publicationDueOn: LocalDate;
  readonly publicationCapOn: LocalDate;
}

/**
 * Starts the publication clock of a decision. Its own day is not counted (民法典 art. 201).
 *
 * @param decidedOn - day of the decision
 * @param fields - fields that a penalty belongs to; none for a permit
 */
export function publicationClock(decidedOn: LocalDate, fields: readonly SupervisedField[] = []): PublicationClock {
  const policy = PUBLICATION_POLICIES.find(
    ({ since, field }) => since <= decidedOn && (field === undefined || fields.includes(field)),
  );
  const { dueDays, capDays } = policy ?? { dueDays: 7, capDays: 20 };
  return {
    publicationDueOn: addWorkingDays(decidedOn, dueDays),
    publicationCapOn: addWorkingDays(decidedOn, capDays),
  };
}
