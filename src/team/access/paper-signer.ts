import { type Bytes, framed, joined } from '../sealing/bytes';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Bytes of an account's public key, with what tells its kind and its checksum. */
export const accountBytes = 35;

/** The seed of a key that signs for the account, which only the secret on paper gives. */
export async function signerOnPaper(secret: Bytes): Promise<string> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = framed('claimcheck-team/1 paper signer');
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  const raw = new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, 256));
  // As the engine writes seeds: that it is one, an account's; the key; a checksum.
  const head = joined(Uint8Array.of(18 << 3, 0), raw);
  return base32(joined(head, checksum(head)));
}

/** An account's public key as bytes. Throws RangeError for what is none. */
export function bytesOfAccount(key: string): Bytes {
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const letter of key) {
    held = ((held << 5) | letters.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  const told = Uint8Array.from(bytes);
  if (told.length !== accountBytes || accountOf(told) !== key) throw new RangeError('account');
  return told;
}

/** The account's public key again, as the engine writes it. */
export function accountOf(bytes: Uint8Array): string {
  return base32(bytes);
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let [bits, held] = [0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += letters[(held >> bits) & 31];
    }
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text;
}

/** CRC-16, the lower byte first. */
function checksum(bytes: Uint8Array): Bytes {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return Uint8Array.of(crc & 255, crc >> 8);
}
