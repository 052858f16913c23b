import { InvalidArgumentError } from 'commander';

/**
 * Reads a number of rows as it was typed.
 *
 * @param text - a whole number from 0 to a million
 * @throws InvalidArgumentError that says so
 */
export function readCount(text: string): number {
  if (!/^\d{1,6}$|^1000000$/.test(text)) throw new InvalidArgumentError('Write a whole number from 0 to 1000000.');
  return Number(text);
}
