import { GraphQLError } from 'graphql';

const UNKNOWN = 'INTERNAL_SERVER_ERROR';

/**
 * The code under which a failure is recorded; what no table knows is a fault of ours.
 *
 * @param error - what was thrown
 */
export function failureCode(error: unknown): string {
  return error instanceof GraphQLError ? codeOf(error.extensions) : codeOf({ ...(error as object) });
}

/**
 * The code that a failure says by itself.
 *
 * @param extensions - of the failure
 */
export function codeOf(extensions: Readonly<Record<string, unknown>> | undefined): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : UNKNOWN;
}
