import { WebSocket } from 'ws';

/** What went over the sockets of this process. */
export interface Traffic {
  readonly messages: number;
  readonly bytes: number;
}

/** Gives Node the sockets that a page has, for a server with this certificate (PEM) alone, and counts what they carry. */
export function countTraffic(certificate: string): { begin(): void; end(): Traffic } {
  let sum: { messages: number; bytes: number } | null = null;
  const counted = (data: unknown) => {
    if (!sum) return;
    const bytes = Buffer.from(data as Uint8Array);
    sum.bytes += bytes.length;
    sum.messages += bytes.toString('latin1').match(/(^|\r\n)H?(PUB|MSG) /g)?.length ?? 0;
  };
  class Counting extends WebSocket {
    constructor(address: string) {
      super(address, { ca: certificate });
      this.on('message', counted);
    }
    override send(data: never, ...more: never[]): void {
      counted(data);
      super.send(data, ...more);
    }
  }
  Object.assign(globalThis, { WebSocket: Counting });
  return {
    begin() {
      sum = { messages: 0, bytes: 0 };
    },
    end() {
      const ended = sum ?? { messages: 0, bytes: 0 };
      sum = null;
      return ended;
    },
  };
}
