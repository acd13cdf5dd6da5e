import { change, isRecord, kept, onKeptChange } from './local';

interface SentOfAct {
  readonly issuance: string;
  readonly sent: readonly string[];
}

/** Acts of which it is remembered who was written to. */
const most = 50;

const key = 'sentMessages';

const acts = kept(key, (stored) =>
  (Array.isArray(stored) ? stored : []).flatMap((each): SentOfAct[] => {
    if (!isRecord(each) || typeof each.issuance !== 'string' || !Array.isArray(each.sent)) return [];
    const sent = each.sent.filter((place): place is string => typeof place === 'string');
    return [{ issuance: each.issuance, sent }];
  }),
);

/** To whom of a list the message was marked as sent, by the place of each one's code. */
export async function sentMessages(issuance: string): Promise<ReadonlySet<string>> {
  return new Set((await acts.read()).find((each) => each.issuance === issuance)?.sent);
}

/** Calls back whenever somebody was marked or unmarked. Returns the way to stop. */
export function onSentMessages(listener: () => void): () => void {
  return onKeptChange(key, listener);
}

/** Marks the message as sent to these, or as not sent; to whom it is marked as sent then. */
export async function markSent(
  issuance: string,
  places: readonly string[],
  isSent = true,
): Promise<ReadonlySet<string>> {
  const sent = (now: readonly SentOfAct[]) => now.find((each) => each.issuance === issuance)?.sent ?? [];
  const next = await change(acts, (now) => {
    const others = now.filter((each) => each.issuance !== issuance);
    const left = sent(now).filter((place) => !places.includes(place));
    return [{ issuance, sent: isSent ? [...left, ...places] : left }, ...others].slice(0, most);
  });
  return new Set(sent(next));
}
