const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as ZIP uses it, unsigned. `before` is the CRC of the bytes that come before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  // By index: for…of takes several times as long here, and a ZIP may hold 64 MB.
  for (let index = 0; index < bytes.length; index++) {
    crc = (table[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

const encoder = new TextEncoder();

/** CRC-32 of a text's UTF-8 bytes. */
export function crc32OfText(text: string): number {
  return crc32(encoder.encode(text));
}
