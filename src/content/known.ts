import type { KnownPromotion } from '../domain/known-promotion';
import { send } from '../messaging/send';
import type { PageReading } from '../page/read-page';
import { browser } from '../platform/native';
import { isConnected } from './lifetime';

/**
 * Knows what the ledger holds of the promotion on its own page or its claim-code page. Asks once for each,
 * and again whenever the seller comes back to the tab: the codes are saved in another one.
 */
export function promotionKnowledge(answered: () => void, signal: AbortSignal) {
  let asked = '';
  /** What the page shows now, also while it is to be asked about anew. */
  let shownKey = '';
  let known: KnownPromotion | null = null;

  async function ask({ store, shown }: PageReading, key: string): Promise<void> {
    const reply = await send((message) => browser.runtime.sendMessage(message), 'promotion/known', {
      account: store.account?.slice(0, 500) ?? null,
      marketplace: store.marketplace?.code ?? null,
      amazonId: shown?.amazonId ?? null,
      trackingId: shown?.trackingId?.slice(0, 500) ?? null,
    });
    if (!reply.ok) return console.warn('Claimcheck could not look this promotion up:', reply.message);
    // Another promotion may be on screen by now.
    if (shownKey !== key) return;
    known = reply.value;
    answered();
  }

  const again = () => {
    asked = '';
  };
  window.addEventListener('visibilitychange', again, { signal });
  window.addEventListener('focus', again, { signal });

  return {
    /** Null while nothing is known. */
    of(page: PageReading): KnownPromotion | null {
      const { shown, store } = page;
      if (!shown || (shown.amazonId === null && shown.trackingId === null)) return null;
      const key = JSON.stringify([shown.amazonId, shown.trackingId, store.account, store.marketplace?.code]);
      if (shownKey !== key) known = null;
      shownKey = key;
      if (asked !== key) {
        asked = key;
        if (isConnected())
          ask(page, key).catch((error) =>
            console.warn('Claimcheck could not look this promotion up:', error),
          );
      }
      return known;
    },
    /** Looks again: something was kept just now. */
    again,
  };
}
