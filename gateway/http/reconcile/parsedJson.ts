import { GatewayError } from '../../errors/GatewayError.ts';

/**
 * Reads the JSON in a parameter.
 *
 * @param text - as it was sent
 * @param parameter - its name, for the error
 * @throws GatewayError RECONCILE_INVALID
 */
export function parsedJson(text: string, parameter: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new GatewayError('RECONCILE_INVALID', { reason: `\`${parameter}\` is not JSON` });
  }
}
