import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { readState } from './IndexState.ts';

/**
 * Tells whether there are registrations in the ledger that the index does not hold yet.
 *
 * @param context - the request
 */
export async function isIndexBehind({ database: { db }, ledger }: SubgraphContext): Promise<boolean> {
  const seq = (await readState(db))?.seq ?? 0;
  return (await ledger.after(seq, 1, { kind: 'SUBJECT' })).length > 0;
}
