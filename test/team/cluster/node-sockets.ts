import { WebSocket } from 'ws';

/** Gives Node the sockets that a page has, for a server with this certificate (PEM) alone. */
export function trust(certificate: string): void {
  class Trusting extends WebSocket {
    constructor(address: string) {
      super(address, { ca: certificate });
    }
  }
  Object.assign(globalThis, { WebSocket: Trusting });
}
