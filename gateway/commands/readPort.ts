import { InvalidArgumentError } from 'commander';

const MAX_PORT = 65_535;

/**
 * Reads a TCP port.
 *
 * @param text - as it was typed
 * @throws InvalidArgumentError where it is none
 */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port > MAX_PORT) throw new InvalidArgumentError('Write a whole number from 0 to 65535.');
  return port;
}
