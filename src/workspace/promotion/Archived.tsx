import type { Promotion } from '../../domain/promotion';
import { Notice } from '../../ui/parts/Notice';
import { shortTime } from '../../words/format';
import { say } from '../../words/say';

/** That a promotion was put away, and the way back; nothing for one that was not. */
export function Archived({ promotion, onSet }: { promotion: Promotion; onSet: (away: boolean) => void }) {
  if (!promotion.archived) return null;
  return (
    <Notice
      tone="warning"
      testId="archived"
      text={say('tableArchivedSince', { date: shortTime(promotion.archived) })}
      action={{ label: say('tableBringBack'), run: () => onSet(false) }}
    />
  );
}
