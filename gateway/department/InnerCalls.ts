import { LRUCache } from 'lru-cache';
import type { Caller } from '../../src/identity/Caller.ts';
import { verifyInnerHeader, type InnerCall } from '../../src/identity/innerHeader.ts';
import type { TokenKeys } from '../../src/identity/TokenKeys.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import { subjectsFor } from '../audit/auditedCaller.ts';

/** Headers that are remembered, so that a request that asks several times is checked once. */
const REMEMBERED = 500;
/** For how long: far less than a header lives. */
const REMEMBERED_MS = 5_000;

/** Who calls a department in a process of its own, as its gateway proves it. */
export class InnerCalls {
  readonly #keys: Pick<TokenKeys, 'keyFor'>;
  readonly #department: string;
  readonly #checked = new LRUCache<string, InnerCall>({ max: REMEMBERED, ttl: REMEMBERED_MS });
  readonly #proofs = new WeakMap<Caller, string>();

  /**
   * @param keys - of the purpose `inner`; their public halves are enough
   * @param department - the one that is called
   */
  constructor(keys: Pick<TokenKeys, 'keyFor'>, department: string) {
    this.#keys = keys;
    this.#department = department;
  }

  /**
   * Reads who calls.
   *
   * @param header - the value of `x-credit-graph-caller`
   * @returns a request of its own, so that no loader outlives the fetch that it was made for, and what the answer tells about is noted for
   *   the audit log of its gateway
   * @throws IdentityError `INNER_CALL_REFUSED` where it does not come from the gateway, or not for this department
   * @throws IdentityError `IDENTITY_UNAVAILABLE` where the gateway's keys can not be read
   */
  async read(header: string | undefined): Promise<RequestContext> {
    const call = await this.#call(header);
    return { ...call, subjects: subjectsFor(call.caller) };
  }

  /**
   * The header that proves a caller of the moment, by which the department may ask the gateway in the caller's name.
   *
   * @param caller - the object that a request of {@link InnerCalls.read} holds
   */
  proofOf(caller: Caller): string | undefined {
    return this.#proofs.get(caller);
  }

  async #call(header: string | undefined): Promise<InnerCall> {
    const known = header === undefined ? undefined : this.#checked.get(header);
    if (known !== undefined) return known;
    const call = await verifyInnerHeader(this.#keys, header, this.#department);
    if (header !== undefined) {
      this.#checked.set(header, call);
      this.#proofs.set(call.caller, header);
    }
    return call;
  }
}
