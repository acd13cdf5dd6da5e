import { send } from '../messaging/send';
import type { PageReading } from '../page/read-page';
import { browser } from '../platform/native';
import { isConnected } from './lifetime';

/** What is kept of the promotion on screen. */
export interface KeptProof {
  readonly id: string;
  readonly at: string;
  readonly overridden: number;
}

/**
 * On a promotion's own page: has what was kept on its way there bound to it. Asks once for each promotion, in
 * the moment it is read: the seller may press Manage claim codes in the next.
 */
export function proofKeeper(answered: () => void) {
  let asked = '';
  let kept: KeptProof | null = null;

  async function bind(
    key: string,
    promotion: NonNullable<PageReading['shown']>,
    { store }: PageReading,
  ): Promise<void> {
    const reply = await send((message) => browser.runtime.sendMessage(message), 'proof/bind', {
      promotion,
      account: store.account,
      marketplace: store.marketplace?.code ?? null,
    });
    if (!reply.ok) return console.warn('Claimcheck could not bind the proof:', reply.message);
    // Another promotion may be on screen by now.
    if (asked !== key) return;
    kept = reply.value;
    answered();
  }

  return {
    of(page: PageReading): KeptProof | null {
      if (page.page !== 'view' || !page.shown || !isConnected()) return null;
      const text = JSON.stringify([page.shown.amazonId, page.shown.trackingId, page.store.account]);
      if (text !== asked) {
        asked = text;
        kept = null;
        bind(text, page.shown, page).catch((error) =>
          console.warn('Claimcheck could not bind the proof:', error),
        );
      }
      return kept;
    },
  };
}
