const decoder = new TextDecoder('gb18030');

/** Every character of two bytes; Node decodes GB18030 but does not encode it. */
const pairs = new Map<string, Buffer>();
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const bytes = Buffer.from([lead, trail]);
    const char = decoder.decode(bytes);
    if (trail !== 0x7f && Array.from(char).length === 1) pairs.set(char, bytes);
  }
}

/** Encodes text whose characters are ASCII or have two bytes in GB18030, as common Chinese has. */
export function encodeGb18030(text: string): Buffer {
  return Buffer.concat(
    Array.from(text, (char) => {
      const bytes = char < '\u0080' ? Buffer.from(char) : pairs.get(char);
      if (bytes === undefined) throw new Error('A character without two bytes in GB18030.');
      return bytes;
    }),
  );
}
