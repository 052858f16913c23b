import type { Filter } from 'mongodb';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import { unlinkedFilter } from '../../../src/data/unlinkedFilter.ts';

/** What narrows the reports of departments. */
export interface ExecutionsAsked {
  /** Department that acted, by name. */
  readonly department?: string | null | undefined;
  readonly unlinked?: boolean | null | undefined;
}

/**
 * Turns what is asked for into a filter over stored fields.
 *
 * @param asked - parts that are not given narrow nothing
 */
export function executionFilter({ department, unlinked }: ExecutionsAsked): Filter<FactDocumentBase> {
  return {
    ...(typeof department === 'string' ? { executingDepartment: department } : {}),
    ...unlinkedFilter(unlinked),
  };
}
