import type { AskGraph } from '../../../gateway/askGraph.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import { addDays, todayInShanghai } from '../../../src/values/localDate.ts';
import { FACT_TYPE, PURPOSE, QUERIER } from './OversightStart.ts';

const FILE = 'mutation ($input: CommitmentFileInput!) { commitmentFile(input: $input) { errors { message } } }';
const GRANT =
  'mutation ($input: AuthorisationInput!) { authorisationGrant(input: $input) { authorisation { number } errors { message } } }';
const DAYS = 30;

interface Filed {
  readonly commitmentFile: { readonly errors: readonly object[] };
}

interface Granted {
  readonly authorisationGrant: { readonly authorisation: { readonly number: string } | null };
}

/**
 * Has an enterprise make a commitment that is open to authorised query only, and authorise the credit agency to see it, any number of times.
 *
 * @param ask - the graph
 * @param uscc - of the enterprise
 * @returns the number of the authorisation
 */
export async function giveAuthorisation(ask: AskGraph, uscc: string): Promise<string> {
  const subject: Caller = { audience: 'SUBJECT', subject: uscc, operator: 'bench', scopes: new Set() };
  const commitment = {
    ...{ subjectUscc: uscc, subjectName: '某企业', subjectCategory: 'LEGAL_OR_UNINCORPORATED' },
    ...{ kind: 'VOLUNTARY', reason: '事由', content: '承诺内容', liability: '违约责任' },
    ...{ acceptUnit: '某局', acceptUnitUscc: '11350100003604001U', publicity: 'AUTHORISED_QUERY' },
  };
  const filed = await ask<Filed>(FILE, { input: commitment }, subject);
  const until = addDays(todayInShanghai(new Date()), DAYS);
  const input = { querierUscc: QUERIER, purpose: PURPOSE, factTypes: [FACT_TYPE], until, usage: 'MANY' };
  const granted = await ask<Granted>(GRANT, { input }, subject);
  const number = granted.data?.authorisationGrant?.authorisation?.number;
  if (filed.data?.commitmentFile?.errors.length !== 0 || number === undefined) {
    throw new Error(`${uscc} can not authorise: ${JSON.stringify([filed, granted])}`);
  }
  return number;
}
