import { createRequire } from 'node:module';
import type * as Shield from 'graphql-shield';
import { AUDIENCES, holdsScope, type Audience, type Caller } from '../identity/Caller.ts';
import type { Access } from './Access.ts';

// The package's ESM build imports `isUndefined` from `node:util`, which Node 23 removed; its CommonJS build loads everywhere.
const { and, rule } = createRequire(import.meta.url)('graphql-shield') as typeof Shield;

/** What a rule is told about the request. */
interface RuleContext {
  readonly caller: Caller;
}

/** A graphql-shield rule that holds for the callers who meet an access level. */
export type AccessRule = ReturnType<typeof and>;

/**
 * Writes an access level as graphql-shield rules: one for the audience, one for each scope, one that keeps the subject away.
 *
 * None of them is cached by graphql-shield, whose cache needs `shield()` around the whole schema.
 *
 * @param access - the level
 */
export function accessRule(access: Access): AccessRule {
  const rules = [reachesAudience(access.audience), ...access.scopes.map(holds)];
  return and(...rules, ...(access.notSubject ? [isNoSubject()] : []));
}

function reachesAudience(audience: Audience) {
  return rule(`audience ${audience}`, { cache: 'no_cache' })(
    (_parent, _args, { caller }: RuleContext) => AUDIENCES.indexOf(caller.audience) >= AUDIENCES.indexOf(audience),
  );
}

function isNoSubject() {
  return rule('not the subject', { cache: 'no_cache' })(
    (_parent, _args, { caller }: RuleContext) => caller.subject === undefined,
  );
}

function holds(scope: string) {
  return rule(`scope ${scope}`, { cache: 'no_cache' })((_parent, _args, { caller }: RuleContext) =>
    holdsScope(caller, scope),
  );
}
