import type { ApolloServer, GraphQLResponse } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import { AppError, type Locale } from '../src/errors/AppError.ts';
import type { Caller } from '../src/identity/Caller.ts';
import type { GraphAnswer } from '../src/subgraph/GraphClient.ts';
import { subjectsFor } from './audit/auditedCaller.ts';
import type { AuthorisationUse } from './authority/AuthorisationUse.ts';
import type { GatewayContext } from './GatewayContext.ts';
import { GatewayError } from './errors/GatewayError.ts';
import type { Payer } from './limits/budget/Payer.ts';
import type { CostReport, Standing } from './limits/budget/Standing.ts';

/** Who pays for a question, and who is told what it cost. */
export interface Bill {
  readonly payer: Payer;
  /** Is given the headers that tell the cost and the budget. */
  readonly tell: (headers: Readonly<Record<string, string>>) => void;
}

/** On which terms a question is asked for a caller of another door. */
export interface Terms {
  /** Nobody pays unless given. */
  readonly bill?: Bill | undefined;
  /** The use that is made of an authorisation; none unless given. */
  readonly authorisation?: AuthorisationUse | undefined;
}

/**
 * Runs one operation in the name of a caller; words that depend on the language are English unless another is given. On terms, it throws
 * GatewayError COST_LIMIT_EXCEEDED or BUDGET_EXHAUSTED where the budget does not allow for it, and AuthorityError AUTHORISATION_… where
 * the authorisation can not be spent. In the service of another door it throws AppError AUDIT_UNAVAILABLE where it can not be recorded.
 */
export type AskGraph = <T extends object>(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  caller: Caller,
  locale?: Locale,
  terms?: Terms,
) => Promise<GraphAnswer<T>>;

/**
 * Makes the function that asks the graph from inside, by the same way as a client's request goes but HTTP.
 *
 * @param served - the server that is asked; a started one
 * @param clock - tells the time
 * @param door - the path in whose service it asks, for the audit log; none where the product asks itself
 */
export function askGraph(served: () => ApolloServer<GatewayContext>, clock: () => Date, door?: string): AskGraph {
  return async <T extends object>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
    locale: Locale = 'en',
    { bill, authorisation }: Terms = {},
  ) => {
    const request = { caller, requestId: randomUUID(), now: clock(), locale, subjects: subjectsFor(caller) };
    const { body, http } = await served().executeOperation(
      { query, variables },
      { contextValue: { request, door, authorisation, payer: bill?.payer, reply: { isFormatted: false } } },
    );
    bill?.tell(Object.fromEntries(http.headers));
    refuseUnspent(authorisation);
    const { data = null, errors = [], extensions: told = {} } = resultIn(body);
    if (door !== undefined) refuseUnrecorded(errors);
    for (const { extensions } of errors)
      refuseBeyondBudget(codeOf(extensions), told['cost'], http.headers.get('retry-after'));
    return {
      data: data as GraphAnswer<T>['data'],
      errors: errors.map(({ message, path = [], extensions }) => ({
        message,
        path,
        code: codeOf(extensions),
      })),
    };
  };
}

function resultIn(body: GraphQLResponse['body']): Partial<FormattedExecutionResult> {
  return body.kind === 'single' ? body.singleResult : {};
}

function codeOf(extensions: Readonly<Record<string, unknown>> | undefined): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : '';
}

function refuseUnspent(authorisation: AuthorisationUse | undefined): void {
  if (authorisation?.refusal) throw authorisation.refusal;
}

/** Nothing of it was read or done, whatever was asked for. */
function refuseUnrecorded(errors: readonly GraphQLFormattedError[]): void {
  if (errors.some(({ extensions }) => codeOf(extensions) === 'AUDIT_UNAVAILABLE'))
    throw new AppError('AUDIT_UNAVAILABLE');
}

/** What whoever asked has to be told itself, whatever it asked for. */
function refuseBeyondBudget(code: string, told: unknown, seconds: string | undefined): void {
  if (code !== 'COST_LIMIT_EXCEEDED' && code !== 'BUDGET_EXHAUSTED') return;
  const { estimated, remaining = 0, capacity = 0 } = told as CostReport & Partial<Standing>;
  throw new GatewayError(code, { cost: estimated ?? 0, remaining, capacity, seconds: seconds ?? '' });
}
