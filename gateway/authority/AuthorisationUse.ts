import { AuthorityError } from '../../src/errors/AuthorityError.ts';
import type { SpentAuthorisation } from '../../src/identity/Caller.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import type { SpendAuthorisation } from './SpendAuthorisation.ts';

/**
 * The use that an operation makes of the authorisation that it names: none until a department is to be asked for it, then it is spent, once,
 * however many departments and however many questions the operation has.
 */
export class AuthorisationUse {
  readonly #number: string;
  #spending: Promise<void> | undefined;
  #spent: SpentAuthorisation | undefined;
  #refusal: AuthorityError | undefined;

  /**
   * @param number - as the caller wrote it
   */
  constructor(number: string) {
    this.#number = number;
  }

  /** Why it opens nothing; undefined as long as nothing was refused. */
  get refusal(): AuthorityError | undefined {
    return this.#refusal;
  }

  /**
   * Opens what is authorised to a request; the first time, the authorisation is spent for it.
   *
   * @param request - of the operation; its caller is replaced in place, before any department sees it
   * @param spend - spends an authorisation
   * @returns whether departments may be asked, at once where that is known
   */
  open(request: RequestContext, spend: SpendAuthorisation): boolean | Promise<boolean> {
    if (this.#refusal !== undefined) return false;
    if (this.#spent === undefined) {
      this.#spending ??= this.#spend(request, spend);
      return this.#spending.then(() => this.open(request, spend));
    }
    const { caller } = request;
    const authorisation = this.#spent;
    if (caller.authorisation !== authorisation) Object.assign(request, { caller: { ...caller, authorisation } });
    return true;
  }

  async #spend(request: RequestContext, spend: SpendAuthorisation): Promise<void> {
    try {
      this.#spent = await spend(this.#number, request);
    } catch (error) {
      // Whatever went wrong, nothing is opened.
      this.#refusal = error instanceof AuthorityError ? error : new AuthorityError('AUTHORISATION_UNAVAILABLE');
    }
  }
}
