import { countAttention, showAttention } from '../actions/attention';
import { onLedgerChange, openLedger, readPromotions } from '../ledger';
import { browser } from '../platform/browser';
import { onSubmitted, readSubmitted } from '../stored/submitted';

/** Milliseconds for which changes are gathered: who reads holds up who writes. */
const gathered = 1000;

let line: Promise<void> = Promise.resolve();

/**
 * Has the toolbar icon say how many things want the seller's eye: when the browser or a new version starts, when a
 * form was submitted, and after what the background itself writes. The pages say it after what they write; the icon
 * keeps it while the worker sleeps. `ready`: what must be done before the codes are read.
 */
export function keepBadge(ready: Promise<void>): void {
  line = ready;
  for (const beginning of [browser.runtime.onStartup, browser.runtime.onInstalled])
    beginning.addListener(() => void count());
  onSubmitted(() => void count());
  onLedgerChange(async () => {
    await new Promise((resolve) => setTimeout(resolve, gathered));
    await count();
  });
}

/** One after the other, so that no older count is written over a newer one. */
function count(): Promise<void> {
  line = line
    .then(read)
    .catch((error: unknown) => console.warn('Claimcheck could not count what needs attention:', error));
  return line;
}

async function read(): Promise<void> {
  const now = Date.now();
  const db = await openLedger();
  try {
    const [{ promotions }, submitted] = await Promise.all([readPromotions(db), readSubmitted(now)]);
    await showAttention(countAttention(promotions, submitted, now));
  } finally {
    db.close();
  }
}
