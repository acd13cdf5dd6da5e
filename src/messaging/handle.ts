import { sentenceOf } from '../words/problem-words';
import { say } from '../words/say';
import { type Envelope, type Replies, type Reply, type Requests, requests } from './protocol';

/** Who sent a message, as the browser vouches for it. */
export interface Sender {
  readonly id?: string;
  readonly url?: string;
  readonly tab?: { readonly id?: number };
}

export type Handlers = {
  [K in keyof Requests]: (body: Requests[K], sender: Sender) => Promise<Replies[K]>;
};

/**
 * Makes the one message listener of the background. Each message is checked for its sender and parsed
 * before a handler sees it; a handler's error goes back as a sentence, never as an exception.
 */
export function receiver(handlers: Handlers, mayAsk: (sender: Sender) => boolean) {
  return async (message: unknown, sender: Sender): Promise<Reply<unknown>> => {
    if (!mayAsk(sender)) return { ok: false, message: say('requestRefused') };
    const kind = (message as Envelope | null)?.claimcheck;
    if (typeof kind !== 'string' || !Object.hasOwn(requests, kind)) {
      return { ok: false, message: say('requestUnknown') };
    }
    const parsed = requests[kind].safeParse((message as Envelope).body);
    if (!parsed.success) {
      const where = parsed.error.issues[0]?.path.join('.') ?? '';
      return { ok: false, message: say('requestUnreadable', { where }) };
    }
    try {
      const handler = handlers[kind] as (body: unknown, sender: Sender) => Promise<unknown>;
      return { ok: true, value: await handler(parsed.data, sender) };
    } catch (error) {
      return { ok: false, message: sentenceOf(error) };
    }
  };
}
