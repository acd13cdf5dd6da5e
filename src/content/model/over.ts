import { isOver } from '../../domain/promotion';
import type { PageReading } from '../../page/read-page';
import { say } from '../../words/say';

/**
 * What to do about a promotion that is over, by what its page shows: its status, or an end that has passed. A word that
 * no source confirms is quoted, and the seller decides. Empty where nothing says that it is over.
 */
export function overWords({ page, shown }: PageReading, overHere: boolean, now: number): string {
  if (!shown || (page !== 'view' && page !== 'claim-codes')) return '';
  const { status, end } = shown;
  if (overHere) return say('overHere');
  if (status && isOver(status.is))
    return status.sure
      ? say('overShown', { status: status.word })
      : say('overPerhaps', { status: status.word });
  return end !== null && Date.parse(end) < now ? say('overByDate') : '';
}
