import type { Checklist } from '../../domain/checks';
import { type ProofLine, snapshot } from '../../domain/proof';
import { send } from '../../messaging/send';
import type { PageReading } from '../../page/read-page';
import { browser } from '../../platform/native';
import { isConnected } from '../on-page/lifetime';
import { sureStatus } from './seen-promotion';

/**
 * On a promotion's own page: has what was kept on its way there bound to it, and what the page shows of its settings,
 * its dates and its end learned. Asks once for each reading that differs, in the moment it is read: the seller may
 * press Manage claim codes in the next.
 */
export function proofBinder() {
  let asked = '';

  async function bind(
    shown: NonNullable<PageReading['shown']>,
    page: PageReading,
    lines: readonly ProofLine[],
  ): Promise<void> {
    const { store } = page;
    const { status: _, ...promotion } = shown;
    const reply = await send((message) => browser.runtime.sendMessage(message), 'proof/bind', {
      promotion,
      status: sureStatus(page),
      account: store.account,
      marketplace: store.marketplace?.code ?? null,
      kind: page.form?.kind ?? 'unknown',
      lines: [...lines],
    });
    if (!reply.ok) console.warn('Claimcheck could not bind the proof:', reply.message);
  }

  return (page: PageReading, checklist: Checklist | null): void => {
    if (page.page !== 'view' || !page.shown || !isConnected()) return;
    const lines = checklist && page.languageKnown ? snapshot(checklist, page.page, Date.now()).lines : [];
    const text = JSON.stringify([page.shown, page.store.account, lines]);
    if (text === asked) return;
    asked = text;
    bind(page.shown, page, lines).catch((error) =>
      console.warn('Claimcheck could not bind the proof:', error),
    );
  };
}

/** Opens the promotion on this page in the workspace: what is known of it stands there, and never here. */
export async function openPromotion({ shown, store }: PageReading): Promise<void> {
  const reply = await send((message) => browser.runtime.sendMessage(message), 'workspace/open', {
    account: store.account?.slice(0, 500) ?? null,
    marketplace: store.marketplace?.code ?? null,
    amazonId: shown?.amazonId ?? null,
    trackingId: shown?.trackingId?.slice(0, 500) ?? null,
  });
  if (!reply.ok) console.warn('Claimcheck could not open its page:', reply.message);
}
