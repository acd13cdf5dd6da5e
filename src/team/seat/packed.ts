import { type Bytes, base64url, fromBase64url, utf8 } from '../sealing/bytes';

/*
 * Lines of JSON, compressed: rows of a ledger on their way to another computer. Filed codes are 64-bit numbers, which
 * JSON has no letters for.
 */

/** Packs values, one to a line. */
export async function packed(values: AsyncIterable<unknown> | Iterable<unknown>): Promise<Uint8Array> {
  const pack = new CompressionStream('gzip');
  const whole = new Response(pack.readable).bytes();
  const into = pack.writable.getWriter();
  for await (const value of values) await into.write(utf8(`${JSON.stringify(value, wordsAsText)}\n`));
  await into.close();
  return whole;
}

/** The values again, as they are unpacked. Throws TypeError or SyntaxError for what isn't packed so. */
export async function* unpacked(bytes: Bytes): AsyncGenerator<unknown> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  // A line may come in many pieces.
  let pieces: string[] = [];
  for (;;) {
    const { done, value = '' } = await reader.read();
    if (done) return;
    const [first = '', ...others] = value.split('\n');
    pieces.push(first);
    for (const other of others) {
      const line = pieces.join('');
      pieces = [other];
      if (line !== '') yield JSON.parse(line, wordsFromText);
    }
  }
}

function wordsAsText(_name: string, value: unknown): unknown {
  if (!(value instanceof BigUint64Array)) return value;
  return { words: base64url(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
}

function wordsFromText(_name: string, value: unknown): unknown {
  const words = (value as { words?: unknown } | null)?.words;
  const bytes = typeof words === 'string' ? fromBase64url(words) : null;
  return bytes && bytes.length % 8 === 0 ? new BigUint64Array(bytes.buffer) : value;
}
