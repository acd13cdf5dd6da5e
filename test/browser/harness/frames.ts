/** Takes what one side of a WebSocket says, as bytes come, and hands on what is in it: the greeting and each frame, unmasked. */
export class Frames {
  #rest = Buffer.alloc(0);
  #greeted = false;

  constructor(private readonly hand: (bytes: Buffer) => void) {}

  take(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    while (this.#greeted ? this.#frame() : this.#greeting());
  }

  #greeting(): boolean {
    const end = this.#rest.indexOf('\r\n\r\n');
    if (end < 0) return false;
    this.#greeted = true;
    this.#give(0, end + 4);
    return true;
  }

  /** See RFC 6455, 5.2. */
  #frame(): boolean {
    const rest = this.#rest;
    if (rest.length < 2) return false;
    const told = rest.readUInt8(1) & 0x7f;
    const wide = told === 126 ? 2 : told === 127 ? 8 : 0;
    const masked = rest.readUInt8(1) >= 0x80;
    const start = 2 + wide + (masked ? 4 : 0);
    if (rest.length < start) return false;
    const length = wide === 2 ? rest.readUInt16BE(2) : wide === 8 ? Number(rest.readBigUInt64BE(2)) : told;
    if (rest.length < start + length) return false;
    if (masked) {
      const mask = rest.subarray(start - 4, start);
      for (let at = 0; at < length; at++)
        rest.writeUInt8(rest.readUInt8(start + at) ^ mask.readUInt8(at % 4), start + at);
    }
    this.#give(start, start + length);
    return true;
  }

  #give(from: number, to: number): void {
    this.hand(Buffer.from(this.#rest.subarray(from, to)));
    this.#rest = this.#rest.subarray(to);
  }
}
