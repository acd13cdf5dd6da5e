import { copyText } from '../../platform/clipboard';
import { loadSettings } from '../../stored/settings';
import { masked } from '../../words/format';
import { say } from '../../words/say';
import type { DeskPool } from '../pool';

/** What replacing a code came to; the new one is nowhere but on the clipboard and in the ledger. */
export interface Replaced {
  readonly promotionId: string;
  readonly code: string;
  readonly copied: boolean;
  readonly text: string;
}

/** Cancels a code that somebody has, gives them the next one, and copies that. Throws LedgerProblem. */
export async function replaceAndCopy(pool: DeskPool, code: string): Promise<Replaced> {
  const { yourName } = await loadSettings();
  const { codes, promotionId, to } = await pool.replaceCode(code, {
    reason: say('replaceReason'),
    by: yourName,
  });
  const [next = ''] = codes;
  const copied = await copyText(next);
  const about = { old: masked(code), code: masked(next) };
  const text = to
    ? say(copied ? 'replacedTo' : 'replacedToUncopied', { ...about, name: to })
    : say(copied ? 'replaced' : 'replacedUncopied', about);
  return { promotionId, code: next, copied, text };
}
