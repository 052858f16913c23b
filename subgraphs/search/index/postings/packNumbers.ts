import { Binary } from 'mongodb';

/**
 * Packs numbers, four bytes for each.
 *
 * @param numbers - in ascending order
 */
export function packNumbers(numbers: readonly number[]): Binary {
  const array = Uint32Array.from(numbers);
  return new Binary(new Uint8Array(array.buffer));
}

/**
 * Reads what {@link packNumbers} packed.
 *
 * @param packed - as stored
 */
export function unpackNumbers(packed: Binary): Uint32Array {
  return new Uint32Array(ownBytes(packed));
}

/**
 * Copies the bytes of a stored value: arrays of larger elements need a buffer of their own, and what the driver gives lies anywhere in
 * a larger one.
 *
 * @param packed - as stored
 */
export function ownBytes({ buffer, position }: Binary): ArrayBuffer {
  const bytes = new Uint8Array(position);
  bytes.set(buffer.subarray(0, position));
  return bytes.buffer;
}
