import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';

/**
 * Makes the entry of the ledger that the registration of an enterprise leaves.
 *
 * @param target - the enterprise
 * @param seq - number of the entry
 */
export function entryOf({ uscc, name, establishedOn, districtCode, address }: MatchTarget, seq: number): LedgerEntry {
  const values = {
    ...{ uscc, name, establishedOn: establishedOn ?? null },
    ...{ districtCode: districtCode ?? null, domicile: address ?? null },
  };
  return {
    seq,
    time: new Date(),
    body: {
      ...{ event: `${uscc}@1`, department: 'registry', collection: 'enterprises', type: 'Enterprise', kind: 'SUBJECT' },
      ...{ catalogueKind: 1, fact: uscc, revision: 1, reason: 'CREATED', at: new Date().toISOString() },
      ...{ uscc, title: name, sortOn: establishedOn ?? '', values },
      record: {
        ...{ subjectName: name, subjectCategory: 'LEGAL_ENTITY', provider: {}, usageScope: 'PUBLIC' },
        ...{ polarity: 'NEUTRAL', publishedOn: establishedOn ?? '', disputed: false },
        ...{ litigated: false, qualityFlags: [], state: 'ACTIVE', publicity: {} },
      },
    },
  };
}
