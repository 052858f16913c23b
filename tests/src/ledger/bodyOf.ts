import type { LedgerBody } from '../../../src/ledger/LedgerBody.ts';
import { SUBJECT } from '../data/toyFacts.ts';

/**
 * A body such as the relay composes.
 *
 * @param event - `<fact>@<revision>`
 * @param changed - what is to be otherwise
 */
export function bodyOf(event: string, changed: Partial<LedgerBody> = {}): LedgerBody {
  const [fact = '', revision = ''] = event.split('@');
  return {
    ...{ event, department: 'toy', collection: 'notices', type: 'Notice', kind: 'FACT', catalogueKind: 3, fact },
    ...{ revision: Number(revision), reason: 'CREATED', at: '2026-06-15T04:00:00.000Z', uscc: SUBJECT, title: '通知' },
    ...{ sortOn: '2026-06-01', record: { usageScope: 'PUBLIC', polarity: 'NEUTRAL', state: 'ACTIVE' }, values: {} },
    ...changed,
  };
}
