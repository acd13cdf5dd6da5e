import { send } from '../../messaging/send';
import { browser } from '../../platform/native';
import { isConnected } from '../on-page/lifetime';

const channel = (message: unknown) => browser.runtime.sendMessage(message);

/**
 * Has the background keep that a max order quantity was confirmed, or no longer is (null); all that are confirmed then.
 * Where it can't be kept, the seller's word still counts on this page.
 */
export async function confirmQuantity(
  known: Readonly<Record<string, string>>,
  key: string,
  at: string | null,
): Promise<Record<string, string>> {
  const { [key]: _, ...others } = known;
  const here = at === null ? others : { ...others, [key]: at };
  if (!isConnected()) return here;
  const reply = await send(channel, 'confirmed/quantity', { key, at });
  return reply.ok ? reply.value : notKept(reply.message, here);
}

/** The same for words of Amazon's pages. */
export async function confirmWords(
  known: ReadonlySet<string>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const here = new Set([...known, ...keys]);
  if (!isConnected()) return here;
  const reply = await send(channel, 'confirmed/words', { keys: [...keys] });
  return reply.ok ? new Set(reply.value) : notKept(reply.message, here);
}

function notKept<Here>(why: string, here: Here): Here {
  console.warn('Claimcheck could not keep what was confirmed:', why);
  return here;
}
