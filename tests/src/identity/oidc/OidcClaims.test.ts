import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callerOfClaims, readOidcClaims, type OidcClaims } from '../../../../src/identity/oidc/OidcClaims.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';

const ENTERPRISE = '91350100M000100Y43';
const DEPARTMENTS = ['tax', 'credit'];

describe('claims of an identity provider', () => {
  const folder = temporaryFolder();
  let own: OidcClaims;
  beforeAll(async () => (own = await readOidcClaims()));

  it('give a department with the scopes of its roles', () => {
    const caller = callerOfClaims(
      { sub: 'li', department: 'tax', roles: 'officer administrator cook' },
      own,
      DEPARTMENTS,
    );
    expect(caller).toEqual({
      audience: 'INTERNAL',
      department: 'tax',
      operator: 'li',
      scopes: new Set(['tax:*', 'gateway:plan:read', 'gateway:usage:read', 'gateway:audit:read']),
    });
    expect(callerOfClaims({ sub: 'li', department: 'tax' }, own, DEPARTMENTS).scopes.size).toBe(0);
  });

  it.each([
    [{ department: 'tax' }],
    [{ sub: '', department: 'tax' }],
    [{ sub: 'li' }],
    [{ sub: 'li', department: 'tax', enterprise: ENTERPRISE }],
    [{ sub: 'li', department: 'gateway' }],
    [{ sub: 'li', department: ['tax'] }],
    [{ sub: 'li', department: 'constructor' }],
    [{ sub: 'li', enterprise: '91350100M000100Y44' }],
    [{ sub: 'li', enterprise: 7 }],
  ])('are refused where they say %j', (claims) => {
    expect(() => callerOfClaims(claims, own, DEPARTMENTS)).toThrow('does not say for whom it is');
  });

  it('may have other names, inside objects or with dots in them, and other names of departments', async () => {
    const path = join(folder, 'claims.yaml');
    writeFileSync(
      path,
      [
        'operator: preferred_username',
        'department: https://city.example/department',
        'enterprise: enterprise.uscc',
        'roles: realm_access.roles',
        'departments: { "350100-07": tax }',
        'scopesOfRoles: { clerk: ["{department}:rating:write"] }',
      ].join('\n'),
    );
    const claims = await readOidcClaims(path);
    const payload = {
      preferred_username: 'li',
      'https://city.example/department': '350100-07',
      realm_access: { roles: ['clerk', 7] },
    };
    expect(callerOfClaims(payload, claims, DEPARTMENTS)).toMatchObject({
      department: 'tax',
      scopes: new Set(['tax:rating:write']),
    });
    const subject = { preferred_username: 'li', enterprise: { uscc: ENTERPRISE } };
    expect(callerOfClaims(subject, claims, DEPARTMENTS)).toMatchObject({ audience: 'SUBJECT', subject: ENTERPRISE });
  });

  it('give no scope of another department or of software: such a file is refused, with all that is wrong', async () => {
    const path = join(folder, 'wrong.yaml');
    writeFileSync(path, 'operator: sub\nscopesOfRoles: { a: ["registry:*"], b: ["service:remedy:effect"] }\n');
    const error = (await readOidcClaims(path).catch((fault: unknown) => fault)) as Error;
    expect(error.message).toMatch(/scopesOfRoles\.a\.0: must begin with \{department\}/);
    expect(error.message).toMatch(/scopesOfRoles\.b\.0/);
    expect(error.message).toMatch(/^department: /m);
    await expect(readOidcClaims(join(folder, 'absent.yaml'))).rejects.toMatchObject({ code: 'DEFINITIONS_INVALID' });
  });
});
