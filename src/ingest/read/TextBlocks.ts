import { isAscii } from 'node:buffer';
import { IngestError } from '../../errors/IngestError.ts';
import { decodeLoosely, decodeStrictly } from './decodeText.ts';
import { detectEncoding } from './detectEncoding.ts';
import type { FileEncoding } from './RowSource.ts';
import { wholeLines } from './wholeLines.ts';

/** Some whole lines of a file. */
export interface TextBlock {
  readonly text: string;
  /** The block is a single line, and some of its bytes stand for no character. */
  readonly damaged: boolean;
  /** Lines that nobody wants to read: there is no text. */
  readonly passedOver?: number;
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LF = 0x0a;

/**
 * The lines of a text file, decoded.
 *
 * The encoding is decided by the first block that holds more than ASCII. Afterwards a line that does not fit
 * is delivered by itself, as damaged, and reading goes on.
 */
export class TextBlocks implements AsyncIterable<TextBlock> {
  readonly #bytes: AsyncIterable<Buffer>;
  readonly #file: string;
  readonly #passOver: (block: Buffer) => number | undefined;
  #encoding: FileEncoding | undefined;

  /**
   * @param bytes - the unpacked content
   * @param file - the file's name, for errors
   * @param passOver - tells how many lines a block has of which none is to be read, undefined where one is; such a block is not decoded
   */
  constructor(
    bytes: AsyncIterable<Buffer>,
    file: string,
    passOver: (block: Buffer) => number | undefined = () => undefined,
  ) {
    this.#bytes = bytes;
    this.#file = file;
    this.#passOver = passOver;
  }

  /** UTF-8 as long as only ASCII has been seen. */
  get encoding(): FileEncoding {
    return this.#encoding ?? 'UTF-8';
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TextBlock> {
    let first = true;
    for await (const block of wholeLines(this.#bytes, this.#file)) {
      const marked = first && block.subarray(0, UTF8_MARK.length).equals(UTF8_MARK);
      if (marked) this.#encoding = 'UTF-8';
      first = false;
      yield* this.#decode(marked ? block.subarray(UTF8_MARK.length) : block);
    }
  }

  *#decode(block: Buffer): Generator<TextBlock> {
    if (this.#encoding === undefined && !isAscii(block)) this.#encoding = this.#decide(block);
    const passedOver = this.#passOver(block);
    if (passedOver !== undefined) {
      yield { text: '', damaged: false, passedOver };
      return;
    }
    const text = decodeStrictly(block, this.encoding);
    if (text === undefined) yield* this.#decodeAround(block);
    else yield { text, damaged: false };
  }

  #decide(block: Buffer): FileEncoding {
    const encoding = detectEncoding(block);
    if (encoding === undefined) throw new IngestError('INGEST_ENCODING_UNREADABLE', { file: this.#file });
    return encoding;
  }

  /** Sets the damaged lines of a block apart from the good ones around them. */
  *#decodeAround(block: Buffer): Generator<TextBlock> {
    let goodFrom = 0;
    for (let from = 0, to = 0; from < block.length; from = to) {
      to = block.indexOf(LF, from) + 1 || block.length;
      const line = block.subarray(from, to);
      if (decodeStrictly(line, this.encoding) !== undefined) continue;
      if (goodFrom < from) yield { text: decodeLoosely(block.subarray(goodFrom, from), this.encoding), damaged: false };
      yield { text: decodeLoosely(line, this.encoding), damaged: true };
      goodFrom = to;
    }
    if (goodFrom < block.length) yield { text: decodeLoosely(block.subarray(goodFrom), this.encoding), damaged: false };
  }
}
