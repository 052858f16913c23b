import { settleStatus } from '../../../gateway/apollo/settleStatus.ts';
import { KERNEL_ERRORS } from '../../../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../../../src/errors/gatewayCodes.ts';

const table = { ...KERNEL_ERRORS, ...GATEWAY_ERRORS };
const MODERN = 'application/graphql-response+json';

/** The status of a reply whose first error has a code. */
function statusOf(code: string | undefined, accept: string | undefined, hasData = false): number | undefined {
  const head: { status?: number } = {};
  const errors = [{ message: '', ...(code !== undefined && { extensions: { code } }) }];
  settleStatus(head, { errors, hasData, accept }, table);
  return head.status;
}

describe('the status of a reply with errors', () => {
  for (const [code, modern, legacy] of [
    ['GRAPHQL_VALIDATION_FAILED', 400, 200],
    ['BAD_USER_INPUT', 400, 200],
    ['USCC_INVALID', 400, 200],
    ['BAD_REQUEST', 400, 400],
    ['METHOD_NOT_ALLOWED', 405, 405],
    ['INTERNAL_SERVER_ERROR', 500, 500],
    ['UNKNOWN_TO_ALL', 500, 500],
  ] as const) {
    it(`is ${modern} for ${code}, ${legacy} for callers of old`, () => {
      expect(statusOf(code, `${MODERN}, application/json`)).toBe(modern);
      expect(statusOf(code, 'application/json')).toBe(legacy);
      expect(statusOf(code, undefined)).toBe(legacy);
    });
  }

  it('is left alone once the operation was executed', () => {
    expect(statusOf('INTERNAL_SERVER_ERROR', MODERN, true)).toBeUndefined();
  });
});
