import { randomBytes } from 'node:crypto';
import type { FactWriteResult } from '../../../src/data/changeFact.ts';
import { refusedWrite } from '../../../src/data/refusedWrite.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { AuthorisationInput } from '../__generated__/resolvers.ts';
import { agencyStanding } from '../agencies/CreditAgencyDocument.ts';
import { authorisationFaults } from '../rules/authorisationFaults.ts';
import { authorisationsOf, type AuthorisationDocument, type Querier } from './AuthorisationDocument.ts';
import { callingSubject } from './callingSubject.ts';
import { openableTo } from './openableTo.ts';

/** `type AuthorisationResult`. */
export interface AuthorisationOutcome {
  readonly authorisation: AuthorisationDocument | null;
  readonly errors: FactWriteResult['errors'];
}

const MAJORITY = { writeConcern: { w: 'majority' } } as const;

/**
 * Gives an authorisation, in the name of the enterprise that calls.
 *
 * @param input - what is let whom
 * @param context - the request
 * @returns it, or what must be corrected first
 * @throws AppError FORBIDDEN unless an enterprise calls
 */
export async function grantAuthorisation(
  input: AuthorisationInput,
  context: SubgraphContext,
): Promise<AuthorisationOutcome> {
  const { caller, now, departments, locale, database } = context;
  const subject = callingSubject(caller, 'authorisationGrant');
  const today = todayInShanghai(now);
  const wish = { ...input, from: input.from ?? today };
  const faults = authorisationFaults(wish, {
    ...{ today, subject },
    departments: departments.map(({ name }) => name),
    fields: openableTo(input.querierDepartment, departments),
    standing: await agencyStanding(database, input.querierUscc ?? ''),
  });
  if (faults.length > 0) return { authorisation: null, errors: refusedWrite(faults, locale).errors };
  const authorisation: AuthorisationDocument = {
    _id: newNumber(today),
    ...{ subject, querier: querierOf(input) },
    ...{ purpose: input.purpose, factTypes: [...new Set(input.factTypes)] },
    ...(input.fields && { fields: [...new Set(input.fields)] }),
    ...{ from: wish.from, until: wish.until, usage: input.usage ?? 'ONCE', used: 0 },
    ...{ grantedAt: now, sortOn: now.toISOString(), grantedBy: caller.operator ?? subject },
  };
  await authorisationsOf(database).insertOne(authorisation, MAJORITY);
  return { authorisation, errors: [] };
}

function querierOf({ querierUscc, querierDepartment }: AuthorisationInput): Querier {
  return typeof querierUscc === 'string' ? { organisation: querierUscc } : { department: querierDepartment ?? '' };
}

/** The day, and what nobody can guess: 80 bits. */
function newNumber(today: string): string {
  return `SQ${today.replaceAll('-', '')}-${randomBytes(10).toString('hex').toUpperCase()}`;
}
