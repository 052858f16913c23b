import type { GraphQLResolveInfo } from 'graphql';
import type { Caller } from '../identity/Caller.ts';
import type { Access } from './Access.ts';
import { accessRule, type AccessRule } from './accessRule.ts';

/** The part of the request's context that a guard reads. */
export interface GuardedContext {
  readonly caller: Caller;
}

type RuleOptions = Parameters<AccessRule['resolve']>[4];

/**
 * Decides who passes at one access level, once per request.
 *
 * The first guarded field of a request asks the rules, which takes a promise; all later ones read the verdict at once. A
 * promise per field would make a list several times slower.
 */
export class Guard {
  readonly #rule: AccessRule;
  readonly #verdicts = new WeakMap<GuardedContext, boolean | Promise<boolean>>();
  readonly #options: RuleOptions;

  /**
   * @param access - the level that a caller must meet
   */
  constructor(access: Access) {
    this.#rule = accessRule(access);
    this.#options = { debug: false, allowExternalErrors: false, fallbackRule: this.#rule, hashFunction: () => '' };
  }

  /**
   * Tells whether the request's caller meets the level.
   *
   * @param context - the same object for the whole request
   * @param info - where the question comes from; no rule depends on it
   * @returns a promise only until the first verdict of the request is known
   */
  admits(context: GuardedContext, info: GraphQLResolveInfo): boolean | Promise<boolean> {
    const known = this.#verdicts.get(context);
    if (known !== undefined) return known;
    const asked = this.#ask(context, context.caller, info);
    this.#verdicts.set(context, asked);
    return asked;
  }

  async #ask(context: GuardedContext, caller: Caller, info: GraphQLResolveInfo): Promise<boolean> {
    const shieldContext = { caller, _shield: { cache: {} } };
    const verdict = (await this.#rule.resolve({}, {}, shieldContext, info, this.#options)) === true;
    this.#verdicts.set(context, verdict);
    return verdict;
  }
}
