import type { Filter } from 'mongodb';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import { unlinkedFilter } from '../../src/data/unlinkedFilter.ts';

/** What lists of both kinds of application are narrowed by. */
export interface AskedApplications {
  readonly status?: string | null | undefined;
  readonly filter?:
    | {
        readonly targetFact?: string | null | undefined;
        readonly targetDepartment?: string | null | undefined;
        readonly unlinked?: boolean | null | undefined;
      }
    | null
    | undefined;
}

/**
 * Turns the arguments of a list of applications into a filter over stored fields, each of which has an index.
 *
 * @param asked - the arguments
 */
export function applicationFilter({ status, filter }: AskedApplications): Filter<FactDocumentBase> {
  const { unlinked, targetFact, targetDepartment } = filter ?? {};
  const given = Object.entries({ status, targetFact, targetDepartment }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return { ...Object.fromEntries(given), ...unlinkedFilter(unlinked) };
}
