import type { Filter } from 'mongodb';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import { unlinkedFilter } from '../../src/data/unlinkedFilter.ts';
import type { CourtCaseFilter } from './__generated__/resolvers.ts';
import { caseKey } from './rules/caseKey.ts';

/** Turns the API's filter into one over stored fields; each part is served by an index of the collection. */
export function courtCaseFilter(filter: CourtCaseFilter | null | undefined): Filter<FactDocumentBase> {
  const { caseNo, court, unlinked } = filter ?? {};
  return {
    ...(typeof caseNo === 'string' ? { caseKey: caseKey(caseNo) } : {}),
    ...(typeof court === 'string' ? { court } : {}),
    ...unlinkedFilter(unlinked),
  };
}
