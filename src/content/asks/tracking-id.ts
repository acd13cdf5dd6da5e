import type { Reading } from '../../domain/reading';
import { send } from '../../messaging/send';
import type { PageReading } from '../../page/read-page';
import { promotionIdOfUrl } from '../../page/site/page-kind';
import { browser } from '../../platform/native';
import { isConnected } from '../on-page/lifetime';

/**
 * Knows which Tracking IDs other promotions of ours have; asks once for each text, when it has stopped changing. Only
 * for what the seller typed: a page that fills the field in by itself learns nothing.
 */
export function trackingIdOwner(answered: () => void) {
  const known = new Map<string, boolean>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(trackingId: string, page: PageReading, key: string): Promise<void> {
    if (!isConnected()) return;
    const reply = await send((message) => browser.runtime.sendMessage(message), 'tracking-id/owner', {
      trackingId,
      marketplace: page.store.marketplace?.code ?? null,
      // A copy is another promotion than the one its address names.
      amazonId: page.page === 'edit' ? promotionIdOfUrl(new URL(location.href)) : null,
    });
    if (!reply.ok) {
      console.warn('Claimcheck could not compare the Tracking ID:', reply.message);
      return;
    }
    known.set(key, reply.value.taken);
    if (reply.value.taken) answered();
  }

  return {
    /** Whether another promotion has this Tracking ID; false while none is known to, and for any text but the one `typed`. */
    of(reading: Reading<string>, page: PageReading, typed: string | null): boolean {
      const text = reading.kind === 'read' ? reading.value.trim().slice(0, 500) : '';
      if (text === '' || text !== typed?.trim().slice(0, 500)) return false;
      const key = `${page.store.marketplace?.code} ${text}`;
      if (!known.has(key)) {
        clearTimeout(timer);
        timer = setTimeout(() => void ask(text, page, key), 400);
      }
      return known.get(key) ?? false;
    },
  };
}
