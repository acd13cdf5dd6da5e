import { countAttention, showAttention } from '../actions/attention';
import { onLedgerChange, openLedger, readPromotions } from '../ledger';
import { onSubmitted, readSubmitted } from '../stored/submitted';

/** Milliseconds for which changes are gathered: who reads holds up who writes. */
const gathered = 1000;

let line: Promise<void> = Promise.resolve();

/**
 * Has the toolbar icon say how many things want the seller's eye: now, when the browser wakes the background for a
 * form that was submitted, and after what the background itself writes. The pages say it after what they write.
 */
export function keepBadge(): void {
  onSubmitted(() => void count());
  onLedgerChange(async () => {
    await new Promise((resolve) => setTimeout(resolve, gathered));
    await count();
  });
  void count();
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
