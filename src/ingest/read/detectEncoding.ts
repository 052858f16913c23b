import { isAscii } from 'node:buffer';
import { decodeStrictly } from './decodeText.ts';
import type { FileEncoding } from './RowSource.ts';

const LF = 0x0a;

/**
 * Decides the encoding of a file by a sample.
 *
 * Every line that holds more than ASCII has a vote. UTF-8 wins ties: Chinese text in GB18030 is hardly ever valid
 * UTF-8, while UTF-8 often passes for GB18030. So a few damaged lines do not turn a UTF-8 file into garbage.
 *
 * @param sample - whole lines that are not all ASCII
 * @returns `undefined` where most lines fit neither
 */
export function detectEncoding(sample: Buffer): FileEncoding | undefined {
  if (decodeStrictly(sample, 'UTF-8') !== undefined) return 'UTF-8';
  const lines = [...telling(sample)];
  const fit = (encoding: FileEncoding): number =>
    lines.filter((line) => decodeStrictly(line, encoding) !== undefined).length;
  if (fit('UTF-8') * 2 >= lines.length) return 'UTF-8';
  return fit('GB18030') * 2 >= lines.length ? 'GB18030' : undefined;
}

function* telling(sample: Buffer): Generator<Buffer> {
  for (let from = 0, to = 0; from < sample.length; from = to) {
    to = sample.indexOf(LF, from) + 1 || sample.length;
    const line = sample.subarray(from, to);
    if (!isAscii(line)) yield line;
  }
}
