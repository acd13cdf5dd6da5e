import { send } from '../../messaging/send';
import type { PageReading } from '../../page/read-page';
import { browser } from '../../platform/native';
import { isConnected } from '../on-page/lifetime';

/** Tells the background which promotion a View page shows, once for each reading that differs. */
export function promotionTeller(): (reading: PageReading) => void {
  let told = '';
  return ({ shown, page }) => {
    if (!shown || page !== 'view' || !isConnected()) return;
    const text = JSON.stringify(shown);
    if (text === told) return;
    told = text;
    void send((message) => browser.runtime.sendMessage(message), 'promotion/seen', shown);
  };
}
