/**
 * The system's short name of a fault, such as `EACCES` or `Z_BUF_ERROR`.
 *
 * Only this name is shown to users: the full text may quote what was read.
 *
 * @param error - anything that was thrown
 */
export function faultCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { code, name }: { code?: unknown; name?: unknown } = error;
  if (typeof code === 'string') return code;
  return typeof name === 'string' ? name : 'unknown';
}
