import type { Purpose } from './Purpose.ts';

/** The audiences of the API, from the narrowest to the widest set of coordinates. */
export const AUDIENCES = ['OPEN', 'AGENCY', 'SUBJECT', 'INTERNAL'] as const;

/**
 * Who a coordinate exists for: the public, credit agencies, the enterprise concerned, or departments (design: two axes of access).
 * An enterprise has what agencies have, less what `@access(subject: false)` withholds, and its own mutations; departments
 * may do for an enterprise what it may do itself.
 */
export type Audience = (typeof AUDIENCES)[number];

/** An authorisation (授权) that was spent for the operation that is under way: what it opens, and nothing else. */
export interface SpentAuthorisation {
  /** Its number, for the audit log. */
  readonly number: string;
  /** The unified social credit code of the enterprise that gave it; facts about no other are opened. */
  readonly subject: string;
  /** GraphQL types of the facts that it opens. */
  readonly factTypes: readonly string[];
  /** Single fields, as `Type.field`: of a type that is named here these alone are opened. All fields where absent. */
  readonly fields?: readonly string[];
}

/** Who is calling, decided once at the gateway and carried unchanged to every department. */
export interface Caller {
  /** The widest audience whose coordinates this caller may use. */
  readonly audience: Audience;
  /** The department the caller acts for, spelt like its folder; absent for the public. */
  readonly department?: string;
  /** The unified social credit code of the enterprise that is calling; absent for everybody else. */
  readonly subject?: string;
  /** The person or system behind the call, as its token names it; absent for the public. */
  readonly operator?: string;
  /** The registered client whose key or token is used, for its budget and the audit log; absent for everybody else. */
  readonly client?: string;
  /** The unified social credit code of the organisation that the client belongs to, which authorisations name; absent where none was given. */
  readonly organisation?: string;
  /** `TRUSTED` where the client may run trusted documents only; absent for everybody else. */
  readonly documents?: 'TRUSTED';
  /** What the caller asks for, as it declares with each request; absent where nothing was declared. */
  readonly purpose?: Purpose;
  /** What an enterprise has authorised the caller to see, for this operation; absent where nothing was spent. */
  readonly authorisation?: SpentAuthorisation;
  /** Scopes such as `tax:rating:read`; `tax:*` stands for all scopes of that department. */
  readonly scopes: ReadonlySet<string>;
}

/** The caller without credentials. */
export const ANONYMOUS: Caller = Object.freeze({ audience: 'OPEN', scopes: new Set<string>() });

/** Begins the scopes of software, which no wildcard covers and no department may be called by: `service:remedy:effect`. */
export const SERVICE = 'service';

/** The scope of those who look after the gateway: to read by which plan an operation is answered. A token must name it. */
export const PLAN_SCOPE = 'gateway:plan:read';

/** The scope of auditors: to read who asked and who wrote. A token must name it. */
export const AUDIT_SCOPE = 'gateway:audit:read';

/** All scopes of those who look after the gateway. No wildcard of a department covers them; a token must name each. */
export const GATEWAY_SCOPES: readonly string[] = [PLAN_SCOPE, 'gateway:usage:read', AUDIT_SCOPE];

/**
 * Tells whether a caller holds a scope, directly or through its department's wildcard. Scopes of software are held by themselves only.
 *
 * @param caller - who is calling
 * @param scope - a scope such as `tax:rating:write`
 */
export function holdsScope(caller: Caller, scope: string): boolean {
  const department = scope.slice(0, scope.indexOf(':'));
  return caller.scopes.has(scope) || (department !== SERVICE && caller.scopes.has(`${department}:*`));
}
