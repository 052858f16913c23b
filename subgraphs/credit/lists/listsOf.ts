import type { LedgerBody } from '../../../src/ledger/LedgerBody.ts';
import { holdsValues } from './holdsValues.ts';
import { editionOn, LISTS } from './listDefinitions.ts';

export { LISTS_VERSION } from './listDefinitions.ts';

/** The parts of a ledger entry's body, or of a fact as the timeline holds it, that a list looks at. */
export type ListedFact = Pick<LedgerBody, 'type' | 'sortOn' | 'values' | 'record'>;

/**
 * Gives the lists that a fact is an entry of, by the edition that held on its day.
 *
 * Whether it still is one is not for the definitions to say: removal, end of term, repair and annulment end the fact's publicity, and
 * readers apply the visibility rule. About a natural person no list of enterprises says anything.
 *
 * @param fact - of any department
 * @returns ids of lists, in the order of the definitions
 */
export function listsOf({ type, sortOn, values, record }: ListedFact): readonly string[] {
  if (record.subjectCategory === 'NATURAL_PERSON') return [];
  return LISTS.filter((list) =>
    editionOn(list, sortOn).entries.some(
      (entry) =>
        entry.type === type &&
        holdsValues(entry.where, values) &&
        entry.needs.every((field) => typeof values[field] === 'string'),
    ),
  ).map(({ id }) => id);
}
