/** The first bytes of a stream, and the whole stream as if they had not been read. */
export interface PeekedBytes {
  readonly head: Buffer;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * Looks at the beginning of a stream without losing it.
 *
 * @param source - the stream; walk `bytes` of the result instead from now on
 * @param size - how many bytes are wanted; fewer come only where the stream ends before
 */
export async function peekBytes(source: AsyncIterable<Buffer>, size: number): Promise<PeekedBytes> {
  const iterator = source[Symbol.asyncIterator]();
  const taken: Buffer[] = [];
  let length = 0;
  let next = await iterator.next();
  for (; next.done !== true; next = await iterator.next()) {
    taken.push(next.value);
    length += next.value.length;
    if (length >= size) break;
  }
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      yield* taken.splice(0);
      yield* { [Symbol.asyncIterator]: () => iterator };
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(taken).subarray(0, size), bytes: bytes() };
}
