/**
 * Writes a line to standard output, which carries a command's result and nothing else.
 *
 * @param line - without its line break
 */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
