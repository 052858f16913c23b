import { types } from 'node:util';
import { GraphQLError } from 'graphql';
import { renderMessage, type ErrorDetails } from '../../src/errors/AppError.ts';
import { GATEWAY_ERRORS, type GatewayErrorCode } from '../../src/errors/gatewayCodes.ts';

/** Where a failure belongs, beside its code. */
export interface GatewayErrorPlace {
  /** Response path of the field that failed. */
  readonly path?: readonly (string | number)[];
  /** The fault underneath, for the log only. */
  readonly cause?: unknown;
  /** Further extensions that callers see, such as `service`; templates may name them too. */
  readonly extensions?: Readonly<Record<string, string>>;
}

/** A failure of the gateway's own table; `formatError` writes it in the caller's language. */
export class GatewayError extends GraphQLError {
  readonly code: GatewayErrorCode;

  /**
   * @param code - a code of the gateway's table
   * @param details - values for the template's braces
   * @param place - where it happened
   */
  constructor(code: GatewayErrorCode, details: ErrorDetails = {}, place: GatewayErrorPlace = {}) {
    super(renderMessage(GATEWAY_ERRORS[code], { ...place.extensions, ...details }, 'en'), {
      path: place.path,
      originalError: types.isNativeError(place.cause) ? place.cause : undefined,
      extensions: { ...place.extensions, code, details },
    });
    this.name = 'GatewayError';
    this.code = code;
  }
}
