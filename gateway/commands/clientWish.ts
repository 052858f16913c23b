import { InvalidArgumentError } from 'commander';
import type { ClientAudience } from '../../src/identity/clients/ClientDocument.ts';
import type { ClientWish } from '../../src/identity/clients/manageClients.ts';
import { GATEWAY_SCOPES } from '../../src/identity/Caller.ts';
import { checkUscc } from '../../src/values/uscc.ts';

/** Whom a person on the command line wants registered. */
export interface TypedClient {
  readonly audience: ClientAudience;
  readonly department?: string;
  readonly organisation?: string;
  readonly scope?: readonly string[];
  /** Whether it may run trusted documents only. */
  readonly trustedOnly?: boolean;
  /** Who registers it. */
  readonly by: string;
}

const NAME = /^\S(?:.{0,118}\S)?$/u;
const SCOPE = /^(?<department>[a-z][a-z0-9]*):(?:\*|[A-Za-z][A-Za-z0-9]*:[a-z]+)$/;

/**
 * Checks whom a person wants registered.
 *
 * @param name - for people
 * @param typed - what was typed
 * @param departments - names of the departments there are
 * @throws InvalidArgumentError that says what does not go together
 */
export function clientWish(name: string, typed: TypedClient, departments: readonly string[]): ClientWish {
  if (!NAME.test(name)) throw new InvalidArgumentError('Write a name of 1 to 120 characters.');
  const { audience, department, organisation, by } = typed;
  const owner = departmentOf(audience, department, departments);
  return {
    name,
    audience,
    createdBy: by,
    scopes: scopesOf(typed),
    ...owner,
    ...(organisation !== undefined && { organisation: usccOf(organisation) }),
    ...(typed.trustedOnly === true && { documents: 'TRUSTED' as const }),
  };
}

function departmentOf(
  audience: ClientAudience,
  department: string | undefined,
  departments: readonly string[],
): { readonly department?: string } {
  if (audience !== 'INTERNAL') {
    if (department === undefined) return {};
    throw new InvalidArgumentError('Only INTERNAL clients belong to a department.');
  }
  if (department !== undefined && departments.includes(department)) return { department };
  throw new InvalidArgumentError(
    `An INTERNAL client belongs to a department: --department with one of ${departments.join(', ')}.`,
  );
}

/** A system of a department has all scopes of it unless it is given fewer; nobody gets those of another department. */
function scopesOf({ audience, department = '', scope }: TypedClient): readonly string[] {
  if (audience !== 'INTERNAL') {
    if (scope === undefined || scope.length === 0) return [];
    throw new InvalidArgumentError('Only INTERNAL clients have scopes.');
  }
  const scopes = scope ?? [`${department}:*`];
  const isOwn = (text: string) => SCOPE.exec(text)?.groups?.['department'] === department;
  if (scopes.every((text) => isOwn(text) || GATEWAY_SCOPES.includes(text))) return [...new Set(scopes)];
  throw new InvalidArgumentError(
    `A scope is ${department}:*, or such as ${department}:rating:read, or one of ${GATEWAY_SCOPES.join(', ')}.`,
  );
}

function usccOf(text: string): string {
  const verdict = checkUscc(text);
  if (!verdict.ok) throw new InvalidArgumentError('This is not a valid unified social credit code.');
  return verdict.uscc;
}
