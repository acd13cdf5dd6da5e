import type { MarketplaceCode } from '../../domain/marketplaces';
import { onTime } from '../../words/format';

interface SubmittedNoteProps {
  name: string;
  marketplace: MarketplaceCode | null;
  percentOff: number | null;
  /** When Submit was pressed, ISO. */
  at: string;
  now: number;
}

/** A promotion just submitted: what comes next, until its own page was opened. */
export function SubmittedNote({ name, marketplace, percentOff, at, now }: SubmittedNoteProps) {
  return (
    <section class="cc-next-step" data-testid="submitted">
      <p class="cc-submitted-head">
        <b>{name}</b>
        {percentOff !== null && <span class="cc-tag">{percentOff}% off</span>}
        <span class="cc-tag">{marketplace ?? 'store not known'}</span>
      </p>
      <p>
        Submitted {onTime(at, now)}. Next: open the promotion, then <b>Manage claim codes</b>.
      </p>
    </section>
  );
}
