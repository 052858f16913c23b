import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { Chance } from '../../src/sample/Chance.ts';
import type { Codes } from './Codes.ts';

/** The queries that are measured: one enterprise, a list of many, and a page over all departments that contribute to it. */
export type QueryName = 'profile' | 'list' | 'page';

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

/** Enterprises of a page. */
export const PAGE_LENGTH = 10;

const PAGE = `query EnterprisePage($usccs: [USCC!]!) {
  enterprisesByUscc(usccs: $usccs) {
    uscc name status establishedOn registeredCapital
    changes(first: 5) { nodes { item before after approvedOn } }
    permits(first: 5) { nodes { docNo docName authority decidedOn } }
    penalties(first: 5) { nodes { docNo violationFacts content fine authority decidedOn } }
    judgments(first: 5) { nodes { caseNo court decidedOn } }
    judgmentDefaulterRecords(first: 5) { nodes { caseNo court filedOn performance } }
    commitments(first: 5) { nodes { id decidedOn } }
  }
}`;

/**
 * The text of a query. The profile is the explorer's first example.
 *
 * @param name - which
 */
export function queryText(name: QueryName): string {
  if (name === 'list') return LIST;
  if (name === 'page') return PAGE;
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
export function variablesFrom(name: QueryName, usccs: Codes, seed: string): () => BenchVariables {
  const chance = new Chance(seed);
  const any = (): string => usccs.at(chance.int(0, usccs.length - 1)) ?? '';
  if (name === 'profile') return () => ({ uscc: any() });
  const length = Math.min(name === 'list' ? LIST_LENGTH : PAGE_LENGTH, usccs.length);
  return () => {
    const chosen = new Set<string>();
    while (chosen.size < length) chosen.add(any());
    return { usccs: [...chosen] };
  };
}
