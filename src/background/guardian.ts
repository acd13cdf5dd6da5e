import { announceAlerts, routeOfNotification } from '../actions/alerts/announce-alerts';
import { refreshedSigns } from '../actions/alerts/refresh-signs';
import { countAttention, showAttention } from '../actions/attention';
import { limitsIn } from '../domain/checks/limits';
import type { MarketplaceCode } from '../domain/marketplaces';
import { onLedgerChange, openLedger, readPromotions, sinceSaved } from '../ledger';
import { everySoOften } from '../platform/alarms';
import { browser } from '../platform/browser';
import { onNotificationClick } from '../platform/notifications';
import { alertSigns } from '../stored/alerts/alert-signs';
import { onAlertsDecided, readAlertsKept } from '../stored/alerts/alerts-kept';
import { onSubmitted, readSubmitted } from '../stored/drafts/submitted';
import { onWitness } from '../stored/ledger-witness';
import { loadSettings } from '../stored/settings';
import { openWorkspace } from './open-workspace';

/** Milliseconds for which changes are gathered: who reads holds up who writes. */
const gathered = 1000;
/** What time alone brings (an end, a start) is found within so many minutes. */
const looksEvery = 15;

let line: Promise<void> = Promise.resolve();

/**
 * Looks after the promotions: has the toolbar icon say how many want something of the seller, and announces what came
 * up. It looks when the browser or a new version starts, from time to time, when a form was submitted or an alert
 * switched, and after what the ledger took in; a page's write wakes a stopped worker by what it keeps of it. `ready`:
 * what must be done before the codes are read. Every listener is registered before anything is awaited.
 */
export function keepLooking(ready: Promise<void>): void {
  line = ready;
  for (const beginning of [browser.runtime.onStartup, browser.runtime.onInstalled])
    beginning.addListener(() => void look());
  everySoOften('look', looksEvery, () => void look());
  onSubmitted(() => void look());
  onAlertsDecided(() => void look());
  const changed = gather(look);
  onWitness(changed);
  onLedgerChange(changed);
  onNotificationClick((id) => {
    openWorkspace(routeOfNotification(id)).catch((error: unknown) =>
      console.warn('Claimcheck could not open what a notification is about:', error),
    );
  });
}

/** Runs once a while after the first of many calls. */
function gather(run: () => Promise<void>): () => Promise<void> {
  let pending: Promise<void> | null = null;
  return () => {
    pending ??= new Promise((resolve) => setTimeout(resolve, gathered)).then(() => {
      pending = null;
      return run();
    });
    return pending;
  };
}

/** One after the other, so that no older count is written over a newer one, and nothing is announced twice. */
function look(): Promise<void> {
  line = line
    .then(lookNow)
    .catch((error: unknown) => console.warn('Claimcheck could not look after the promotions:', error));
  return line;
}

async function lookNow(): Promise<void> {
  const now = Date.now();
  const db = await openLedger();
  try {
    const [{ promotions }, submitted, kept] = await Promise.all([
      readPromotions(db),
      readSubmitted(now),
      readAlertsKept(),
    ]);
    await showAttention(countAttention(promotions, submitted, now, kept));
    const settings = await loadSettings();
    const limit = (store: MarketplaceCode | null) => limitsIn(settings, store).maxOrderQuantity;
    const signs = await refreshedSigns(db, promotions, kept.signs, { now, limit });
    const fresh = { ...kept, signs };
    if (signs !== kept.signs) {
      await alertSigns.write(signs);
      await showAttention(countAttention(promotions, submitted, now, fresh));
    }
    await announceAlerts(promotions, await sinceSaved(db), fresh, now);
  } finally {
    db.close();
  }
}
