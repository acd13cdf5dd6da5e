import { say } from '../words/say';
import type { Replies, Reply, Requests } from './protocol';

/** Milliseconds after which an answer is not waited for any more: the browser doesn't always tell of a stopped background. */
const longest = 60_000;

/**
 * Sends one request through the browser's own channel; the reply's message is a sentence for the seller.
 * Never rejects: a background that was stopped, or never answers, is a reply that is not `ok`.
 */
export async function send<K extends keyof Requests>(
  channel: (message: unknown) => Promise<unknown>,
  kind: K,
  body: Requests[K],
): Promise<Reply<Replies[K]>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise((resolve) => {
    timer = setTimeout(resolve, longest);
  });
  const answer = channel({ claimcheck: kind, body }).catch(() => undefined);
  const reply = await Promise.race([answer, silence]);
  clearTimeout(timer);
  if (typeof reply === 'object' && reply !== null && 'ok' in reply) return reply as Reply<Replies[K]>;
  return { ok: false, message: say('requestStopped') };
}
