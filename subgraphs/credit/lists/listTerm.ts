import type { JsonValue } from '../../../src/ledger/LedgerBody.ts';
import { addDays, addMonths, type LocalDate } from '../../../src/values/localDate.ts';
import { holdsValues } from './holdsValues.ts';
import type { ListEdition } from './ListDefinition.ts';

/** How long an entry stands. */
export type ListTerm = Pick<ListEdition['terms'][number], 'months' | 'earlyRemovalMonths'>;

const NO_TERM: ListTerm = { months: null, earlyRemovalMonths: null };

/**
 * Gives the term of an entry: the first of the edition whose condition it meets, and none where no term is for it.
 *
 * @param edition - that held on the day of listing
 * @param values - the fact's own
 */
export function termOf({ terms }: ListEdition, values: Readonly<Record<string, JsonValue>>): ListTerm {
  return terms.find(({ when }) => holdsValues(when, values)) ?? NO_TERM;
}

/**
 * Gives the first day on which early removal may be asked for. The period must have been reached: the day of listing is not counted
 * (民法典 art. 201), and the day after the period's last is the first.
 *
 * @param edition - that held on the day of listing
 * @param values - the fact's own
 * @param listedOn - the day of listing
 * @returns null where the law knows no early removal
 */
export function earlyRemovalOn(
  edition: ListEdition,
  values: Readonly<Record<string, JsonValue>>,
  listedOn: LocalDate,
): LocalDate | null {
  const { earlyRemovalMonths } = termOf(edition, values);
  return earlyRemovalMonths === null ? null : addDays(addMonths(listedOn, earlyRemovalMonths), 1);
}
