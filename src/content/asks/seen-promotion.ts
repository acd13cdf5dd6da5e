import type { Requests } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import type { PageReading } from '../../page/read-page';
import { browser } from '../../platform/native';
import { isConnected } from '../on-page/lifetime';

type Status = Requests['promotion/seen']['status'];

/** The status that a page shows, where a source confirms its word. */
export function sureStatus({ shown }: PageReading): Status {
  return shown?.status?.sure ? shown.status.is : null;
}

/** Tells the background which promotion a View page shows, once for each reading that differs. */
export function promotionTeller(): (reading: PageReading) => void {
  let told = '';
  return (reading) => {
    const { shown, page } = reading;
    if (!shown || page !== 'view' || !isConnected()) return;
    const { status: _, ...promotion } = shown;
    const seen = { promotion, status: sureStatus(reading) };
    const text = JSON.stringify(seen);
    if (text === told) return;
    told = text;
    void send((message) => browser.runtime.sendMessage(message), 'promotion/seen', seen);
  };
}

/** Tells the background what Amazon's list of promotions shows of each, once for each reading that differs. */
export function listTeller(): (reading: PageReading) => void {
  let told = '';
  return ({ listed, store }) => {
    if (listed.length === 0 || !isConnected()) return;
    const seen = {
      account: store.account?.slice(0, 500) ?? null,
      marketplace: store.marketplace?.code ?? null,
      promotions: listed
        .slice(0, 200)
        .map(({ status, ...each }) => ({ ...each, status: status?.is ?? null })),
    };
    const text = JSON.stringify(seen);
    if (text === told) return;
    told = text;
    void send((message) => browser.runtime.sendMessage(message), 'list/seen', seen).then((reply) => {
      if (!reply.ok) console.warn('Claimcheck could not keep what this list shows:', reply.message);
    });
  };
}

/**
 * On a page of claim codes, which doesn't say how it stands with its promotion: whether its own page, seen before in
 * this tab, did. Asks once for each promotion.
 */
export function overHere(answered: () => void): (reading: PageReading) => boolean {
  const known = new Map<string, boolean>();
  return ({ page, shown }) => {
    const amazonId = shown?.amazonId?.slice(0, 500);
    if (page !== 'claim-codes' || !amazonId) return false;
    if (!known.has(amazonId) && isConnected()) {
      known.set(amazonId, false);
      void send((message) => browser.runtime.sendMessage(message), 'promotion/over-here', { amazonId }).then(
        (reply) => {
          if (!reply.ok || !reply.value) return;
          known.set(amazonId, true);
          answered();
        },
      );
    }
    return known.get(amazonId) ?? false;
  };
}
