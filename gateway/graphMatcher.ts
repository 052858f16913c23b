import type { SubjectCandidate, SubjectMatcher, SubjectRecord } from '../src/ingest/SubjectMatcher.ts';
import type { GraphAnswer } from '../src/subgraph/GraphClient.ts';
import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';

const MATCH = `query SubjectCandidates($records: [EnterpriseMatchInput!]!) {
  matchEnterprises(queries: $records, cutOff: 0.5, first: 4) {
    index
    candidates { uscc name score nameScore }
  }
}`;

/** Most records that the graph matches at once. */
const BATCH = 100;

interface Answer {
  readonly matchEnterprises: readonly { readonly index: number; readonly candidates: readonly Candidate[] | null }[];
}

interface Candidate {
  readonly uscc: string;
  readonly name: string | null;
  readonly score: number | null;
  readonly nameScore: number | null;
}

/** Asks the graph in the name of the department that imports. */
export type AskForMatches = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<GraphAnswer<Answer>>;

/**
 * Tells whether some department compares names, so that facts can be linked by their likeness.
 *
 * @param subgraphs - all departments
 */
export function offersMatching(subgraphs: readonly Pick<ConnectedSubgraph, 'schema'>[]): boolean {
  return subgraphs.some(({ schema }) => 'matchEnterprises' in (schema.getQueryType()?.getFields() ?? {}));
}

/**
 * Makes the comparison of names that imports link by: asked through the graph, like the registry. Where nobody answers, nothing is like
 * anything and facts wait for the next `link`, since an import must not fail for a mere proposal.
 *
 * @param ask - asks the graph
 * @param logger - told of what did not answer
 */
export function graphMatcher(ask: AskForMatches, logger: Logger): SubjectMatcher {
  return {
    async match(records) {
      const found: (readonly SubjectCandidate[])[] = [];
      for (let at = 0; at < records.length; at += BATCH) {
        const batch = records.slice(at, at + BATCH);
        const { data } = await ask(MATCH, { records: batch.map(inputOf) });
        if (!data?.matchEnterprises) logger.warn('names could not be compared; their facts stay unlinked for now');
        const byIndex = new Map((data?.matchEnterprises ?? []).map(({ index, candidates }) => [index, candidates]));
        found.push(...batch.map((_, index) => (byIndex.get(index) ?? []).map(candidateOf)));
      }
      return found;
    },
  };
}

/** Most codes of one record that the graph takes. */
const MOST_CODES = 10;

function inputOf({ name, codes }: SubjectRecord): { readonly name: string; readonly codes: readonly string[] } {
  return { name, codes: codes.slice(0, MOST_CODES) };
}

function candidateOf({ uscc, name, score, nameScore }: Candidate): SubjectCandidate {
  return { uscc, name: name ?? '', score: score ?? 0, nameScore: nameScore ?? 0 };
}
