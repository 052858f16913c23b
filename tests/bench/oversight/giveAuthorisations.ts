import type { AskGraph } from '../../../gateway/askGraph.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import { addDays, todayInShanghai } from '../../../src/values/localDate.ts';
import { FACT_TYPE, PURPOSE, QUERIER } from './OversightStart.ts';

const REGISTER = 'mutation ($input: CreditAgencyInput!) { creditAgencyRegister(input: $input) { errors { code } } }';
const FILE = 'mutation ($input: CommitmentFileInput!) { commitmentFile(input: $input) { errors { message } } }';
const GRANT =
  'mutation ($input: AuthorisationInput!) { authorisationGrant(input: $input) { authorisation { number } errors { message } } }';
const DAYS = 30;

interface Registered {
  readonly creditAgencyRegister: { readonly errors: readonly object[] };
}

interface Filed {
  readonly commitmentFile: { readonly errors: readonly object[] };
}

interface Granted {
  readonly authorisationGrant: { readonly authorisation: { readonly number: string } | null };
}

/**
 * Has the credit agency registered; has enterprises make a commitment each that is open to authorised query only, and authorise the agency to
 * see it, any number of times.
 *
 * @param ask - the graph
 * @param usccs - of the enterprises
 * @returns the numbers of the authorisations, by enterprise
 */
export async function giveAuthorisations(
  ask: AskGraph,
  usccs: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const office: Caller = {
    audience: 'INTERNAL',
    department: 'finance',
    operator: 'bench',
    scopes: new Set(['finance:*']),
  };
  const input = { uscc: QUERIER, name: '某银行', kind: 'FINANCIAL', filedOn: '2020-01-02' };
  const registered = await ask<Registered>(REGISTER, { input }, office);
  if (registered.data?.creditAgencyRegister?.errors.length !== 0) throw failed(QUERIER, registered);
  const numbers: Record<string, string> = {};
  for (const uscc of usccs) numbers[uscc] = await giveAuthorisation(ask, uscc);
  return numbers;
}

async function giveAuthorisation(ask: AskGraph, uscc: string): Promise<string> {
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
  if (filed.data?.commitmentFile?.errors.length !== 0 || number === undefined) throw failed(uscc, [filed, granted]);
  return number;
}

function failed(uscc: string, answers: object): Error {
  return new Error(`${uscc} can not authorise, or be authorised: ${JSON.stringify(answers)}`);
}
