import type { Replies, Reply, Requests } from './protocol';

/** Sends one request through the browser's own channel; the reply's message is a sentence for the seller. */
export async function send<K extends keyof Requests>(
  channel: (message: unknown) => Promise<unknown>,
  kind: K,
  body: Requests[K],
): Promise<Reply<Replies[K]>> {
  const reply = await channel({ claimcheck: kind, body });
  if (typeof reply === 'object' && reply !== null && 'ok' in reply) return reply as Reply<Replies[K]>;
  return { ok: false, message: 'Claimcheck gave no answer. Reload the page and try again.' };
}
