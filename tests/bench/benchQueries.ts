import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { Chance } from '../../src/sample/Chance.ts';

/** The two queries that are measured. */
export type QueryName = 'profile' | 'list';

/** Variables of one request. */
export interface BenchVariables {
  /** Of the profile: one enterprise. */
  readonly uscc?: string;
  /** Of the list. */
  readonly usccs?: readonly string[];
}

/** Enterprises of a list. */
export const LIST_LENGTH = 50;

const LIST = `query EnterpriseList($usccs: [USCC!]!) {
  enterprisesByUscc(usccs: $usccs) {
    uscc name status establishedOn registeredCapital
    changes(first: 5) { nodes { item before after approvedOn } }
    penalties(first: 5) { nodes { docNo violationFacts content fine authority decidedOn } }
    judgmentDefaulterRecords(first: 5) { nodes { caseNo court filedOn performance } }
  }
}`;

/**
 * The text of a query. The profile is the explorer's first example.
 *
 * @param name - which
 */
export function queryText(name: QueryName): string {
  if (name === 'list') return LIST;
  const example = join(projectRoot(), 'src', 'portal', 'examples', '10-enterprise-profile.graphql');
  return readFileSync(example, 'utf8').replaceAll(/#.*$/gm, '');
}

/**
 * Gives the variables of request after request; the same seed gives the same requests to every contestant.
 *
 * @param name - which query
 * @param usccs - the codes of all enterprises; a list takes distinct ones
 * @param seed - what the order follows from
 */
export function variablesFrom(name: QueryName, usccs: readonly string[], seed: string): () => BenchVariables {
  const chance = new Chance(seed);
  const any = (): string => usccs[chance.int(0, usccs.length - 1)] ?? '';
  if (name === 'profile') return () => ({ uscc: any() });
  const length = Math.min(LIST_LENGTH, usccs.length);
  return () => {
    const chosen = new Set<string>();
    while (chosen.size < length) chosen.add(any());
    return { usccs: [...chosen] };
  };
}
