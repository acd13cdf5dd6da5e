const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const encoder = new TextEncoder();

/** CRC-32 (as in ZIP) of a text's UTF-8 bytes. */
export function crc32(text: string): number {
  const bytes = encoder.encode(text);
  let crc = -1;
  // Indexed on purpose: it runs over every byte of an import, and an iterator takes half as long again.
  for (let i = 0; i < bytes.length; i++) {
    crc = (table[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
