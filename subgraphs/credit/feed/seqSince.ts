import type { LedgerReader } from '../../../src/ledger/LedgerReader.ts';

/**
 * Finds the place in the ledger behind which all entries are of a time or later; times of entries never go back.
 *
 * @param ledger - the ledger
 * @param since - the time
 * @param first - a place that lies before, or at it
 * @param last - a place that may lie behind it
 * @returns number of the last entry before that time, `first` at least and `last` at most
 */
export async function seqSince(ledger: LedgerReader, since: Date, first: number, last: number): Promise<number> {
  let [low, high] = [first, Math.max(first, last)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [next] = await ledger.after(middle, 1);
    if (next === undefined || next.time >= since) high = middle;
    else low = middle + 1;
  }
  return low;
}
