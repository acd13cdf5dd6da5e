import { send } from '../messaging/send';
import type { PageReading } from '../page/read-page';
import { browser } from '../platform/native';
import { draftsOf } from './draft';
import { isConnected } from './lifetime';

/** What is kept of the promotion on screen. */
export interface KeptProof {
  readonly id: string;
  readonly at: string;
  readonly overridden: number;
}

/** On a promotion's own page: hands over what was kept on its way there. Asks once for each promotion. */
export function proofKeeper(answered: () => void) {
  let asked = '';
  let kept: KeptProof | null = null;

  async function bind(page: PageReading): Promise<void> {
    if (!page.shown) return;
    const drafts = await draftsOf(page);
    const reply = await send((message) => browser.runtime.sendMessage(message), 'proof/bind', {
      promotion: page.shown,
      account: page.store.account,
      marketplace: page.store.marketplace?.code ?? null,
      drafts: drafts.map(({ draft }) => ({ ...draft, marks: [...draft.marks] })) as never,
    });
    if (!reply.ok) return console.warn('Claimcheck could not bind the proof:', reply.message);
    // Only now: until the ledger has them, the drafts are the only copy.
    await browser.storage.local.remove(drafts.map(({ key }) => key));
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
        bind(page).catch((error) => console.warn('Claimcheck could not bind the proof:', error));
      }
      return kept;
    },
  };
}
