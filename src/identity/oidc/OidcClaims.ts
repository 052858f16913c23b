import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWTPayload } from 'jose';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../config/projectRoot.ts';
import { IdentityError } from '../../errors/IdentityError.ts';
import { messageOf } from '../../errors/messageOf.ts';
import { StartError } from '../../errors/StartError.ts';
import { checkUscc } from '../../values/uscc.ts';
import { GATEWAY_SCOPES, type Caller } from '../Caller.ts';

/** The claims that come with the product. */
const OWN_FILE = 'src/identity/oidc/claims.yaml';

/** Of the caller's own department, or of those who look after the gateway; a role never gives what is another department's. */
const ROLE_SCOPE = /^\{department\}:(?:\*|[A-Za-z][A-Za-z0-9]*:[a-z]+)$/;

const scope = z.string().refine((text) => ROLE_SCOPE.test(text) || GATEWAY_SCOPES.includes(text), {
  error: `must begin with {department}: or be one of ${GATEWAY_SCOPES.join(', ')}`,
});

const claimsSchema = z.strictObject({
  operator: z.string().min(1),
  department: z.string().min(1),
  enterprise: z.string().min(1),
  roles: z.string().min(1),
  departments: z.record(z.string(), z.string()),
  scopesOfRoles: z.record(z.string(), z.array(scope)),
});

/** How the claims of an identity provider are read. */
export type OidcClaims = Readonly<z.infer<typeof claimsSchema>>;

/**
 * Reads which claims say who is calling.
 *
 * @param path - a YAML file; the one that comes with the product unless given
 * @throws StartError `DEFINITIONS_INVALID` listing every wrong key
 */
export async function readOidcClaims(path: string = join(projectRoot(), OWN_FILE)): Promise<OidcClaims> {
  const document = parseDocument(await readText(path), { schema: 'core' });
  const [fault] = document.errors;
  if (fault) throw unusable(path, fault.message.split('\n')[0] ?? fault.message);
  const parsed = claimsSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
  throw unusable(path, problems.join('\n'));
}

/**
 * Reads who is calling from the claims of a token whose signature holds.
 *
 * @param payload - the claims
 * @param claims - how they are read
 * @param departments - names of the departments there are
 * @throws IdentityError `TOKEN_CLAIMS_INVALID` unless they name the operator, and one department there is or one enterprise
 */
export function callerOfClaims(payload: JWTPayload, claims: OidcClaims, departments: readonly string[]): Caller {
  const operator = claimAt(payload, claims.operator);
  const department = claimAt(payload, claims.department);
  const enterprise = claimAt(payload, claims.enterprise);
  if (typeof operator !== 'string' || operator === '') throw new IdentityError('TOKEN_CLAIMS_INVALID');
  if ((department === undefined) === (enterprise === undefined)) throw new IdentityError('TOKEN_CLAIMS_INVALID');
  if (enterprise !== undefined)
    return { audience: 'SUBJECT', subject: usccOf(enterprise), operator, scopes: new Set() };
  const own = departmentOf(department, claims, departments);
  return {
    audience: 'INTERNAL',
    department: own,
    operator,
    scopes: scopesOf(claimAt(payload, claims.roles), own, claims),
  };
}

function departmentOf(claim: unknown, { departments: named }: OidcClaims, departments: readonly string[]): string {
  const known = typeof claim === 'string' && Object.hasOwn(named, claim) ? named[claim] : claim;
  if (typeof known !== 'string' || !departments.includes(known)) throw new IdentityError('TOKEN_CLAIMS_INVALID');
  return known;
}

function usccOf(claim: unknown): string {
  const verdict = typeof claim === 'string' ? checkUscc(claim) : undefined;
  if (verdict?.ok !== true) throw new IdentityError('TOKEN_CLAIMS_INVALID');
  return verdict.uscc;
}

/** Roles stand in a list, or with spaces between them as scopes do. */
function scopesOf(claim: unknown, department: string, { scopesOfRoles }: OidcClaims): ReadonlySet<string> {
  const roles: readonly unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  const scopes = roles.flatMap((role) =>
    typeof role === 'string' && Object.hasOwn(scopesOfRoles, role) ? (scopesOfRoles[role] ?? []) : [],
  );
  return new Set(scopes.map((name) => name.replace('{department}', department)));
}

/** Some providers name claims by addresses, whose dots lead nowhere: the whole name is tried first. */
function claimAt(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  return name.split('.').reduce<unknown>((value, step) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
    return isObject ? (value as Readonly<Record<string, unknown>>)[step] : undefined;
  }, payload);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unusable(path, messageOf(error));
  }
}

function unusable(path: string, problems: string): StartError {
  return new StartError('DEFINITIONS_INVALID', { folder: path, problems });
}
