import type { FormattedExecutionResult } from 'graphql';
import type { Caller } from '../src/identity/Caller.ts';
import type { RequestContext } from '../src/subgraph/context.ts';
import type { AuthorisationUse } from './authority/AuthorisationUse.ts';
import type { Payer } from './limits/budget/Payer.ts';

/** What Apollo Server carries through an operation; it copies the object itself, so what changes lies one level down. */
export interface GatewayContext {
  /** Where it came in, for the audit log: a path; absent where the product asks itself. */
  readonly door?: string | undefined;
  /** Who calls by its credentials, whatever it counts as at the door; as the request says unless given. */
  readonly identity?: Caller | undefined;
  /**
   * The request as every department sees it; the same object during the whole operation. Where an authorisation was spent, its caller was
   * replaced before any department was asked.
   */
  readonly request: RequestContext;
  /** The use that is made of the authorisation that the request names; absent where it names none. */
  readonly authorisation?: AuthorisationUse | undefined;
  /** Whose budget pays for the operation; absent where the product asks itself, which costs nobody anything. */
  readonly payer?: Payer | undefined;
  /** What became of the reply so far. */
  readonly reply: {
    /** Whether the errors of the reply are written in the caller's language already. */
    isFormatted: boolean;
    /** Whether anybody was asked for it: what is refused before costs nothing. */
    isAsked?: boolean;
    /** What is answered, until it is written. */
    result?: Pick<FormattedExecutionResult, 'data'>;
  };
}
