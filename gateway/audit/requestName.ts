/** An id that this gateway or a careful client made up. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Digits of a telephone or an ID number at least. */
const LONG_NUMBER = /\d{11,}[\dXx]?/g;

/**
 * How a request is named in the audit log: a client may choose its own id, and a number of a person for it.
 *
 * @param requestId - as the reply tells it
 */
export function requestName(requestId: string): string {
  return UUID.test(requestId) ? requestId : requestId.replace(LONG_NUMBER, '…');
}
