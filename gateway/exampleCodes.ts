/** Enterprises that facts of several departments are about, and some others where there are none. */
const LOOK = `{
  penalties(first: 40) { nodes { subject { ...Facts } } }
  judgmentDefaulters(first: 40) { nodes { subject { ...Facts } } }
  enterprises(first: 10) { nodes { ...Facts } }
}
fragment Facts on Enterprise {
  uscc
  name
  changes(first: 1) { totalCount }
  permits(first: 1) { totalCount }
  penalties(first: 1) { totalCount }
  judgmentDefaulterRecords(first: 1) { totalCount }
}`;

interface Candidate {
  readonly uscc: string;
  /** Null where the registry does not know the code. */
  readonly name: string | null;
  readonly [facts: string]: { readonly totalCount: number | null } | null | string;
}

interface Answer {
  readonly penalties?: FactList;
  readonly judgmentDefaulters?: FactList;
  readonly enterprises?: { readonly nodes?: readonly Candidate[] | null } | null;
}

type FactList = { readonly nodes?: readonly { readonly subject: Candidate | null }[] | null } | null;

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
    const { data = {} } = (await response.json()) as { data?: Answer };
    const subjects = [data.penalties, data.judgmentDefaulters].flatMap((list) => list?.nodes ?? []);
    const candidates = [...subjects.map(({ subject }) => subject), ...(data.enterprises?.nodes ?? [])];
    const known = candidates.filter(
      (candidate): candidate is Candidate => candidate !== null && candidate.name !== null,
    );
    const codes = known.toSorted((a, b) => richness(b) - richness(a)).map(({ uscc }) => uscc);
    return [...new Set(codes)];
  } catch {
    return [];
  }
}

/** In how many ways an enterprise is interesting; how often counts less. */
function richness(candidate: Candidate): number {
  const counts = Object.values(candidate).map((facts) => (typeof facts === 'string' ? 0 : (facts?.totalCount ?? 0)));
  return counts.reduce((sum, count) => sum + Math.min(count, 3) + (count > 0 ? 10 : 0), 0);
}
