import { InvalidArgumentError } from 'commander';

/**
 * Reads a score as it was typed.
 *
 * @param text - a number from 0 to 1
 * @throws InvalidArgumentError that says so
 */
export function readFraction(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('Write a number from 0 to 1.');
  return value;
}
