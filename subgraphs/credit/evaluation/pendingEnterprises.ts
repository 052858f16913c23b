/**
 * Tells of which enterprises facts are on their way. Nearly always nothing is pending, and one question says so for all.
 *
 * @param usccs - the enterprises
 * @param ask - asks the ledger for the pending facts of enterprises
 * @returns those among them that have pending facts
 */
export async function pendingEnterprises(
  usccs: readonly string[],
  ask: (asked: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<ReadonlySet<string>> {
  if ((await ask(usccs)).size === 0) return new Set();
  const each = await Promise.all(usccs.map(async (uscc) => ({ uscc, count: (await ask([uscc])).size })));
  return new Set(each.filter(({ count }) => count > 0).map(({ uscc }) => uscc));
}
