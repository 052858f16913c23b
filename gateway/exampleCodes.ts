/** Enough to find some with facts of several departments. */
const LOOK = `{
  enterprises(first: 30) {
    nodes {
      uscc
      permits(first: 1) { totalCount }
      penalties(first: 1) { totalCount }
      judgmentDefaulterRecords(first: 1) { totalCount }
    }
  }
}`;

interface Candidate {
  readonly uscc: string;
  readonly [facts: string]: { readonly totalCount: number | null } | null | string;
}

/**
 * Codes of enterprises that are in the database, those with facts of most departments first: what the explorer's
 * examples show. They are asked for as any caller would ask.
 *
 * @param url - where the gateway listens
 * @returns no codes where none can be had; the examples that need them are left out then
 */
export async function exampleCodes(url: string): Promise<readonly string[]> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: LOOK }),
    });
    const { data } = (await response.json()) as { data?: { enterprises?: { nodes?: readonly Candidate[] } | null } };
    const candidates = data?.enterprises?.nodes ?? [];
    return candidates.toSorted((a, b) => richness(b) - richness(a)).map(({ uscc }) => uscc);
  } catch {
    return [];
  }
}

/** In how many ways an enterprise is interesting; how often counts less. */
function richness(candidate: Candidate): number {
  const counts = Object.values(candidate).map((facts) => (typeof facts === 'string' ? 0 : (facts?.totalCount ?? 0)));
  return counts.reduce((sum, count) => sum + Math.min(count, 3) + (count > 0 ? 10 : 0), 0);
}
