import type { IncomingHttpHeaders } from 'node:http';
import { parse, type GraphQLSchema } from 'graphql';
import { AuthorityError } from '../../src/errors/AuthorityError.ts';
import type { Caller, SpentAuthorisation } from '../../src/identity/Caller.ts';
import { serviceCaller } from '../../src/identity/serviceCaller.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import { GATEWAY } from '../limits/gatewaySubgraph.ts';
import type { Transport } from '../transport/Transport.ts';
import { AuthorisationUse } from './AuthorisationUse.ts';
import { purposeRequired } from './statePurpose.ts';

/** In which a caller names the authorisation that it uses, by its number. */
export const AUTHORISATION_HEADER = 'x-authorisation';

/**
 * Spends an authorisation for one operation of a caller, before any department is asked for it.
 *
 * @param number - as the caller wrote it
 * @param request - of the operation, with who asks and its purpose
 * @returns what is opened to it
 * @throws AuthorityError PURPOSE_REQUIRED, AUTHORISATION_… with the reason
 */
export type SpendAuthorisation = (number: string, request: RequestContext) => Promise<SpentAuthorisation>;

const SPEND = 'authorisationSpend';
const QUERY = `mutation Spend($number: ID!, $purpose: QueryPurpose!, $organisation: String, $department: String) {
  authorisationSpend(number: $number, purpose: $purpose, organisation: $organisation, department: $department) {
    subject factTypes fields refusal
  }
}`;
const DOCUMENT = parse(QUERY, { noLocation: true });

interface Spending {
  readonly [SPEND]: {
    readonly subject: string | null;
    readonly factTypes: readonly string[] | null;
    readonly fields: readonly string[] | null;
    readonly refusal: Refusal | null;
  };
}

type Refusal =
  'UNKNOWN' | 'PURPOSE_DIFFERS' | 'AGENCY_UNKNOWN' | 'AGENCY_STRUCK_OFF' | 'PENDING' | 'SPENT' | 'EXPIRED' | 'REVOKED';

const GATEWAY_ITSELF = serviceCaller(GATEWAY);
/** Longer than any number that is given. */
const LONGEST = 100;

/**
 * Makes the function that spends authorisations, by the department that keeps them: it is asked directly, as by a plan of a single step, under
 * the gateway's service identity. That is a question of each operation that names an authorisation.
 *
 * @param schemas - of the departments, by name
 * @param transportOf - how departments are reached
 */
export function spendByDepartment(
  schemas: ReadonlyMap<string, GraphQLSchema>,
  transportOf: (name: string) => Transport,
): SpendAuthorisation {
  const [keeper] = [...schemas].find(([, schema]) => schema.getMutationType()?.getFields()[SPEND] !== undefined) ?? [];
  if (keeper === undefined) return async () => Promise.reject(new AuthorityError('AUTHORISATION_UNAVAILABLE'));
  const transport = transportOf(keeper);
  return async (number, request) => {
    const { caller } = request;
    if (caller.purpose === undefined) throw purposeRequired();
    if (!mayBeNamed(caller) || number.length > LONGEST) throw new AuthorityError('AUTHORISATION_UNKNOWN');
    const { data } = await transport.fetch({
      ...{ query: QUERY, document: DOCUMENT, operationName: undefined, variables: wishOf(number, caller) },
      context: { request: { ...request, caller: GATEWAY_ITSELF, subjects: undefined }, reply: { isFormatted: false } },
    });
    return { number, ...openedBy((data as Partial<Spending> | null)?.[SPEND]) };
  };
}

/** The public and enterprises are named in no authorisation as who may use it. */
function mayBeNamed({ audience, organisation, department }: Caller): boolean {
  const isQuerier = audience === 'AGENCY' || audience === 'INTERNAL';
  return isQuerier && (organisation ?? department) !== undefined;
}

function wishOf(number: string, { purpose, organisation, department }: Caller): Readonly<Record<string, unknown>> {
  return { number, purpose, organisation: organisation ?? null, department: department ?? null };
}

function openedBy(spending: Spending[typeof SPEND] | null | undefined): Omit<SpentAuthorisation, 'number'> {
  const { subject, factTypes, fields, refusal } = spending ?? {};
  if (refusal) throw new AuthorityError(`AUTHORISATION_${refusal}`);
  if (!subject || !factTypes) throw new AuthorityError('AUTHORISATION_UNAVAILABLE');
  return { subject, factTypes, ...(fields && { fields }) };
}

/**
 * The authorisation that a request names, of which no use is made yet.
 *
 * @param headers - of the request
 */
export function namedAuthorisation(headers: IncomingHttpHeaders): AuthorisationUse | undefined {
  const named = headers[AUTHORISATION_HEADER];
  return named === undefined ? undefined : new AuthorisationUse(String(named).trim());
}
